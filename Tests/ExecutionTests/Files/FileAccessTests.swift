import Testing

@testable import Execution

@Suite struct FileAccessTests {
  @Test("A file that is written atomically holds the new bytes and leaves nothing beside it")
  func atomicWrite() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/page.html"
    try FileAccess.writeAtomically(Array("old".utf8), to: path)
    let new = [UInt8](repeating: 7, count: 100_000)
    try FileAccess.writeAtomically(new, to: path)
    #expect(try FileAccess.read(path) == new)
    #expect(FileAccess.names(in: folder.path) == ["page.html"])
  }

  @Test("A write into a folder that is not there says what cannot be written")
  func missingFolder() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/none/page.html"
    #expect(throws: FileError("write", path, reason: "No such file or directory")) {
      try FileAccess.writeAtomically([], to: path)
    }
  }

  @Test("A temporary folder is removed with all that it holds, and links are not followed")
  func removal() throws {
    let kept = try TemporaryFolder()
    try FileAccess.writeAtomically([1], to: kept.path + "/kept")
    var path = ""
    do {
      let folder = try TemporaryFolder()
      path = folder.path
      try FileAccess.makeFolder(path + "/a/b")
      try FileAccess.writeAtomically([1], to: path + "/a/b/c")
      #expect(symlink(kept.path, path + "/link") == 0)
      #expect(FileAccess.isFolder(path + "/link"))
    }
    #expect(FileAccess.status(path) == nil)
    #expect(FileAccess.status(kept.path + "/kept") != nil)
  }

  @Test(
    "The parent of a path is the folder that it stands in",
    arguments: [("/a/b", "/a"), ("/a", "/"), ("a/b/", "a"), ("a", nil), ("/", "/")])
  func parents(path: String, parent: String?) {
    #expect(FileAccess.parent(of: path) == parent)
  }
}
