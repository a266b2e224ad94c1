import Foundation
import TestTurns
import Testing

/// The cache is its user's alone, and nothing else is written or removed as if it were a cache.
@Suite(.startsPrograms) struct CacheOwnershipTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func paths(below name: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: scratch.file(name).path).sorted()
  }

  @Test("clean removes what is remembered, and leaves what is not Gradbook's and says so")
  func clean() async throws {
    defer { scratch.remove() }
    let environment = ["GRADBOOK_CACHE": "cache"]
    try scratch.write("# Text\n", to: "a.md")
    let render = try await CommandRun(
      ["render", "a.md"], in: scratch.folder, environment: environment)
    #expect(render.exitCode == 0 && render.errors.isEmpty, "\(render.errors)")
    #expect(try paths(below: "cache").contains { $0.hasPrefix("pages/") })
    try scratch.write("x", to: "cache/pages/mine")
    try scratch.write("y", to: "cache/mine")
    let cache = scratch.file("cache").path
    let run = try await CommandRun(["clean"], in: scratch.folder, environment: environment)
    #expect(run.exitCode == 0)
    #expect(run.output.hasSuffix("/cache\n"))
    #expect(run.errors.contains("/cache/mine' is not Gradbook's; it stays"), "\(run.errors)")
    #expect(try paths(below: "cache") == ["CACHEDIR.TAG", "mine", "pages", "pages/mine"])
    try FileManager.default.removeItem(atPath: cache + "/mine")
    try FileManager.default.removeItem(atPath: cache + "/pages/mine")
    try await CommandRun(["clean"], in: scratch.folder, environment: environment)
    #expect(!FileManager.default.fileExists(atPath: cache))
  }

  @Test("a cache folder full of somebody's files is neither used nor cleaned")
  func foreignCache() async throws {
    defer { scratch.remove() }
    try scratch.write("x", to: "cache/pages/index.html")
    try scratch.write("# Text\n", to: "a.md")
    let environment = ["GRADBOOK_CACHE": scratch.file("cache").path]
    let render = try await CommandRun(
      ["render", "a.md"], in: scratch.folder, environment: environment)
    #expect(render.exitCode == 0)
    #expect(
      render.errors.contains("cache' is not Gradbook's: it holds 'pages/index.html'; nothing is"),
      "\(render.errors)")
    let run = try await CommandRun(["clean"], in: scratch.folder, environment: environment)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("is not Gradbook's: it holds 'pages/index.html'"), "\(run.errors)")
    #expect(try paths(below: "cache") == ["pages", "pages/index.html"])
  }

  @Test(
    "an ordinary user has a cache of their own, and neither uses nor cleans another's",
    .enabled(if: CommandRun.canBecomeOrdinaryUser, "becoming an ordinary user needs root"))
  func otherUser() async throws {
    defer { scratch.remove() }
    try scratch.write("# Text\n", to: "a.md")
    chmod(scratch.folder.path, 0o777)
    let program = scratch.file("gradbook")
    func run(_ arguments: [String], _ cache: String) async throws -> CommandRun {
      try? FileManager.default.removeItem(at: program)
      return try await CommandRun(
        asOrdinaryUser: arguments, in: scratch, environment: ["GRADBOOK_CACHE": cache])
    }
    let own = try await run(["render", "a.md"], "own")
    #expect(own.exitCode == 0 && own.errors.isEmpty, "\(own.errors)")
    var status = stat()
    #expect(stat(scratch.file("own").path, &status) == 0)
    #expect(status.st_uid == 65534 && status.st_mode & 0o777 == 0o700)
    try await CommandRun(
      ["render", "a.md", "-o", "b.html"], in: scratch.folder,
      environment: ["GRADBOOK_CACHE": "root"])
    let other = try await run(["render", "a.md"], "root")
    #expect(other.exitCode == 0)
    #expect(
      other.errors.contains("belongs to the user 0, and not to you (65534)"), "\(other.errors)")
    let clean = try await run(["clean"], "root")
    #expect(clean.exitCode == 1)
    #expect(clean.errors.contains("belongs to the user 0"), "\(clean.errors)")
    let back = try await CommandRun(
      ["clean"], in: scratch.folder, environment: ["GRADBOOK_CACHE": "own"])
    #expect(back.exitCode == 1)
    #expect(back.errors.contains("belongs to the user 65534, and not to you (0)"), "\(back.errors)")
  }

  @Test("clean waits for a command that uses the cache, and a command waits for clean")
  func together() async throws {
    defer { scratch.remove() }
    let environment = ["GRADBOOK_CACHE": "cache"]
    try scratch.write("# Text\n", to: "a.md")
    func render() throws -> CommandProcess {
      try CommandProcess(["render", "a.md"], in: scratch.folder, environment: environment)
    }
    #expect(try await render().end().exitCode == 0)
    let mark = open(scratch.file("cache/CACHEDIR.TAG").path, O_RDONLY | O_CLOEXEC)
    defer { close(mark) }
    func hold(_ kind: Int32, during start: () throws -> CommandProcess) async throws
      -> (run: CommandRun, release: ContinuousClock.Instant)
    {
      #expect(flock(mark, kind) == 0)
      let command = try start()
      try await Task.sleep(for: .seconds(2))
      let release = ContinuousClock.now
      flock(mark, LOCK_UN)
      return (try await command.end(), release)
    }
    let reading = try await hold(LOCK_EX, during: render)
    #expect(reading.run.exitCode == 0 && reading.run.end > reading.release)
    let cleaning = try await hold(LOCK_SH) {
      try CommandProcess(["clean"], in: scratch.folder, environment: environment)
    }
    #expect(cleaning.run.exitCode == 0 && cleaning.run.end > cleaning.release)
    #expect(cleaning.run.errors.contains("/cache'; waiting for its end"), "\(cleaning.run.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.file("cache").path))
  }

  @Test("relative paths of the cache and of the temporary folder are from the current folder")
  func relativePaths() async throws {
    defer { scratch.remove() }
    try scratch.write("# Text\n", to: "a.md")
    let mark = "Gradbook made this folder for its own use, and removes it.\n"
    try scratch.write(mark, to: "tmp/gradbook-temporary-Ab3dEf/GRADBOOK.TAG")
    let run = try await CommandRun(
      ["render", "a.md"], in: scratch.folder,
      environment: ["GRADBOOK_CACHE": "", "XDG_CACHE_HOME": "x", "TMPDIR": "tmp"])
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(try paths(below: "x/gradbook").contains("CACHEDIR.TAG"))
    #expect(try paths(below: "tmp") == [])
  }
}
