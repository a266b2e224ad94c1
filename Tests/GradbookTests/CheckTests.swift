import Foundation
import Testing

/// `check` and `clean` through the real command line.
@Suite struct CheckTests {
  @Test("an experiment that differs from what is remembered is named, with the first difference")
  func wobbly() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      """
      # Two experiments

      ```swift experiment id=steady
      print("same")
      ```

      ```swift experiment id=wobbly
      print("first")
      print(Int.random(in: 0..<1_000_000_000))
      ```

      """, to: "Chapters/en/01-a.md")
    let run = try await CommandRun(["check"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.output == "1 of 2 experiments repeat themselves\n")
    #expect(run.errors.hasPrefix("Chapters/en/01-a.md:7:1: error: the experiment 'wobbly'"))
    #expect(run.errors.contains("output 1: line 2 is '"))
    #expect(!run.errors.contains("steady"))
  }

  @Test("clean removes what is remembered, and leaves what is not Gradbook's")
  func clean() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("x", to: "cache/experiments/entry")
    try scratch.write("y", to: "cache/mine")
    let cache = scratch.file("cache").path
    let run = try await CommandRun(["clean"], environment: ["GRADBOOK_CACHE": cache])
    #expect(run.exitCode == 0)
    #expect(run.output == "Removed \(cache)\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache) == ["mine"])
  }

  @Test("two builds at once write the same site as one")
  func twoAtOnce() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(CommandTests.chapter, to: "Chapters/en/01-first.md")
    async let first = CommandRun(["build", "--no-cache", "--output", "a"], in: scratch.folder)
    async let second = CommandRun(["build", "--no-cache", "--output", "b"], in: scratch.folder)
    for run in try await [first, second] { #expect(run.exitCode == 0, "\(run.errors)") }
    #expect(try scratch.read("a/en/01-first.html") == scratch.read("b/en/01-first.html"))
  }
}
