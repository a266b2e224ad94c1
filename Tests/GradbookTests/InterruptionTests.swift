import Foundation
import TestTurns
import Testing

/// `gradbook` asked to end, or killed, in the middle of its work.
@Suite(.serialized, .startsPrograms) struct InterruptionTests {
  /// A book with an experiment that never ends by itself, ignores what it can, and has left a process of
  /// a session of its own. The temporary folder's name marks all that is started for it.
  private struct EndlessBook {
    let scratch: Scratch
    var temporary: String { scratch.file("temporary").path }

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

        ```swift experiment id=endless timeout=600s
        for number in 1..<32 as Range<Int32> { signal(number, SIG_IGN) }
        if fork() == 0 { setsid() }
        while seed >= 0 { usleep(1000) }
        ```

        """, to: "Chapters/en/01-a.md")
      try scratch.write(CommandRun.oldPage, to: "_site/en/01-a.html")
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
      case .compiling:
        try await wait { CommandRun.processes(naming: temporary) > 0 }
      case .running:
        try await wait {
          CommandRun.processes(naming: temporary, "/program") >= 2
            && CommandRun.processes(naming: temporary, "swift-frontend") == 0
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
    arguments: Moment.allCases, [SIGINT, SIGTERM, SIGQUIT])
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
    #expect(CommandRun.processes(naming: book.temporary) == 0)
    #expect(try book.temporaryFiles == [])
    #expect(try book.scratch.read("_site/en/01-a.html") == CommandRun.oldPage)
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
      try await book.wait { CommandRun.processes(naming: book.temporary) == 0 }
      #expect(try !book.temporaryFiles.isEmpty)
      #expect(try book.scratch.read("_site/en/01-a.html") == CommandRun.oldPage)
    }
    try book.scratch.write("half", to: "_site/en/.gradbook-temporary-1-abc")
    try book.scratch.write(CommandTests.chapter, to: "Chapters/en/01-a.md")
    let next = try await book.start().end()
    #expect(next.exitCode == 0, "\(next.errors)")
    #expect(try book.temporaryFiles == [])
  }

  /// `GRADBOOK_KILLS` says how often; 100 times take minutes.
  private static let kills =
    ProcessInfo.processInfo.environment["GRADBOOK_KILLS"].flatMap(Int.init) ?? 10

  @Test("killed again and again at any moment, and then let be, it writes the site as ever")
  func killedOften() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try FileManager.default.createDirectory(
      at: scratch.file("temporary"), withIntermediateDirectories: true)
    let environment = ["TMPDIR": scratch.file("temporary").path]
    func write(_ name: String, number: Int) throws {
      let text = CommandTests.chapter.replacingOccurrences(of: "double", with: name)
        .replacingOccurrences(of: "order: 1", with: "order: \(number)")
      try scratch.write(text, to: "Chapters/en/\(name).md")
    }
    for (index, name) in ["a", "b", "moving-0"].enumerated() {
      try write(name, number: index + 1)
    }
    #expect(try await CommandRun(["build"], in: scratch.folder).exitCode == 0)
    let start = ContinuousClock.now
    #expect(try await CommandRun(["build", "--no-cache"], in: scratch.folder).exitCode == 0)
    let usual = ContinuousClock.now - start
    let page = try scratch.read("_site/en/a.html")
    for attempt in 1...Self.kills {
      // Each build has a page to write, and one to remove.
      try FileManager.default.removeItem(at: scratch.file("Chapters/en/moving-\(attempt - 1).md"))
      try write("moving-\(attempt)", number: 3)
      let command = try CommandProcess(
        ["build", "--no-cache"], in: scratch.folder, environment: environment)
      try await Task.sleep(for: usual * Double.random(in: 0...1.1))
      command.send(SIGKILL)
      _ = try await command.end()
      #expect(try scratch.read("_site/en/a.html").count == page.count)
    }
    // A compiler whose command was killed may still write.
    for _ in 0..<3000 where CommandRun.processes(naming: scratch.file("temporary").path) > 0 {
      try await Task.sleep(for: .milliseconds(10))
    }
    let last = try await CommandRun(["build"], in: scratch.folder, environment: environment)
    #expect(last.exitCode == 0 && last.errors.isEmpty, "\(last.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.file("temporary").path) == [])
    let whole = try await CommandRun(
      ["build", "--output", "whole", "--no-cache"], in: scratch.folder)
    #expect(whole.exitCode == 0, "\(whole.errors)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: scratch.file("_site").path)
    #expect(files.contains("en/moving-\(Self.kills).swift"))
    #expect(
      try files.sorted()
        == FileManager.default.subpathsOfDirectory(atPath: scratch.file("whole").path).sorted())
    for name in files where name != "en" {
      #expect(try scratch.read("_site/\(name)") == scratch.read("whole/\(name)"), "\(name)")
    }
  }

  @Test("the next command sweeps the temporary folder, even one that runs no experiment")
  func sweeping() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let mark = "Gradbook made this folder for its own use, and removes it.\n"
    try scratch.write(mark, to: "temporary/gradbook-temporary-Ab3dEf/GRADBOOK.TAG")
    try scratch.write("", to: "temporary/gradbook-temporary-Ab3dEf/content/scratch")
    try FileManager.default.createDirectory(
      at: scratch.file("temporary/gradbook-temporary-empty0"), withIntermediateDirectories: true)
    // Killed while it wrote the mark.
    try scratch.write("Gradb", to: "temporary/gradbook-temporary-marked/.gradbook-temporary-1-abc")
    try scratch.write("gradbook-sandbox report\n", to: "temporary/gradbook-report-\(Int32.max)-1")
    // These are somebody's own.
    try scratch.write("Dear reader,\n", to: "temporary/gradbook-report-\(Int32.max)-2")
    try scratch.write("", to: "temporary/gradbook-notes")
    try scratch.write("", to: "temporary/gradbook-temporary-Thesis/chapter")
    try scratch.write("", to: "temporary/.gradbook-temporary-notes")
    try scratch.write("# Text\n", to: "a.md")
    let run = try await CommandRun(
      ["render", "a.md"], in: scratch.folder,
      environment: ["TMPDIR": scratch.file("temporary").path])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: scratch.file("temporary").path).sorted()
        == [
          ".gradbook-temporary-notes", "gradbook-notes", "gradbook-report-\(Int32.max)-2",
          "gradbook-temporary-Thesis", "gradbook-temporary-Thesis/chapter",
        ])
  }
}
