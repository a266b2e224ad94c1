import Foundation
import TestTurns
import Testing

/// Live pages through the real command line: one small book, built once, that many claims are about.
@Suite(.startsPrograms) struct LiveBuildTests {
  /// The experiments, each with the reason why it is not live, if it is not.
  private static let experiments: [(id: String, code: String, reason: String?)] = [
    (
      "knobs",
      """
      let rate = knob("rate", default: 0.2, in: 0.05...0.9)
      let steps = knob("steps", default: 5, in: 1...20)
      let start = knob("start", default: "far", of: ["near", "far"])
      var x = start == "far" ? 4.0 : 1
      var losses: [Double] = []
      for _ in 0..<steps { x -= rate * x; losses.append(half * x * x) }
      print("ends at \\(x) after \\(steps) steps: \\(losses)")
      publish("end", x)
      check(x < 4, "it goes down")
      show(LossCurve(losses, epochs: steps))
      """, nil
    ),
    ("texts", "print([1.5, .nan], [2, nil] as [Double?], [\"a\"], (1...3).map { $0 })", nil),
    (
      "learned",
      """
      var random = RandomGenerator(seed: seed)
      let net = Sequential(Dense(3), Tanh(), Dense(1))
      net.initialize(.xavier(), using: &random)
      print(net(NDArray.normal([2, 2], using: &random)).elements)
      """, nil
    ),
    ("paths", "print([\"aa\", \"b\"].map(\\.count))", nil),
    ("file", "//| data: numbers.csv\nprint(data(\"numbers.csv\").column(\"x\").elements)", nil),
    (
      // Natively it traps at some settings, and does not end at others: so it does in the page.
      "ends-badly",
      """
      let n = knob("n", default: 1, in: 0...10)
      if n > 7 { while n > 7 {} }
      print([1, 2, 3][n])
      """, nil
    ),
    ("foundation", "import Foundation\nprint(String(format: \"%.1f\", 0.5))", "it uses Foundation"),
    ("wide", "print(Int.max)", "instead of '9223372036854775807'"),
    ("color", "enum Color { case red }\nprint(\"\\(Color.red)\")", "whose type has none in a page"),
    ("word", word("quiet"), nil),
    ("weak", "final class A {}\nlet a = A()\nweak var b = a\nprint(b === a)", "a weak reference"),
  ]

  /// An experiment that differs in a page at a turned knob, for one word only.
  private static func word(_ word: String) -> String {
    """
    let n = knob("n", default: 1, in: 0...10)
    print("\(word)" == "loud" && n > 3 ? Int.max : n)
    """
  }

  /// Two experiments that compile together; one of them cannot be linked.
  private static let torn = """
    # Torn

    ```swift experiment id=parsed
    print(Double("1.5") ?? 0)
    ```

    ```swift experiment id=whole
    print(1.5)
    ```

    """

  private struct Built: Sendable {
    let first: CommandRun
    let again: CommandRun
    let without: CommandRun
    let required: CommandRun
    let page: String
    let tornPage: String
    let static_: String
    let files: [String: String]
    /// The lines of the experiments' first code, by their ids.
    let lines: [String: Int]
  }

  private static let canBuild: Bool = {
    guard let compiler = CommandRun.compiler else { return false }
    let folder = URL(filePath: compiler).resolvingSymlinksInPath().deletingLastPathComponent()
    return ["wasmkit", "wasm-ld", "clang"].allSatisfy {
      FileManager.default.isExecutableFile(atPath: folder.appending(path: $0).path)
    }
  }()

  private static let built = Task { try await build() }

  private static func build() async throws -> Built {
    let scratch = try Scratch()
    defer { scratch.remove() }
    // Nothing of it may be remembered from an earlier test.
    let setup = "let half = 0.5  // \(UUID())"
    var text = "# Live\n\n```swift setup\n\(setup)\n```\n\nIt ends at `=knobs.end`.\n\n"
    var lines: [String: Int] = [:]
    for (id, code, _) in experiments {
      lines[id] = text.split(separator: "\n", omittingEmptySubsequences: false).count + 1
      let timeout = id == "ends-badly" ? " timeout=1s" : ""
      text += "```swift experiment id=\(id)\(timeout)\n\(code)\n```\n\n"
    }
    text += "```swift experiment id=left-out live=false\nprint(Int.max)\n```\n"
    text += "\n```swift experiment id=fails expect=trap\nprint([1][seed > 0 ? 1 : 0])\n```\n"
    try scratch.write(text, to: "Chapters/en/01-live.md")
    try scratch.write("x\n1\n2.5\n", to: "Chapters/en/numbers.csv")
    try scratch.write(Self.torn, to: "Chapters/en/02-torn.md")
    let first = try await CommandRun(["build", "--live", "--timings"], in: scratch.folder)
    let again = try await CommandRun(["build", "--live", "--timings"], in: scratch.folder)
    let page = try scratch.read("_site/en/01-live.html")
    let tornPage = try scratch.read("_site/en/02-torn.html")
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(
      atPath: scratch.file("_site/live").path) where name.hasSuffix(".js")
    {
      files[name] = try scratch.read("_site/live/" + name)
    }
    let without = try await CommandRun(["build"], in: scratch.folder)
    let static_ = try scratch.read("_site/en/01-live.html")
    #expect(!FileManager.default.fileExists(atPath: scratch.file("_site/live").path))
    try scratch.write(
      "# A\n\n```swift experiment id=wide live=required\nprint(Int.max)\n```\n\n```swift setup\n\(setup)\n```\n\n"
        + "```swift experiment id=word\n\(word("loud"))\n```\n",
      to: "Chapters/en/01-live.md")
    let required = try await CommandRun(["build", "--live"], in: scratch.folder)
    return Built(
      first: first, again: again, without: without, required: required, page: page,
      tornPage: tornPage, static_: static_, files: files, lines: lines)
  }

