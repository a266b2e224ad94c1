import Foundation
import TestTurns
import Testing

/// Setup blocks that declare names which the program around the blocks might use, or leave it.
@Suite(.startsPrograms) struct ShadowingTests {
  /// The experiment below each setup block; it prints `seen 7`.
  private static let experiment = """

    ```swift experiment id=seen
    print("seen", seed)
    ```

    """

  private func build(_ setups: [String]) async throws -> (run: CommandRun, pages: [String]) {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for (number, setup) in setups.enumerated() {
      try scratch.write(
        "---\nseed: 7\n---\n# Text\n\n```swift setup\n\(setup)\n```\n" + Self.experiment,
        to: "Chapters/en/\(number + 10).md")
    }
    let run = try await CommandRun(["build", "--no-cache"], in: scratch.folder)
    return (run, try setups.indices.map { try scratch.read("_site/en/\($0 + 10).html") })
  }

  @Test("what a setup block declares does not change how an experiment is run")
  func shadows() async throws {
    // What an extension names stands outside of all functions.
    let setups = [
      "struct CommandLine { static let arguments: [String] = [] }\nextension CommandLine {}",
      "func exit(_: Int32) -> Never { fatalError() }\nstruct Never {}\nextension Never {}",
      "enum Swift {}\nextension Swift {}\nstruct Notebook {}\nextension Notebook {}",
      "typealias String = Int\nextension String {}\nstruct Bool {}\nextension Bool {}",
      "struct UInt64 {}\nextension UInt64 {}\nstruct Error {}\nextension Error {}",
      "func == (a: String, b: String) -> Bool { false }",
    ]
    let (run, pages) = try await build(setups)
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    for (setup, page) in zip(setups, pages) { #expect(page.contains("seen 7"), "\(setup)") }
  }

  @Test("a setup block that takes the program's own names, or leaves it, is an error at its place")
  func refusals() async throws {
    let (run, _) = try await build([
      "func gradbookRun() {}", "typealias GradbookEnd = Int", "func startNotebook() {}",
      "let `gradbookExperiment` = 1", "return", "guard seed == 0 else {\n  return\n}",
    ])
    #expect(run.exitCode == 1)
    for error in [
      "10.md:7:6: error: 'gradbookRun' cannot be used in a block that runs",
      "11.md:7:11: error: 'GradbookEnd' cannot be used in a block that runs",
      "12.md:7:6: error: 'startNotebook' cannot be used in a block that runs",
      "13.md:7:5: error: 'gradbookExperiment' cannot be used in a block that runs",
      "14.md:7:1: error: non-void function should return a value",
      "15.md:8:3: error: non-void function should return a value",
    ] {
      #expect(run.errors.contains(error), "\(error) in \(run.errors)")
    }
    #expect(
      run.errors.contains("hint: a function that has a result returns one; a setup block as a"))
  }

  @Test("the programs of one chapter together have a time to compile in, which is named")
  func compileTime() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let real = try #require(CommandRun.compiler)
    try scratch.write(
      "#!/bin/sh\ncase \"$*\" in *-###*) exit 1;; *main.swift*) exec sleep 60;; esac\nexec \(real) \"$@\"\n",
      to: "swiftc")
    chmod(scratch.file("swiftc").path, 0o755)
    let experiments = (1...14).map {
      "```swift experiment id=e-\($0)\nprint(\"\(UUID())\")\n```\n"
    }
    try scratch.write("# Text\n\n" + experiments.joined(separator: "\n"), to: "a.md")
    let run = try await CommandRun(
      ["render", "a.md", "--no-sandbox"], in: scratch.folder,
      environment: ["GRADBOOK_SWIFTC": "./swiftc", "GRADBOOK_COMPILE_LIMIT": "0.2"])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("did not end within 0.2 s on this experiment"), "\(run.errors)")
    #expect(
      run.errors.contains("the programs of this chapter together took longer than 2 s"),
      "\(run.errors)")
  }
}
