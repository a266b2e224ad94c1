import Files
import TestTurns
import Testing

@testable import Execution

/// The compiler that stays, beside the frontend that does not.
@Suite(.startsPrograms) struct ResidentCompilerTests {
  private func compiler(_ residents: ResidentCompilers? = nil) async throws -> SwiftCompiler {
    let environment = Executor.testing().environment
    let tools = try await environment.findTools().get()
    let library = try await environment.library(tools.engine).get()
    var compiler = await environment.compiler(tools.engine, library, tools.limits)
    compiler.residents = residents
    return compiler
  }

  /// The head and the end of a program as a chapter's blocks have them.
  private static func program(_ lines: String) -> String {
    """
    import Notebook
    startNotebook()
    func run() throws {
    #sourceLocation(file: "chapter.md", line: 10)
    \(lines)
    #sourceLocation()
    }
    try run()

    """
  }

  /// The second one changes what the first and third would mean if anything of it stayed.
  private static let programs = [
    program("let x = 1.5 + 2\nprint(x.text, [x, 3].map { $0 - 1 })")
      + "extension Double { var text: String { \"plain\" } }\n",
    program("print(1.5 + 2, 4 - 3)")
      + """
      extension Double {
        static func + (a: Double, b: Int) -> String { "forged" }
        var text: String { "forged" }
      }
      extension Int { static func - (a: Int, b: Int) -> String { "forged" } }
      extension String: @retroactive Error {}

      """,
    program("let x = 1.5 + 2\nprint(x.text, [x, 3].map { $0 - 1 })")
      + "extension Double { var text: String { \"plain\" } }\n",
  ]

  @Test(
    "Its objects are the frontend's to the byte, whatever it has compiled before",
    arguments: CompilerOptions.Optimization.allCases)
  func sameObjects(_ optimization: CompilerOptions.Optimization) async throws {
    let residents = ResidentCompilers()
    let compiler = try await compiler(residents)
    let plan = try #require(await compiler.plans?.plan(optimization, compiler))
    let resident = try #require(await residents.take(for: compiler, starting: true))
    let options = ["-sil-verify-none", "-disable-llvm-verify", "-disable-incremental-llvm-codegen"]
    for source in Self.programs {
      let work = try TemporaryFolder()
      let answer = await resident.compile(
        source, plan.driverArguments(optimization, options), to: work.path + "/resident.o",
        timeLimit: 60)
      #expect(answer == .done(messages: []))
      try FileAccess.makeFolder(work.path + "/temporary")
      try FileAccess.writeAtomically(Array(source.utf8), to: work.path + "/" + DriverPlan.source)
      #expect(await compiler.run(plan.frontend + options, in: work.path).ending == .exited(0))
      let objects = try ["resident.o", DriverPlan.object].map {
        try FileAccess.read(work.path + "/" + $0)
      }
      #expect(objects[0] == objects[1])
    }
    #expect(!resident.hasEnded)
  }

  @Test("What there is to say about a program is said by the frontend, and nothing of unused names")
  func sameMessages() async throws {
    let residents = ResidentCompilers()
    let (resident, alone) = (try await compiler(residents), try await compiler())
    for lines in [
      "let a: Int = \"text\"\nprint(b)", "func f(_ x: Int) {}\nfunc f(_ x: Double) {}\nf(\"\")",
      "var never = 1\nlet x = 2\nif x == 2 { return; print(x) }",
      "@available(*, deprecated, message: \"no\") func old() {}\nold()",
      "let unused = 1\nvar never = [unused]", "print(\"a", "#error(\"a\")",
      "let é = 1\nprint(é + \"\")",
    ] {
      let work = try TemporaryFolder()
      func outcome(_ compiler: SwiftCompiler, _ name: String) async -> SwiftCompiler.Outcome {
        await compiler.compile(
          Self.program(lines), .none, in: work.path + "/" + name, isOneOfMany: true)
      }
      let (first, second) = (await outcome(resident, "resident"), await outcome(alone, "alone"))
      #expect(first.messages == second.messages, "\(lines)")
      #expect(second.messages.isEmpty == lines.hasPrefix("let unused"))
      #expect((first.program == nil) == (second.program == nil))
      #expect(first.ending == second.ending)
    }
    #expect(await residents.take(for: resident, starting: false) != nil)
  }

  /// Makes a script that stands for `gradbook-compiler`.
  private func script(_ text: String, in folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/compiler"
    try FileAccess.writeAtomically(Array("#!/bin/sh\n\(text)\n".utf8), to: path)
    #expect(chmod(path, 0o755) == 0)
    return path
  }

  @Test(
    "One that ends, or cannot compile, leaves the program to the frontend",
    arguments: ["kill -9 $$", "exit 0", "while printf '\\001\\000\\000\\000r'; do sleep 0.1; done"])
  func failing(_ text: String) async throws {
    let folder = try TemporaryFolder()
    let residents = ResidentCompilers(program: try script(text, in: folder))
    var compiler = try await compiler(residents)
    compiler.sandbox = nil
    for number in 0..<4 {
      let outcome = await compiler.compile(
        Self.programs[0], .none, in: folder.path + "/\(number)", isOneOfMany: true)
      #expect(outcome.program != nil)
    }
    // Nobody starts it for ever.
    let next = await residents.take(for: compiler, starting: true)
    #expect((next == nil) == !text.contains("sleep"))
  }

  @Test("One that does not answer in time is ended")
  func late() async throws {
    let folder = try TemporaryFolder()
    let residents = ResidentCompilers(program: try script("exec sleep 100", in: folder))
    var compiler = try await compiler(residents)
    (compiler.sandbox, compiler.timeLimit) = (nil, 0.3)
    let outcome = await compiler.compile(
      Self.programs[0], .none, in: folder.path + "/work", isOneOfMany: true)
    #expect(outcome.ending == .timeLimit)
    #expect(outcome.program == nil)
    #expect(await residents.take(for: compiler, starting: false) == nil)
  }

  @Test(
    "A single program starts none, one that is ready is used, and an idle one ends after a while")
  func idle() async throws {
    let residents = ResidentCompilers(longestIdleness: .milliseconds(100))
    let compiler = try await compiler(residents)
    let folder = try TemporaryFolder()
    let single = await compiler.compile(Self.programs[0], .none, in: folder.path + "/a")
    #expect(single.program != nil)
    #expect(await residents.take(for: compiler, starting: false) == nil)
    await residents.prepare(for: compiler)
    var other = compiler
    other.engine.key = "another engine"
    let ready = await residents.take(for: compiler, starting: false)
    #expect(ready?.hasEnded == false)
    await residents.prepare(for: compiler)
    #expect(await residents.take(for: other, starting: false) == nil)
    await residents.prepare(for: compiler)
    for _ in 0..<100 {
      try await Task.sleep(for: .milliseconds(100))
      if await residents.isEmpty { break }
    }
    #expect(await residents.isEmpty)
  }
}
