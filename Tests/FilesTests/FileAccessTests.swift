import Testing

@testable import Files

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

  @Test("What is no plain file is refused at once, and so is a file that is too large")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    let (pipe, large) = (folder.path + "/pipe", folder.path + "/large")
    #expect(mkfifo(pipe, 0o600) == 0)
    try FileAccess.writeAtomically([], to: large)
    #expect(truncate(large, 1 << 40) == 0)
    let reasons = [
      pipe: "it is a named pipe, not a file", "/dev/zero": "it is a device, not a file",
      folder.path: "it is a folder, not a file",
      large: "it has 1099511627776 bytes; at most 1073741824 are read",
    ]
    for (path, reason) in reasons {
      #expect(throws: FileError("read", path, reason: reason)) { try FileAccess.read(path) }
    }
    try FileAccess.writeAtomically([1, 2, 3], to: large)
    #expect(try FileAccess.read(large, atMost: 3) == [1, 2, 3])
    #expect(throws: FileError("read", large, reason: "it has 3 bytes; at most 2 are read")) {
      try FileAccess.read(large, atMost: 2)
    }
  }

  @Test("Only what a killed process left half written is swept: neither a pipe nor another's file")
  func sweeping() throws {
    let folder = try TemporaryFolder()
    let prefix = folder.path + "/.gradbook-temporary-"
    for name in ["1-abc", "notes", "1-", "x-abc", "1-abc-2"] {
      try FileAccess.writeAtomically([], to: prefix + name)
    }
    #expect(mkfifo(prefix + "2-abc", 0o600) == 0)
    TemporaryFile.sweep(folder.path)
    #expect(
      FileAccess.names(in: folder.path)
        == ["1-", "1-abc-2", "2-abc", "notes", "x-abc"].map {
          ".gradbook-temporary-" + $0
        })
  }

  @Test("A relative path is one from the current folder")
  func absolute() {
    #expect(FileAccess.absolute("/a/b") == "/a/b")
    #expect(FileAccess.absolute("a/b") == String(cString: getcwd(nil, 0)) + "/a/b")
  }

  @Test(
    "The parent of a path is the folder that it stands in",
    arguments: [("/a/b", "/a"), ("/a", "/"), ("a/b/", "a"), ("a", nil), ("/", "/")])
  func parents(path: String, parent: String?) {
    #expect(FileAccess.parent(of: path) == parent)
  }
}
