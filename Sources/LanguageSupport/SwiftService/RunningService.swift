import BookModel
import Execution
import Files
import Foundation
import LanguageProtocol

/// The service while it runs, with the programs that it has been told.
final class RunningService {
  let connection: ServiceConnection
  let tools: EditingTools
  private let folder: ServiceFolder
  /// The programs by the paths of their chapters.
  private var documents: [String: Document] = [:]
  private var uses = 0

  private struct Document {
    var number: Int
    var version = 0
    var text: String?
    var lastUse = 0
  }

  /// The options of the service itself.
  private struct Options: Encodable {
    var backgroundIndexing = false
    var logging = ["level": "fault"]
  }

  private struct Start: Encodable {
    struct Abilities: Encodable {
      struct Document: Encodable {
        struct Completion: Encodable {
          struct Item: Encodable {
            var snippetSupport = true
            var documentationFormat = ["markdown"]
          }
          var completionItem = Item()
        }
        struct Hover: Encodable { var contentFormat = ["markdown"] }
        struct Diagnostic: Encodable { var dynamicRegistration = false }
        var completion = Completion()
        var hover = Hover()
        var diagnostic = Diagnostic()
      }
      var textDocument = Document()
    }
    var processId: Int?
    var rootUri: String
    var capabilities = Abilities()
    var initializationOptions = Options()
    var workspaceFolders: [InitializeParameters.Folder]
  }

  /// Starts the service and waits until it is ready.
  static func start(_ tools: EditingTools, in folder: ServiceFolder, within seconds: Double)
    async throws -> sending RunningService
  {
    try folder.write(tools)
    let connection = try ServiceConnection(
      tools.command, environment: tools.environment, folder: folder.path,
      isConfined: tools.isConfined)
    let root = address(folder.path)
    let start = Start(
      processId: nil, rootUri: root, workspaceFolders: [.init(uri: root, name: "chapters")])
    do {
      _ = try await connection.request("initialize", start, as: Empty.self, within: seconds)
    } catch {
      connection.end()
      throw error
    }
    connection.notify("initialized", Empty())
    return RunningService(connection, tools, folder)
  }

  private init(_ connection: ServiceConnection, _ tools: EditingTools, _ folder: ServiceFolder) {
    (self.connection, self.tools, self.folder) = (connection, tools, folder)
  }

  /// Tells the service a chapter's program, if it does not know it yet.
  /// - Returns: the address of the program
  func show(_ program: EditedProgram, of chapter: String) -> String {
    uses += 1
    var document = documents[chapter] ?? Document(number: freeNumber())
    let address = Self.address(folder.program(document.number))
    if document.text == nil {
      document.version = 1
      connection.notify(
        "textDocument/didOpen",
        DocumentOpening(uri: address, language: "swift", version: 1, text: program.source))
    } else if document.text != program.source {
      document.version += 1
      connection.notify(
        "textDocument/didChange",
        DocumentChange(uri: address, version: document.version, text: program.source))
    }
    (document.text, document.lastUse) = (program.source, uses)
    documents[chapter] = document
    return address
  }

  /// Forgets a chapter's program.
  func close(_ chapter: String) {
    guard let document = documents.removeValue(forKey: chapter) else { return }
    connection.notify(
      "textDocument/didClose",
      DocumentParameters(uri: Self.address(folder.program(document.number))))
  }

  /// Returns a number that no chapter has; the chapter that was not used for the longest time gives its
  /// own when there is none.
  private func freeNumber() -> Int {
    let taken = Set(documents.values.map(\.number))
    if let free = (0..<ServiceFolder.count).first(where: { !taken.contains($0) }) { return free }
    guard let oldest = documents.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return 0 }
    close(oldest.key)
    return oldest.value.number
  }

  /// Returns the address of a file of ours.
  static func address(_ path: String) -> String { URL(filePath: path).absoluteString }

  /// Returns the path in an address of a file; nil for another one.
  static func path(_ address: String) -> String? {
    guard let url = URL(string: address), url.isFileURL else { return nil }
    return url.path(percentEncoded: false)
  }
}
