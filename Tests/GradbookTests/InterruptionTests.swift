import Foundation
import Testing

/// `gradbook` asked to end, or killed, in the middle of its work.
@Suite(.serialized) struct InterruptionTests {
  /// A book with an experiment that never ends by itself, ignores what it can, and has left a process of
  /// a session of its own. The id marks both.
  private struct EndlessBook {
    let scratch: Scratch
    let id = "endless-\(UUID().uuidString.lowercased())"

    init() throws {
      scratch = try Scratch()
      try FileManager.default.createDirectory(
        at: scratch.file("temporary"), withIntermediateDirectories: true)
      try scratch.write(
        """
        # Endless

        ```swift setup
        import Glibc
        let fork = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
        ```

        ```swift experiment id=\(id) timeout=600s
        for number in 1..<32 as Range<Int32> { signal(number, SIG_IGN) }
        if fork() == 0 { setsid() }
        while seed >= 0 { usleep(1000) }
        ```

        """, to: "Chapters/en/01-a.md")
      try scratch.write("old", to: "_site/en/01-a.html")
    }

    /// The engine takes minutes where many build at once; what is waited for below comes after it.
    private static let engine = Task {
      let scratch = try Scratch()
      defer { scratch.remove() }
      try scratch.write(CommandTests.chapter, to: "a.md")
      try await CommandRun(["render", "a.md"], in: scratch.folder)
    }

    func start(_ arguments: [String] = ["build"]) async throws -> CommandProcess {
      _ = try await Self.engine.value
      return try CommandProcess(
        arguments, in: scratch.folder, environment: ["TMPDIR": scratch.file("temporary").path])
    }

    /// The processes of this machine that have all of the texts in what started them.
    func processes(_ texts: String...) -> Int {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.count { name in
        guard Int(name) != nil,
          let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
        else { return false }
        return texts.allSatisfy { line.range(of: Data($0.utf8)) != nil }
      }
    }

    func wait(until condition: () throws -> Bool) async throws {
      for _ in 0..<3000 {
        if try condition() { return }
        try await Task.sleep(for: .milliseconds(10))
      }
      Issue.record("waited in vain")
    }

    /// Waits until the compiler runs, or the experiment and what it has left.
    func reach(_ moment: Moment) async throws {
      switch moment {
      case .compiling: try await wait { processes(scratch.file("temporary").path) > 0 }
      case .running:
        // Other tests compile, too.
        try await wait {
          processes(id) >= 2 && processes("swift-frontend", scratch.file("temporary").path) == 0
        }
      }
    }

    var temporaryFiles: [String] {
      get throws {
        try FileManager.default.contentsOfDirectory(atPath: scratch.file("temporary").path)
          + FileManager.default.contentsOfDirectory(atPath: scratch.file("_site/en").path)
          .filter { $0.hasPrefix(".") }
      }
    }
  }

  enum Moment: CaseIterable { case compiling, running }

  @Test(
    "asked to end, it does so by the signal within two seconds, and leaves nothing",
    arguments: Moment.allCases, [SIGINT, SIGTERM])
  func asked(moment: Moment, number: Int32) async throws {
    let book = try EndlessBook()
    defer { book.scratch.remove() }
    let command = try await book.start(number == SIGINT ? ["build"] : ["build", "--no-cache"])
    try await book.reach(moment)
    let clock = ContinuousClock.now
    command.send(number)
    let run = try await command.end()
    #expect(run.end - clock < .seconds(2))
    #expect(run.exitCode == 128 + number)
    #expect(run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
    #expect(book.processes(book.id) == 0)
    #expect(try book.temporaryFiles == [])
    #expect(try book.scratch.read("_site/en/01-a.html") == "old")
  }

  @Test("a watch that is asked to end does so, too")
  func watch() async throws {
    let book = try EndlessBook()
    defer { book.scratch.remove() }
    try book.scratch.write("# Nothing runs\n", to: "Chapters/en/01-a.md")
    let command = try await book.start(["build", "--watch"])
    try await book.wait { try book.scratch.read("_site/en/01-a.html").contains("Nothing runs") }
    try await Task.sleep(for: .milliseconds(100))
    command.send(SIGINT)
    #expect(try await command.end().exitCode == 128 + SIGINT)
  }

  @Test("killed, it leaves no process and no half page, and the next build sweeps the rest")
  func killed() async throws {
    let book = try EndlessBook()
    defer { book.scratch.remove() }
    for moment in Moment.allCases {
      let command = try await book.start()
      try await book.reach(moment)
      command.send(SIGKILL)
      #expect(try await command.end().exitCode == 128 + SIGKILL)
      try await book.wait { book.processes(book.id) == 0 }
      #expect(try !book.temporaryFiles.isEmpty)
      #expect(try book.scratch.read("_site/en/01-a.html") == "old")
    }
    try book.scratch.write("half", to: "_site/en/.temporary-1-abc")
    try book.scratch.write(CommandTests.chapter, to: "Chapters/en/01-a.md")
    let next = try await book.start().end()
    #expect(next.exitCode == 0, "\(next.errors)")
    #expect(try book.temporaryFiles == [])
  }

  @Test("killed again and again at any moment, and then let be, it writes the site as ever")
  func killedOften() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for name in ["a", "b"] {
      try scratch.write(
        CommandTests.chapter.replacingOccurrences(of: "double", with: name),
        to: "Chapters/en/\(name).md")
    }
    let whole = try await CommandRun(["build", "--output", "whole"], in: scratch.folder)
    #expect(whole.exitCode == 0, "\(whole.errors)")
    for attempt in 0..<10 {
      let command = try CommandProcess(["build", "--no-cache"], in: scratch.folder)
      try await Task.sleep(for: .milliseconds(5 + 97 * attempt))
      command.send(SIGKILL)
      _ = try await command.end()
      for name in ["a", "b"] {
        let page = try? scratch.read("_site/en/\(name).html")
        #expect(try page == nil || page == scratch.read("whole/en/\(name).html"))
      }
    }
    #expect(try await CommandRun(["build"], in: scratch.folder).exitCode == 0)
    let files = try FileManager.default.subpathsOfDirectory(atPath: scratch.file("_site").path)
    #expect(
      files.sorted() == [
        "book.html", "en", "en/a.html", "en/a.md", "en/a.swift", "en/b.html", "en/b.md",
        "en/b.swift", "gradbook.epub", "index.html", "search-index.js",
      ])
    for name in files where name != "en" {
      #expect(try scratch.read("_site/\(name)") == scratch.read("whole/\(name)"))
    }
  }
}
