import Foundation
import TestTurns
import Testing

/// `check` and `clean` through the real command line.
@Suite(.startsPrograms) struct CheckTests {
  @Test("an experiment that differs from what is remembered is named, with the first difference")
  func wobbly() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      """
      # Two experiments

      A link to [another chapter](02-b.md), which is not checked.

      ```swift experiment id=steady
      print("same")
      ```

      ```swift experiment id=wobbly
      print("first")
      print(Int.random(in: 0..<1_000_000_000))
      ```

      """, to: "Chapters/en/01-a.md")
    try scratch.write(
      "# Another\n\n```swift experiment\nprint(1)\n```\n", to: "Chapters/en/02-b.md")
    let run = try await CommandRun(["check", "Chapters/en/01-a.md"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.output == "1 of 2 experiments repeat themselves\n")
    #expect(run.errors.hasPrefix("Chapters/en/01-a.md:9:1: error: the experiment 'wobbly'"))
    #expect(run.errors.contains("output 1: line 2 is '"))
    #expect(!run.errors.contains("steady"))
  }

  @Test(
    "on one core and on two, alone and beside busy loops, everything repeats itself",
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/bin/taskset"),
      "choosing the cores needs taskset"))
  func cores() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let chapters = CommandRun.package.appending(path: "Chapters")
    try FileManager.default.copyItem(at: chapters, to: scratch.file("Chapters"))
    var names = try FileManager.default.subpathsOfDirectory(atPath: chapters.path)
    // The seed with its loops and generators, linear algebra, and networks, whose products use two threads.
    // All chapters at all three loads would take five minutes; `.ci/run` builds the whole book twice.
    let isLeftOut = { (name: String) in
      name.hasSuffix(".md") && !["en/03-", "en/10-", "en/12-"].contains(where: name.hasPrefix)
    }
    for name in names where isLeftOut(name) {
      try? FileManager.default.removeItem(at: scratch.file("Chapters/\(name)"))
    }
    names.removeAll(where: isLeftOut)
    let count = try names.filter { $0.hasSuffix(".md") }.reduce(0) { count, name in
      try count
        + scratch.read("Chapters/\(name)").split(separator: "\n")
        .count { $0.hasPrefix("```swift experiment") && !$0.contains("norun") }
    }
    try #require(count > 30)
    for (cores, loops) in [("0", 0), ("0,1", 0), ("0,1", 3)] {
      let run = try await CommandProcess(
        [
          "-c",
          """
          for loop in $(seq \(loops)); do yes >/dev/null & load="$load $!"; done
          taskset -c \(cores) $gradbook check; status=$?
          [ -z "$load" ] || kill -9 $load; exit $status
          """,
        ], in: scratch.folder,
        environment: ["gradbook": CommandRun.products.appending(path: "gradbook").path],
        program: "/bin/bash"
      ).end()
      #expect(run.exitCode == 0, "\(cores) \(loops): \(run.errors)")
      #expect(run.output == "\(count) of \(count) experiments repeat themselves\n")
    }
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
