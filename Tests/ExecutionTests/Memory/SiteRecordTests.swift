import Files
import Foundation
import Testing

@testable import Execution

/// The record of a site's files.
@Suite struct SiteRecordTests {
  private let cache = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID())")
    .path

  private func open(_ site: String = "/site") throws -> SiteRecord {
    try #require(SiteRecord(ofSite: site, cacheFolder: cache))
  }

  private func contents(_ files: [String: String], folders: Set<String> = []) -> SiteRecord.Contents
  {
    var contents = SiteRecord.Contents()
    for (path, text) in files { contents.files[path] = [FileDigest(Array(text.utf8))] }
    contents.folders = folders
    return contents
  }

  private var file: URL {
    get throws {
      let folder = URL(filePath: cache).appending(path: "sites")
      let name = try FileManager.default.contentsOfDirectory(atPath: folder.path).first
      return folder.appending(path: try #require(name))
    }
  }

  @Test("what was noted is known to the next process, with every possible content of a file")
  func notes() throws {
    defer { FileAccess.remove(cache) }
    let record = try open()
    try record.note(contents(["en/a.html": "one", "b": "x"], folders: ["en"]))
    try record.note(contents(["en/a.html": "two"]))
    try record.note(contents(["en/a.html": "one"]))
    var expected = contents(["en/a.html": "one", "b": "x"], folders: ["en"])
    expected.files["en/a.html"]?.append(FileDigest(Array("two".utf8)))
    #expect(try open().contents == expected)
    #expect(try open().digests(ofFile: "en/a.html").count == 2)
    #expect(try open().digests(ofFile: "en/c.html").isEmpty)
    #expect(try open("/other").contents == SiteRecord.Contents())
    let final = contents(["c": "x"])
    try record.replace(with: final)
    #expect(try open().contents == final)
  }

  @Test("a process killed while it noted something loses that alone, and the next one goes on")
  func torn() throws {
    defer { FileAccess.remove(cache) }
    let record = try open()
    let first = contents(["a": "one"], folders: ["en"])
    try record.note(first)
    let size = try Data(contentsOf: file).count
    try record.note(contents(["b": "two"]))
    let whole = try Data(contentsOf: file)
    for count in size..<whole.count {
      try whole.prefix(count).write(to: file)
      #expect(try open().contents == first)
    }
    let next = try open()
    try next.note(contents(["c": "three"]))
    #expect(try Set(open().contents.files.keys) == ["a", "c"])
  }

  @Test("any bit that is not as it was written makes the record forget, and never invent")
  func flipped() throws {
    defer { FileAccess.remove(cache) }
    try open().note(contents(["a": "one", "en/b": "two"], folders: ["en"]))
    try open().note(contents(["c": "three"]))
    let whole = try Data(contentsOf: file)
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 4
      try bytes.write(to: file)
      #expect(try open().contents == SiteRecord.Contents())
    }
  }

  @Test("what another process noted is seen after a refresh")
  func refresh() throws {
    defer { FileAccess.remove(cache) }
    let (one, other) = (try open(), try open())
    try other.note(contents(["a": "one"]))
    #expect(one.digests(ofFile: "a").isEmpty)
    one.refresh()
    #expect(one.digests(ofFile: "a") == [FileDigest(Array("one".utf8))])
  }
}
