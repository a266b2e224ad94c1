import Files
import Testing

@testable import Execution

@Suite struct CacheFolderTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/cache" }
  private let digest = String(repeating: "0f", count: 32)

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String) throws {
    let file = path + "/" + name
    try FileAccess.makeFolder(try #require(FileAccess.parent(of: file)))
    try FileAccess.writeAtomically([1], to: file)
  }

  @Test("A new folder is its user's alone, and carries the standard's mark with Gradbook's name")
  func new() throws {
    let cache = try CacheFolder(path)
    #expect(cache.problem == nil && cache.pages == path + "/pages")
    for folder in [path, cache.pages, cache.engines] {
      var status = stat()
      #expect(stat(folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
    }
    let mark = String(decoding: try FileAccess.read(path + "/CACHEDIR.TAG"), as: UTF8.self)
    #expect(mark.hasPrefix("Signature: 8a477f597d28d172789f06886806bc55\n"))
    #expect(mark.contains("Gradbook"))
  }

  @Test("A cache of a time without marks is taken over")
  func old() throws {
    for name in [
      "engine/lock", "engine/\(digest.prefix(32))/manifest", "experiments/\(digest)",
      "programs/\(digest).program", "toolchains/plan-\(digest.prefix(32))",
      "pages/.temporary-12-abc",
    ] {
      try write(name)
    }
    #expect(try CacheFolder(path).problem == nil)
    #expect(CacheMark.isPresent(in: path))
  }

  @Test(
    "A folder with what is not Gradbook's is refused and left as it is",
    arguments: ["notes", "pages/index.html", "programs/0f.program", "CACHEDIR.TAG"])
  func foreign(name: String) throws {
    try write("experiments/\(digest)")
    try write(name)
    let cache = try CacheFolder(path)
    #expect(cache.problem == .notOurs(path, holding: name))
    #expect(!cache.pages.hasPrefix(path))
    #expect(FileAccess.isFolder(cache.pages))
    #expect(try FileAccess.read(path + "/" + name) == [1])
    #expect(!CacheMark.isPresent(in: path))
  }

  @Test("A folder that others may write into is refused, and so is such a part of it")
  func writable() throws {
    try FileAccess.makeFolder(path)
    chmod(path, 0o770)
    #expect(try CacheFolder(path).problem == .writableByOthers(path, mode: 0o770))
    chmod(path, 0o750)
    #expect(try CacheFolder(path).problem == nil)
    chmod(path + "/pages", 0o702)
    let cache = try CacheFolder(path)
    #expect(cache.problem == .writableByOthers(path + "/pages", mode: 0o702))
    #expect(!cache.pages.hasPrefix(path) && cache.engines == path + "/engine")
  }

  @Test("A part that is a link is not used: what it leads to would be taken for old entries")
  func link() throws {
    #expect(try CacheFolder(path).problem == nil)
    rmdir(path + "/pages")
    #expect(symlink(folder.path, path + "/pages") == 0)
    #expect(try CacheFolder(path).problem == .notAFolder(path + "/pages", .link))
  }

  @Test(
    "A folder of another user's is refused",
    .enabled(if: geteuid() == 0, "giving a folder away needs root"))
  func otherUser() throws {
    try FileAccess.makeFolder(path)
    #expect(chown(path, 65534, 65534) == 0)
    #expect(try CacheFolder(path).problem == .foreign(path, owner: 65534))
  }

  @Test("What is remembered under one name is not taken for what is under another")
  func swapped() throws {
    let cache = try #require(PageCache(cacheFolder: path))
    try cache.remember([1, 2], as: digest)
    let other = String(digest.reversed())
    #expect(rename("\(path)/pages/\(digest)", "\(path)/pages/\(other)") == 0)
    #expect(cache.recall(other) == .damaged)
    let plan = DriverPlan(frontend: ["f"], linker: ["l"])
    #expect(DriverPlan(decoding: plan.encoded(as: "a"), as: "b") == nil)
    let one = try #require(SiteRecord(ofSite: "/one", cacheFolder: path))
    var contents = SiteRecord.Contents()
    contents.folders = ["en"]
    try one.note(contents)
    let record = try #require(FileAccess.names(in: path + "/sites")?.first)
    try #require(SiteRecord(ofSite: "/two", cacheFolder: path)).replace(with: SiteRecord.Contents())
    let both = try #require(FileAccess.names(in: path + "/sites"))
    let second = try #require(both.first { $0 != record })
    #expect(rename("\(path)/sites/\(record)", "\(path)/sites/\(second)") == 0)
    #expect(SiteRecord(ofSite: "/two", cacheFolder: path)?.contents == SiteRecord.Contents())
  }
}
