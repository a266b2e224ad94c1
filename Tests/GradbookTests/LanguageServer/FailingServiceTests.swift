import Foundation
import TestTurns
import Testing

/// The language server where the toolchain's own service is missing, crashes, hangs or vanishes, and its
/// end where it or its client is ended.
@Suite(.serialized, .startsPrograms) struct FailingServiceTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(LspCommandTests.chapter, to: "Chapters/en/01-a.md")
    try scratch.write("", to: "temporary/.keep")
  }

  private func client(_ service: StubToolchain.Service?) async throws
    -> (LanguageClient, OpenChapter, StubToolchain?)
  {
    _ = try await LspCommandTests.engine.value
    let toolchain = try service.map { try StubToolchain($0, in: scratch) }
    let client = try LanguageClient(
      service == nil ? [] : ["--no-sandbox"],
      environment: ["TMPDIR": scratch.file("temporary").path]
        .merging(toolchain?.environment ?? [:]) { $1 })
    try await client.initialize()
    return (client, try OpenChapter(client, scratch.file("Chapters/en/01-a.md")), toolchain)
  }

  private func wait(within seconds: Double = 30, until condition: () throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while try !condition() {
      try #require(ContinuousClock.now < end, "waited in vain")
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Our own answers come at once, Swift's are empty.
  private func expectOwnAnswers(_ chapter: OpenChapter) async throws {
    #expect(try await chapter.ask("completion", behind: "](#").labels.contains("loss"))
    #expect(try await chapter.ask("hover", behind: "$\\et").content["result"] is [String: Any])
    #expect(try await chapter.ask("references", behind: "{#lo").list.count == 2)
  }

  @Test("Without the service all of ours works, and one message says what is missing")
  func missing() async throws {
    defer { scratch.remove() }
    let (client, chapter, _) = try await client(.missing)
    let message = try await client.notification("window/showMessage")
    #expect(message.words.contains("/toolchain/bin/sourcekit-lsp'"), "\(message.words)")
    try await expectOwnAnswers(chapter)
    #expect(try await chapter.ask("completion", behind: "trainer.").labels == [])
    try chapter.replace("See ", with: "See [](#none) and ")
    #expect(try await chapter.findings { $0.count == 3 }.count == 3)
    await #expect(throws: LanguageClient.Timeout.self) {
      try await client.notification("window/showMessage", within: 0.3)
    }
    #expect(try await client.end() == 0)
  }

  @Test("A service that crashes each time is started a few times, and then given up with a message")
  func crashing() async throws {
    defer { scratch.remove() }
    let (client, chapter, toolchain) = try await client(.crashing)
    let message = try await client.notification("window/showMessage")
    #expect(message.words.contains("no longer completed") && message.words.contains("4 times"))
    #expect(toolchain?.starts == 4)
    try await expectOwnAnswers(chapter)
    #expect(try await chapter.ask("completion", behind: "trainer.").labels == [])
    #expect(toolchain?.starts == 4)
    #expect(try await client.end() == 0)
  }

  @Test("A service that hangs holds up nothing of ours, is started again, and ends with the server")
  func hanging() async throws {
    defer { scratch.remove() }
    let (client, chapter, toolchain) = try await client(.hanging)
    try await wait { toolchain?.starts == 1 }
    let question = try client.ask(
      "textDocument/completion",
      ["textDocument": ["uri": chapter.uri], "position": chapter.place(behind: "trainer.")])
    try await expectOwnAnswers(chapter)
    // They came before the service's time was over.
    #expect(toolchain?.starts == 1)
    let answer = try await client.message { $0.content["id"] as? Int == question }
    #expect(answer.labels == [] && answer.values["isIncomplete"] as? Bool == true)
    try await wait { toolchain?.starts == 2 }
    #expect(try await client.end() == 0)
  }

  @Test("A service that is killed is started again; when the toolchain is gone, a message says so")
  func vanishing() async throws {
    defer { scratch.remove() }
    let (client, chapter, toolchain) = try await client(.real)
    func services() -> [Int32] { Self.processes(naming: "sourcekit-lsp", below: client) }
    #expect(
      try await chapter.proposals(behind: "trainer.").labels.contains("learningRate"))
    for process in services() { kill(process, SIGKILL) }
    #expect(try await !chapter.proposals(behind: "trainer.").labels.isEmpty)
    try toolchain?.vanish()
    for process in services() { kill(process, SIGKILL) }
    _ = try await chapter.ask("completion", behind: "trainer.")
    let message = try await client.notification("window/showMessage")
    #expect(message.words.contains("has no") && message.words.contains("sourcekit-lsp"))
    try await expectOwnAnswers(chapter)
    #expect(try await client.end() == 0)
  }

  /// The processes with a name that a client's server has started, or whose parent is gone.
  private static func processes(naming name: String, below client: LanguageClient) -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter { number in
      guard let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline"),
        let status = try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
      else { return false }
      return String(decoding: line, as: UTF8.self).contains(name)
        && status.contains("PPid:\t\(client.process.processIdentifier)\n")
    }
  }

  /// The ways in which a session can end.
  enum End: CaseIterable { case terminated, interrupted, killed, inputClosed, exitAlone }

  @Test("However the session ends, the service ends with it", arguments: End.allCases)
  func ends(end: End) async throws {
    defer { scratch.remove() }
    let (client, chapter, _) = try await client(nil)
    let temporary = scratch.file("temporary").path
    #expect(try await !chapter.proposals(behind: "trainer.").labels.isEmpty)
    #expect(CommandRun.processes(naming: temporary) > 0)
    let number = client.process.processIdentifier
    switch end {
    case .terminated: kill(number, SIGTERM)
    case .interrupted: kill(number, SIGINT)
    case .killed: kill(number, SIGKILL)
    case .inputClosed: try client.closeInput()
    case .exitAlone: try client.notify("exit")
    }
    let code = try await client.exitCode(within: 20)
    let expected: [End: Int32] = [
      .terminated: SIGTERM, .interrupted: SIGINT, .killed: SIGKILL, .inputClosed: 1, .exitAlone: 1,
    ]
    #expect(code == expected[end])
    try await wait(within: 20) { CommandRun.processes(naming: temporary) == 0 }
  }

  @Test("A client that is gone ends the session, even when its end of the input stays open")
  func clientGone() async throws {
    defer { scratch.remove() }
    let other = Process()
    other.executableURL = URL(filePath: "/bin/sleep")
    other.arguments = ["1000"]
    try other.run()
    let client = try LanguageClient()
    _ = try await client.request(
      "initialize", ["processId": Int(other.processIdentifier), "capabilities": [:]])
    kill(other.processIdentifier, SIGKILL)
    var status: Int32 = 0
    // Until somebody asks how it ended, it has its number.
    waitpid(other.processIdentifier, &status, 0)
    #expect(try await client.exitCode(within: 20) == 1)
  }
}
