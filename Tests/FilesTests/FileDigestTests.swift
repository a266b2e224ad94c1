import Files
import Testing

@Suite struct FileDigestTests {
  @Test(
    "A file's digest is that of its bytes, at every size about that of a chunk",
    arguments: [0, 1, 4095, 4096, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, (2 << 20) + 5])
  func digest(size: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/file"
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    try FileAccess.writeAtomically(bytes, to: path)
    #expect(FileDigest(ofFile: path) == FileDigest(bytes))
    if size > 0 {
      var others = bytes
      others[size - 1] ^= 1
      #expect(FileDigest(others) != FileDigest(bytes))
    }
    #expect(FileDigest(bytes + [0]) != FileDigest(bytes))
    #expect(FileDigest(ofFile: path + "/none") == nil)
    #expect(FileDigest(ofFile: folder.path) == nil)
  }

  @Test("A stamp tells that a file was written, whatever its time of modification says")
  func stamps() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/file"
    try FileAccess.writeAtomically([1], to: path)
    let stamp = try #require(FileStamp(path)).description
    #expect(FileStamp(path)?.description == stamp)
    var status = stat()
    #expect(stat(path, &status) == 0)
    let file = open(path, O_WRONLY)
    // The clock of a file system may have ticks of some milliseconds.
    usleep(20_000)
    #expect(write(file, [2 as UInt8], 1) == 1)
    #if os(Linux)
      var times = [status.st_atim, status.st_mtim]
    #else
      var times = [status.st_atimespec, status.st_mtimespec]
    #endif
    #expect(futimens(file, &times) == 0)
    close(file)
    #expect(FileStamp(path)?.description != stamp)
  }
}
