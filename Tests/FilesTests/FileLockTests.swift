import Testing

@testable import Files

@Suite struct FileLockTests {
  @Test("A lock is in place until its file is removed, also when another stands there then")
  func isInPlace() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.lock"
    let lock = try #require(FileLock(path))
    #expect(lock.isInPlace)
    FileAccess.remove(path)
    #expect(!lock.isInPlace)
    let other = try #require(FileLock(path))
    #expect(!lock.isInPlace && other.isInPlace)
  }

  @Test("A lock that is taken alone is refused to others until it is given back")
  func takeAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.lock"
    let (lock, other) = (try #require(FileLock(path)), try #require(FileLock(path)))
    #expect(lock.takeAlone() && !other.takeAlone())
    lock.giveBack()
    #expect(other.takeAlone())
  }
}
