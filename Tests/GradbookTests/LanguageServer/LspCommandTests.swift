import Foundation
import TestTurns
import Testing

/// The real `gradbook lsp`, with a real client.
@Suite(.serialized, .startsPrograms) struct LspCommandTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The engine takes minutes where many build at once; the server would say so and go on.
  static let engine = Task {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(CommandTests.chapter, to: "a.md")
    try await CommandRun(["render", "a.md"], in: scratch.folder)
  }

  static let chapter = """
    ---
    title: Falling
    ---
    # Falling 𝒳

    ## Loss {#loss}

    See [](#loss), $\\eta$, `=run.floor`, [@robbins1951] and [](02-b.md#there).

    ```swift setup
    let x = Parameter(name: "x")
    let trainer = Trainer([x], SGD(learningRate: 0.2))
    ```

    > ```swift experiment id=run
    > //| caption: Loss {#fig-loss}
    > let text = "𝒳"; trainer.learningRate = 0.1
    > publish("floor", 1.0)
    > ```

    """

  /// Writes a book of two chapters.
  /// - Returns: the first one
  private func book() throws -> URL {
    try scratch.write(Self.chapter, to: "Chapters/en/01-a.md")
    try scratch.write(
      "# B\n\n## There {#there}\n\nSee [](01-a.md#loss).\n", to: "Chapters/en/02-b.md")
    try scratch.write(
      "@article{robbins1951, author={Robbins, Herbert}, title={A method}, year={1951}}\n",
      to: "Chapters/references.bib")
    return scratch.file("Chapters/en/01-a.md")
  }

  private func contents() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.folder.path)
    return Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name, (try? Data(contentsOf: scratch.file(name))) ?? Data())
      })
  }

  private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

  @Test("Swift is completed, explained and checked as one types, and nothing is written or run")
  func swift() async throws {
    defer { scratch.remove() }
    _ = try await Self.engine.value
    let file = try book()
    let before = try contents()
    let start = ContinuousClock.now
    let client = try LanguageClient()
    try await client.initialize()
    let chapter = try OpenChapter(client, file)
    let first = try await chapter.proposals(behind: "trainer.")
    let firstTime = ContinuousClock.now - start
    #expect(first.labels.contains("learningRate") && first.labels.contains("parameters"))
    #expect(!first.labels.contains { $0.hasPrefix("gradbook") })
    let edit = (first.values["items"] as? [[String: Any]])?.first?["textEdit"] as? [String: Any]
    let range = edit?["range"] as? [String: [String: Int]]
    #expect(range?["start"] == chapter.place(behind: "trainer."))

    let hover = try await chapter.ask("hover", behind: "trainer.learn")
    let explanation = (hover.values["contents"] as? [String: Any])?["value"] as? String ?? ""
    #expect(
      explanation.contains("var learningRate: Double") && explanation.contains("learning rate"))
    let help = try await chapter.ask("signatureHelp", behind: "SGD(learningRate: ")
    let forms = help.values["signatures"] as? [[String: Any]] ?? []
    #expect((forms.first?["label"] as? String)?.contains("momentum: Double") == true)
    let engine = try await chapter.ask("definition", behind: "trainer.learn").list
    let uri = try #require(engine.first?["uri"] as? String)
    let line = (engine.first?["range"] as? [String: [String: Int]])?["start"]?["line"] ?? -1
    let source = try String(contentsOf: #require(URL(string: uri)), encoding: .utf8)
    #expect(
      source.split(separator: "\n", omittingEmptySubsequences: false)[line].contains("learningRate")
    )
    let setup = try await chapter.ask("definition", behind: "; train").list
    #expect(setup.first?["uri"] as? String == chapter.uri)
    let place = (setup.first?["range"] as? [String: [String: Int]])?["start"]
    #expect(place == ["line": chapter.place(behind: "let trainer")["line"] ?? 0, "character": 4])

    var completions: [Double] = []
    var checks: [Double] = []
    for round in 0..<15 {
      try chapter.replace("trainer.learningRate", with: "trainer.learningRat")
      try chapter.replace("trainer.learningRat", with: "trainer.learningRate")
      let clock = ContinuousClock.now
      _ = try await chapter.ask("completion", behind: "trainer.")
      completions.append(Self.seconds(ContinuousClock.now - clock))
      client.forget()
      try chapter.replace("= 0.1", with: "= \"\(round)\" + 0.1")
      let edited = ContinuousClock.now
      let findings = try await chapter.findings { $0.contains { $0["severity"] as? Int == 1 } }
      checks.append(Self.seconds(ContinuousClock.now - edited))
      #expect((findings.first?["message"] as? String)?.contains("'String'") == true)
      try chapter.replace("= \"\(round)\" + 0.1", with: "= 0.1")
      _ = try await chapter.findings { $0.isEmpty }
    }
    completions.sort()
    checks.sort()
    print(
      "language server: first completion \(Self.seconds(firstTime)) s, then \(completions[7]) s;"
        + " findings of the compiler \(checks[7]) s after the edit, at most \(checks[14]) s")
    #expect(try await client.end() == 0)
    #expect(try contents() == before)
  }

  @Test("The findings are those of a build, at the same places; some as soon as the text is read")
  func findings() async throws {
    defer { scratch.remove() }
    _ = try await Self.engine.value
    let file = try book()
    let faulty = Self.chapter.replacingOccurrences(of: "[](#loss)", with: "[](#los)")
      .replacingOccurrences(of: "trainer.learningRate = 0.1", with: "train.learningRate = 0.1")
      .replacingOccurrences(of: "#there", with: "#here")
      .replacingOccurrences(of: "let x =", with: "let unused = 1\nlet x =")
    let client = try LanguageClient(["--no-sandbox"])
    try await client.initialize(["general": ["positionEncodings": ["utf-8", "utf-16"]]])
    let chapter = try OpenChapter(client, file, text: faulty)
    let found = try await chapter.findings { $0.count >= 3 }
    #expect(try await client.end() == 0)
    try scratch.write(faulty, to: "Chapters/en/01-a.md")
    let build = try await CommandRun(["build"], in: scratch.folder)
    let lines = found.map { finding -> String in
      let start = (finding["range"] as? [String: [String: Int]])?["start"] ?? [:]
      let severity = finding["severity"] as? Int == 1 ? "error" : "warning"
      let message = (finding["message"] as? String ?? "").replacing("\nhint: ", with: "\n  hint: ")
      return "Chapters/en/01-a.md:\((start["line"] ?? -1) + 1):\((start["character"] ?? -1) + 1):"
        + " \(severity): \(message)\n"
    }
    #expect(lines.count == 3)
    #expect(build.errors.hasPrefix(lines.joined()), "\(build.errors)\n\(lines)")
  }

  @Test(
    "Labels are found and renamed in the whole book, as it is open and not as it is on the disk")
  func labels() async throws {
    defer { scratch.remove() }
    let file = try book()
    let before = try contents()
    let client = try LanguageClient()
    let abilities = try await client.initialize().values["capabilities"] as? [String: Any]
    #expect(abilities?["positionEncoding"] as? String == "utf-16")
    let renames = abilities?["renameProvider"] as? [String: Any]
    #expect(renames?["prepareProvider"] as? Bool == true)
    let chapter = try OpenChapter(client, file)
    let other = try OpenChapter(client, scratch.file("Chapters/en/02-b.md"))
    try other.replace("See ", with: "Unsaved: 𝒳 [](01-a.md#loss), see ")
    try chapter.replace("[](#loss)", with: "[](#loss) and [](#loss)")
    #expect(try await chapter.ask("references", behind: "{#lo").list.count == 5)
    let target = try await chapter.ask("prepareRename", behind: "{#lo").values
    let range = target["range"] as? [String: [String: Int]]
    #expect(range?["start"] == chapter.place(behind: "{#"))
    #expect(range?["end"] == chapter.place(behind: "{#loss"))
    #expect(target["placeholder"] as? String == "loss")
    let prose = try await chapter.ask("prepareRename", behind: "Se")
    #expect(prose.errorCode == nil && prose.values.isEmpty)
    let renaming = try await chapter.ask("rename", behind: "{#lo", ["newName": "decline"])
    let changes = renaming.values["changes"] as? [String: [[String: Any]]] ?? [:]
    #expect(changes[chapter.uri]?.count == 3)
    let starts = changes[other.uri]?.compactMap {
      ($0["range"] as? [String: [String: Int]])?["start"]?["character"]
    }
    #expect(starts == [23, 45])
    let refusal = try await chapter.ask("rename", behind: "{#lo", ["newName": "De Cline"])
    #expect(refusal.errorCode == -32803)
    #expect(refusal.words.contains("'De Cline' cannot be a label"))
    #expect(try await chapter.ask("completion", behind: "02-b.md#").labels == ["b", "there"])
    #expect(try await chapter.ask("completion", behind: "[@").labels == ["robbins1951"])
    #expect(try await chapter.ask("completion", behind: "`=").labels == ["run.floor"])
    let value = try await chapter.ask("definition", behind: "`=run.fl").list
    #expect(
      (value.first?["range"] as? [String: [String: Int]])?["start"]
        == chapter.place(behind: "publish(\""))
    let outline = try await client.request(
      "textDocument/documentSymbol", ["textDocument": ["uri": chapter.uri]])
    let sections = outline.list.first?["children"] as? [[String: Any]] ?? []
    #expect(outline.list.map { $0["name"] as? String } == ["Falling 𝒳"])
    #expect(
      (sections.first?["children"] as? [[String: Any]])?.map { $0["name"] as? String }
        == ["setup 1", "run", "fig-loss"])
    #expect(try await client.end() == 0)
    #expect(try contents() == before)
  }

  @Test(
    "A file that is in no book is read as the command render reads it, and nothing around it is")
  func alone() async throws {
    defer { scratch.remove() }
    try scratch.write("# A\n\n## Here {#here}\n\n[](there/b.md#none) [](#no)\n", to: "a.md")
    try scratch.write("# B\n\n[](../a.md#here)\n", to: "there/b.md")
    let client = try LanguageClient()
    try await client.initialize()
    let chapter = try OpenChapter(client, scratch.file("a.md"))
    let findings = try await chapter.findings { !$0.isEmpty }
    let render = try await CommandRun(["render", "a.md"], in: scratch.folder)
    #expect(findings.count == 1)
    #expect(render.errors.contains("'#no'") && !render.errors.contains("none"), "\(render.errors)")
    #expect((findings.first?["message"] as? String)?.contains("'#no'") == true)
    #expect(try await chapter.ask("references", behind: "{#he").list.count == 1)
    #expect(try await chapter.ask("completion", behind: "](").labels.contains("a.html"))
    #expect(try await !chapter.ask("completion", behind: "](").labels.contains("there/b.md"))
    #expect(try await client.end() == 0)
  }

  @Test("Nonsense gets the protocol's errors, and what follows is answered")
  func nonsense() async throws {
    defer { scratch.remove() }
    let file = try book()
    let client = try LanguageClient()
    #expect(try await client.request("textDocument/hover").errorCode == -32002)
    try await client.initialize()
    #expect(try await client.request("initialize").errorCode == -32600)
    for bytes in [
      "nonsense\r\n\r\n", "Content-Length: 5\r\n\r\n{nope", "Content-Length: much\r\n\r\n",
      "Content-Length: 2\r\n\r\n[]", "Content-Length: 3\r\n\r\n\u{FF}\u{0}",
      "Content-Length: 200000\r\n\r\n" + String(repeating: "[", count: 200_000),
    ] {
      try client.send(bytes.utf8)
      let refusal = try await client.message { $0.content["id"] is NSNull }
      #expect(refusal.errorCode == -32700, "\(bytes.prefix(40))")
    }
    try client.send("Content-Length: 17\r\n\r\n{\"jsonrpc\":\"2.0\"}".utf8)
    #expect(try await client.message { $0.content["id"] is NSNull }.errorCode == -32600)
    #expect(try await client.request("no/such").errorCode == -32601)
    #expect(try await client.request("textDocument/hover", ["a": 1]).errorCode == -32602)
    try client.notify("textDocument/didChange", ["a": 1])
    _ = try await client.notification("window/showMessage") { $0.words.contains("didChange") }
    try client.notify("no/such")

    let chapter = try OpenChapter(client, file)
    let far = ["line": 900, "character": 0]
    for (start, end) in [
      (far, far), (["line": 2, "character": 0], ["line": 1, "character": 0]),
      (["line": -1, "character": 0], ["line": 0, "character": 0]),
    ] {
      try chapter.change(["range": ["start": start, "end": end], "text": "lost"])
      _ = try await client.notification("window/showMessage") {
        $0.words.contains("outside of the text") && $0.words.contains("kept")
      }
    }
    let outside = try await client.request(
      "textDocument/hover", ["textDocument": ["uri": chapter.uri], "position": far])
    #expect(outside.errorCode == -32602 && outside.words.contains("outside"))
    #expect(
      try await client.request(
        "textDocument/hover", ["textDocument": ["uri": "file:///no"], "position": far]
      ).errorCode == -32602)
    #expect(try await chapter.ask("completion", behind: "[@").labels == ["robbins1951"])
    #expect(try await client.request("shutdown").errorCode == nil)
    #expect(try await client.request("textDocument/hover").errorCode == -32600)
    try client.notify("exit")
    #expect(try await client.exitCode() == 0)
  }
}
