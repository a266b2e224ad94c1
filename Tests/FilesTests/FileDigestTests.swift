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
}
