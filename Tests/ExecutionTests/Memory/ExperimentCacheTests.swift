import BookModel
import Files
import Testing

@testable import Execution

@Suite struct ExperimentCacheTests {
  private func key(
    _ blocks: TestBlock..., seed: UInt64 = 1, settings: [String: Double] = [:],
    engine: String = "e"
  ) -> ExperimentKey {
    var chapter = chapter()
    chapter.frontMatter.seed = seed
    for block in blocks { chapter.blocks += ExecutionTests.chapter(block).blocks }
    let units = ChapterUnits(chapter)
    return ExperimentKey(
      ExperimentProgram(Island(units.experiments[0], in: units)), settings: settings,
      engine: engine)
  }

  @Test("The contents of a data file and its name change the key; its path and its times do not")
  func dataKeys() {
    func key(_ files: (name: String, digest: String, stamp: String)...) -> ExperimentKey {
      var chapter = chapter(.experiment("x", "print(1)"))
      chapter.blocks[0].options.data = files.map { name, digest, stamp in
        var file = DeclaredFile(name: name, range: chapter.blocks[0].fence)
        file.content = .init(path: "/\(stamp)/\(name)", size: 1, digest: digest, stamp: stamp)
        return file
      }
      let units = ChapterUnits(chapter)
      return ExperimentKey(
        ExperimentProgram(Island(units.experiments[0], in: units)), engine: "e")
    }
    let base = key(("a", "1", "monday"), ("b", "2", "monday"))
    #expect(key(("a", "1", "friday"), ("b", "2", "friday")) == base)
    let others = [
      key(("a", "3", "monday"), ("b", "2", "monday")), key(("a", "1", "monday")),
      key(("b", "1", "monday"), ("a", "2", "monday")),
      key(("a", "2", "monday"), ("b", "1", "monday")),
    ]
    #expect(Set(others + [base]).count == others.count + 1)
  }

  @Test(
    "Whatever can change the outputs changes the key; a column, an id or a block below does not")
  func keys() {
    let base = key(.setup("let a = 1"), .experiment("x", "print(a)"))
    let others = [
      key(.setup("let a = 2"), .experiment("x", "print(a)")),
      key(.setup("let a = 1"), .experiment("x", "print(a )")),
      key(.setup("let a = 1"), .experiment("x", "print(a)"), settings: ["k": 1]),
      key(.setup("let a = 1"), .experiment("x", "print(a)"), settings: ["k": 2]),
      key(.setup("let a = 1"), .experiment("x", "print(a)"), settings: ["l": 1]),
      key(.setup("let a = 1"), .setup(""), .experiment("x", "print(a)")),
      key(.setup("let a = 1"), .experiment("x", "print(a)", timeout: 11)),
      key(.setup("let a = 1"), .experiment("x", "print(a)"), seed: 2),
      key(.setup("let a = 1"), .experiment("x", "print(a)"), engine: "f"),
      key(.experiment("x", "print(a)")),
      key(.setup("let a = 1"), .experiment("x", "print(a)", expect: .trap)),
    ]
    #expect(Set(others + [base]).count == others.count + 1)
    #expect(key(.setup("let a = 1", column: 5), .experiment("x", "print(a)", column: 3)) == base)
    #expect(key(.setup("let a = 1"), .experiment("other", "print(a)")) == base)
    let below = TestBlock.setup("extension Int {}\ninfix operator %%\nstruct Int {}")
    #expect(key(.setup("let a = 1"), .experiment("x", "print(a)"), below) == base)
  }

  @Test("When there are too many entries, those that were used last stay, and what is not an entry")
  func trimming() throws {
    let folder = try TemporaryFolder()
    let cache = ExperimentCache(folder: folder.path, entryLimit: 10)
    let names = (0..<12).map { String(repeating: "\($0 < 10 ? "0" : "")\($0)", count: 16) }
    try FileAccess.writeAtomically([1], to: folder.path + "/mine")
    for number in 0..<12 {
      let path = folder.path + "/" + names[number]
      try FileAccess.writeAtomically([1], to: path)
      var times = [timeval(tv_sec: 1000 + number, tv_usec: 0)]
      times.append(times[0])
      #expect(utimes(path, times) == 0)
    }
    cache.trim()
    #expect(FileAccess.names(in: folder.path) == names[3...] + ["mine"])
  }

  @Test("When entries have too many bytes, those that were used last stay")
  func trimmingByBytes() throws {
    let folder = try TemporaryFolder()
    let cache = ExperimentCache(folder: folder.path, byteLimit: 1000)
    let names = (0..<6).map { String(repeating: "0\($0)", count: 16) }
    for number in 0..<6 {
      let path = folder.path + "/" + names[number]
      try FileAccess.writeAtomically([UInt8](repeating: 1, count: 200), to: path)
      let time = timeval(tv_sec: 1000 + number, tv_usec: 0)
      #expect(utimes(path, [time, time]) == 0)
    }
    cache.trim()
    #expect(FileAccess.names(in: folder.path) == Array(names[2...]))
  }
}
