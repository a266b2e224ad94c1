import Testing

@testable import Files

@Suite struct TreeRemovalTests {
  /// Makes folders within folders, and leaves the current folder alone.
  private func nest(_ name: String, depth: Int, below path: String) {
    var folder = open(path, O_RDONLY | O_DIRECTORY)
    for _ in 0..<depth {
      #expect(mkdirat(folder, name, 0o700) == 0)
      let inner = openat(folder, name, O_RDONLY | O_DIRECTORY)
      close(folder)
      folder = inner
    }
    close(openat(folder, "file", O_WRONLY | O_CREAT, 0o600))
    close(folder)
  }

  @Test(
    "A tree is removed however deep it is and however long its paths are",
    arguments: [("d", 10_000), (String(repeating: "n", count: 255), 100)])
  func deep(name: String, depth: Int) throws {
    let folder = try TemporaryFolder()
    let tree = folder.path + "/tree"
    try FileAccess.makeFolder(tree)
    nest(name, depth: depth, below: tree)
    FileAccess.remove(tree)
    #expect(FileKind(tree) == .nothing)
  }

  @Test("Folders without rights and names that are no UTF-8 go, and what links lead to stays")
  func odd() throws {
    let folder = try TemporaryFolder()
    let (tree, kept) = (folder.path + "/tree", folder.path + "/kept")
    try FileAccess.makeFolder(kept)
    try FileAccess.writeAtomically([1], to: kept + "/file")
    try FileAccess.makeFolder(tree + "/a/b/c")
    #expect(symlink(kept, tree + "/a/b/link") == 0)
    #expect(symlink("../..", tree + "/a/b/up") == 0)
    #expect(mkfifo(tree + "/a/pipe", 0o600) == 0)
    let name: [CChar] = [CChar(bitPattern: 0xFF), CChar(bitPattern: 0xFE), 0]
    let inner = open(tree + "/a", O_RDONLY | O_DIRECTORY)
    #expect(mkdirat(inner, name, 0o700) == 0)
    close(inner)
    chmod(tree + "/a/b", 0)
    FileAccess.remove(tree)
    #expect(FileKind(tree) == .nothing)
    #expect(try FileAccess.read(kept + "/file") == [1])
  }
}
