import Foundation

/// A chapter that a client has open, with its text as the client has edited it.
final class OpenChapter {
  let client: LanguageClient
  let uri: String
  private(set) var text: String
  private var version = 1

  /// Opens a file with its text, or with another.
  init(_ client: LanguageClient, _ file: URL, text: String? = nil) throws {
    (self.client, uri) = (client, file.absoluteString)
    self.text = try text ?? String(contentsOf: file, encoding: .utf8)
    try client.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": uri, "languageId": "markdown", "version": version, "text": self.text,
        ]
      ])
  }

  /// The place behind the first occurrence of some words, in UTF-16 units.
  func place(behind words: String) -> [String: Int] {
    let end = text.range(of: words)?.upperBound ?? text.startIndex
    let line = text[..<end].utf8.count { $0 == UInt8(ascii: "\n") }
    let start = text[..<end].lastIndex { $0 == "\n" || $0 == "\r\n" }.map(text.index(after:))
    return ["line": line, "character": text[(start ?? text.startIndex)..<end].utf16.count]
  }

  /// Asks a question about the place behind some words.
  func ask(
    _ question: String, behind words: String, _ more: [String: Any] = [:]
  ) async throws -> LanguageClient.Message {
    try await client.request(
      "textDocument/" + question,
      ["textDocument": ["uri": uri], "position": place(behind: words)].merging(more) { $1 })
  }

  /// Asks for proposals for Swift, again while the service is being started, as an editor does with each
  /// letter.
  func proposals(behind words: String) async throws -> LanguageClient.Message {
    for _ in 0..<30 {
      let answer = try await ask("completion", behind: words)
      if !answer.labels.isEmpty || answer.values["isIncomplete"] as? Bool != true { return answer }
      try await Task.sleep(for: .milliseconds(100))
    }
    return try await ask("completion", behind: words)
  }

  /// Puts other words in place of some.
  func replace(_ words: String, with new: String) throws {
    guard let range = text.range(of: words) else { return }
    let end = place(behind: words)
    let start = place(behind: String(text[..<range.lowerBound]))
    text.replaceSubrange(range, with: new)
    try change([
      "range": [
        "start": range.lowerBound == text.startIndex ? ["line": 0, "character": 0] : start,
        "end": end,
      ],
      "text": new,
    ])
  }

  /// Sends a change.
  func change(_ change: [String: Any]) throws {
    version += 1
    try client.notify(
      "textDocument/didChange",
      ["textDocument": ["uri": uri, "version": version], "contentChanges": [change]])
  }

  /// Waits until the published findings are as they should be.
  func findings(
    within seconds: Double = 60, where fits: ([[String: Any]]) -> Bool
  ) async throws -> [[String: Any]] {
    func list(_ message: LanguageClient.Message) -> [[String: Any]] {
      message.values["diagnostics"] as? [[String: Any]] ?? []
    }
    let message = try await client.notification(
      "textDocument/publishDiagnostics", within: seconds
    ) { $0.values["uri"] as? String == uri && fits(list($0)) }
    return list(message)
  }
}
