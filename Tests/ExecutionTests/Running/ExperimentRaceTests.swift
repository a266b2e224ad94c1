import BookModel
import Files
import TestTurns
import Testing

@testable import Execution

/// An experiment's two programs, unoptimized and optimized, side by side.
@Suite(.serialized, .startsPrograms) struct ExperimentRaceTests {
  /// Minutes unless it is optimized, which leaves no loop: on a busy machine, too, only the optimized
  /// program ends within the time limit.
  private static let loop = """
    var sum = 0
    for step in 0..<20_000_000_000 { sum &+= step &* step }

    """

  @Test("A long loop's result is the optimized program's, which goes first the next time")
  func heavy() async throws {
    let cache = try TemporaryFolder()
    let first = chapter(.experiment("loop", Self.loop + "print(sum)", timeout: 4))
    let executor = Executor.testing(cache: cache.path)
    let run = await executor.run(first)
    #expect(run.results["loop"] == ExperimentResult(outputs: [.text("-1994041205423780864\n")]))
    let units = ChapterUnits(first)
    let island = Island(units.experiments[0], in: units)
    let store = ProgramStore(folder: cache.path + "/programs")
    #expect(store.quicker(of: island) == .speed)

    // Also then a trap's reason and place are those of the unoptimized program.
    let trap = chapter(
      .experiment("loop", "print(1)\nlet a = [1, 2]\nprint(a[Int(seed) + 7])", timeout: 60))
    #expect(
      await executor.run(trap).results["loop"]?.failure?.description == """
        Chapters/en/09-test.md:13:8: error: the experiment trapped: index out of range
          hint: indices run from 0 to count - 1
        """)
    #expect(store.quicker(of: island) == .none)
  }

  @Test("A program that behaves differently when optimized is an error where both are compared")
  func differences() async throws {
    // How far apart the frames of two functions stand is nothing that a program may rely on.
    let frames = """
      @inline(never) func inner(_ outer: Int) -> Int {
        var own = [seed].count
        return withUnsafeMutablePointer(to: &own) { outer - Int(bitPattern: $0) }
      }
      func distance() -> Int {
        var own = 1
        return withUnsafeMutablePointer(to: &own) { inner(Int(bitPattern: $0)) }
      }

      """
    let text = chapter(
      .setup("import Glibc\n" + frames), .experiment("prints", "print(distance())"),
      .experiment("ends", "exit(Int32(truncatingIfNeeded: distance() / 8 & 127) + 1)"),
      .experiment("steady", "print(seed)"), .experiment("clock", "print(clock())"))
    let run = await Executor.testing(use: .comparing).run(text)
    let failures = run.results.compactMapValues { $0.failure?.message }
    let start = "the experiment behaves differently when it is optimized: "
    #expect(failures["prints"] == start + "it puts out something else")
    #expect(failures["ends"]?.hasPrefix(start + "'the experiment ended with status ") == true)
    #expect(failures.count == 2)
    #expect(run.results["steady"]?.text == "1\n")
    let again = await Executor.testing().run(text)
    #expect(again.results["prints"]?.failure == nil)
  }

  @Test("Where the driver's answer is not understood, or there is no lld, the driver does it all")
  func otherToolchains() async throws {
    let folder = try TemporaryFolder()
    let real = try await Toolchain.find(
      named: nil, notes: folder.path, timeLimit: 600
    ).get().compiler
    let run = "exec \(real) \"$@\""
    for (name, script) in [
      ("plain", run),
      ("strange", "case \" $* \" in *' -### '*) echo 'ready when you are';; *) \(run);; esac"),
    ] {
      let stub = folder.path + "/" + name
      try FileAccess.writeAtomically(Array("#!/bin/sh\n\(script)\n".utf8), to: stub)
      #expect(chmod(stub, 0o755) == 0)
      let executor = Executor(
        .init(
          cacheFolder: folder.path + "/cache-" + name, compiler: stub,
          package: TestEngine.package, sandbox: .off))
      let run = await executor.run(
        chapter(
          .experiment("good", "import Glibc\nprint(sqrt(4.0))"),
          .experiment("trap", "let a = [1]\nprint(a[Int(seed)])"),
          .experiment("wrong", "let x: Int = \"\"")))
      #expect(run.results["good"]?.text == "2.0\n", "\(name): \(run.diagnostics)")
      #expect(run.results["trap"]?.failure?.range?.start.line == 32, "\(name)")
      #expect(run.results["wrong"]?.failure?.range?.start.line == 51, "\(name)")
    }
  }
}