  @Test(
    "each experiment that is not live is named with its line and the reason, and the others are counted",
    .enabled(if: canBuild, "the toolchain has no wasmkit or wasm-ld"), .timeLimit(.minutes(15)))
  func report() async throws {
    let built = try await Self.built.value
    #expect(built.first.exitCode == 0, "\(built.first.errors)")
    let lines = built.first.errors.split(separator: "\n").map(String.init)
    for experiment in Self.experiments {
      let line = try #require(built.lines[experiment.id])
      let count = experiment.code.split(separator: "\n").count
      let own = lines.filter { text in
        (line..<line + count).contains { text.hasPrefix("Chapters/en/01-live.md:\($0):") }
      }
      if let reason = experiment.reason {
        #expect(own.count == 1, "\(experiment.id)")
        #expect(own.first?.contains("warning: not live: ") == true)
        #expect(own.first?.contains(reason) == true, "\(own)")
      } else {
        #expect(own == [], "\(experiment.id)")
      }
    }
    let live = Self.experiments.count { $0.reason == nil }
    #expect(
      lines.contains(
        "live in their pages: \(live + 1) of \(Self.experiments.count + 2) experiments"))
    #expect(lines.count { $0.contains("not live") } == Self.experiments.count - live + 1)
    #expect(built.first.errors.contains("hint: write 'x.fixed(2)'"))
  }

  @Test(
    "where one of the experiments that are compiled together cannot be linked, the others are live",
    .enabled(if: canBuild, "the toolchain has no wasmkit or wasm-ld"), .timeLimit(.minutes(15)))
  func torn() async throws {
    let built = try await Self.built.value
    let lines = built.first.errors.split(separator: "\n")
    let own = lines.filter { $0.hasPrefix("Chapters/en/02-torn.md:") }
    #expect(own.count == 1, "\(own)")
    #expect(own.first?.contains("02-torn.md:4:1: warning: not live: it reads a number") == true)
    let start = try #require(built.tornPage.range(of: "id=\"_live\">"))
    let data = built.tornPage[start.upperBound...].prefix { $0 != "<" }
    #expect(data.contains("\"whole\":[") && !data.contains("parsed"))
  }

  @Test(
    "the page has the numbers of its live experiments, and the modules lie beside it",
    .enabled(if: canBuild, "the toolchain has no wasmkit or wasm-ld"), .timeLimit(.minutes(15)))
  func pages() async throws {
    let built = try await Self.built.value
    let start = try #require(built.page.range(of: "id=\"_live\">"))
    let data = built.page[start.upperBound...].prefix { $0 != "<" }
    for experiment in Self.experiments {
      #expect(data.contains("\"\(experiment.id)\":[") == (experiment.reason == nil))
    }
    #expect(!data.contains("left-out") && !data.contains("fails"))
    #expect(data.contains(#"["rate",0.05,0.9,0.2]"#))
    #expect(built.files["live.js"]?.isEmpty == false)
    for name in ["drawing.js", "en/01-live.js"] {
      let script = try #require(built.files[name])
      let text = script.dropFirst("gradbookModule(\"".count).prefix { $0 != "\"" }
      let packed = try #require(Data(base64Encoded: String(text)))
      #expect(packed.starts(with: [0x1F, 0x8B, 8]))
      #expect(packed.count > 10_000)
    }
  }

  @Test(
    "what has not changed is neither compiled nor tried again",
    .enabled(if: canBuild, "the toolchain has no wasmkit or wasm-ld"), .timeLimit(.minutes(15)))
  func remembered() async throws {
    let built = try await Self.built.value
    #expect(built.again.exitCode == 0)
    let reports = [built.first, built.again].map { run in
      run.errors.split(separator: "\n").filter { $0.contains("live") && !$0.contains(" ms ") }
    }
    #expect(reports[0] == reports[1])
    let times = try [built.first, built.again].map { run in
      let row = try #require(
        run.errors.split(separator: "\n").first { $0.contains("make pages live") })
      return try #require(Double(row.split(separator: " ")[0]))
    }
    #expect(times[1] < times[0] / 5)
  }

  @Test(
    "an experiment that has to be live and is not is an error; a site without live pages has none of it",
    .enabled(if: canBuild, "the toolchain has no wasmkit or wasm-ld"), .timeLimit(.minutes(15)))
  func requiredAndWithout() async throws {
    let built = try await Self.built.value
    #expect(built.required.exitCode == 1)
    #expect(
      built.required.errors.contains(
        "Chapters/en/01-live.md:4:1: error: the experiment 'wide' has to be live and is not: line 1"
      ))
    // Another word is no translation: its code is tried at all settings again.
    let word = built.required.errors.split(separator: "\n").filter { $0.contains(".md:12:") }
    #expect(
      word.count == 1 && word.first?.contains("not live: ") == true, "\(built.required.errors)")
    #expect(built.without.exitCode == 0)
    #expect(!built.without.errors.contains("live"))
    #expect(!built.static_.contains("_live"))
  }
}
