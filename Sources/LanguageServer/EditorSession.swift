import BookModel
import Execution
import Foundation
import LanguageProtocol
import LanguageSupport

/// A session of the language server: it reads the messages of one client to their end and answers them. It
/// writes no file of a book.
package actor EditorSession {
  /// The stages of a session.
  private enum Stage {
    case new, running, shutDown
  }

  private let workspace: Workspace
  private let output: MessageOutput
  private var stage = Stage.new
  private var fillsIn = false
  /// The requests that have not been answered.
  private var requests: [RequestID: Task<Void, Never>] = [:]
  private var clientWatch: ClientWatch?

  /// Serves a client until it ends the session, or vanishes.
  /// - Parameters:
  ///   - book: the book around the chapters
  ///   - configuration: where the toolchain, the engine and the cache are
  ///   - input: the file with the client's messages
  ///   - output: the file for messages to the client
  /// - Returns: true when the client ended the session as it should
  package static func serve(
    _ book: any EditedBook, _ configuration: Executor.Configuration, from input: FileHandle,
    to output: FileHandle
  ) async -> Bool {
    // A client that vanishes must not end the process before the service has been ended.
    signal(SIGPIPE, SIG_IGN)
    let output = MessageOutput(output)
    let executor = Executor(configuration) { output.report($0) }
    let (ready, readiness) = AsyncStream.makeStream(of: Void.self)
    let service = SwiftService(executor) {
      output.report($0)
    } onReady: {
      readiness.yield()
    }
    let workspace = Workspace(book, service, output)
    let checks = Task { for await _ in ready { await workspace.checkAll() } }
    let isOrderly = await EditorSession(workspace, output)
      .serve(MessageInput.messages(from: input))
    checks.cancel()
    await workspace.end()
    output.flush()
    return isOrderly
  }

  private init(_ workspace: Workspace, _ output: MessageOutput) {
    (self.workspace, self.output) = (workspace, output)
  }

  private func serve(_ input: MessageInput) async -> Bool {
    messages: for await received in input.messages {
      switch received {
      case .fault(let fault): refuse(nil, ResponseError(.parseError, fault.message))
      case .message(let bytes):
        if await take(bytes, endingInput: input.end) { break messages }
      }
    }
    for task in requests.values { task.cancel() }
    return stage == .shutDown
  }

  // MARK: Messages

  /// Takes a message.
  /// - Returns: true when it ends the session
  private func take(_ bytes: [UInt8], endingInput: @escaping @Sendable () -> Void) async -> Bool {
    guard let envelope = try? MessageCoding.decode(Envelope.self, from: bytes) else {
      refuse(nil, ResponseError(.parseError, "the message is no JSON object of a request"))
      return false
    }
    // Nothing is asked of the client, so an answer is none of ours.
    guard let method = envelope.method else {
      if envelope.id == nil {
        refuse(nil, ResponseError(.invalidRequest, "the message has neither a method nor an id"))
      }
      return false
    }
    if method == "exit" { return true }
    if let id = envelope.id {
      let request = Request(id: id, method: method, bytes: bytes)
      do throws(ResponseError) { try await take(request, endingInput) } catch {
        refuse(id, error)
      }
    } else if stage == .running {
      await note(method, bytes)
    }
    return false
  }

  private func refuse(_ id: RequestID?, _ error: ResponseError) {
    output.send(Answer<Empty>(.failure(error), to: id))
  }

  private func take(_ request: Request, _ endInput: @escaping @Sendable () -> Void)
    async
    throws(ResponseError)
  {
    switch (stage, request.method) {
    case (.new, "initialize"): try await initialize(request, endInput)
    case (.new, _):
      throw ResponseError(.serverNotInitialized, "'initialize' comes before '\(request.method)'")
    case (.running, "initialize"):
      throw ResponseError(.invalidRequest, "the session has begun already")
    case (.running, "shutdown"):
      stage = .shutDown
      output.send(Answer<Empty>(.success(nil), to: request.id))
    case (.shutDown, _):
      throw ResponseError(.invalidRequest, "the session is over; only 'exit' can follow")
    case (.running, _): try await answer(request)
    }
  }

  private func initialize(_ request: Request, _ endInput: @escaping @Sendable () -> Void)
    async
    throws(ResponseError)
  {
    let parameters = try request.parameters(InitializeParameters.self)
    let abilities = parameters.capabilities
    let encodings = abilities?.general?.positionEncodings ?? []
    let encoding: PositionEncoding =
      encodings.contains(PositionEncoding.utf8.rawValue) ? .utf8 : .utf16
    await workspace.count(in: encoding == .utf8 ? .utf8 : .utf16)
    fillsIn = abilities?.textDocument?.completion?.completionItem?.snippetSupport ?? false
    clientWatch = parameters.processId.flatMap { ClientWatch($0, onEnd: endInput) }
    stage = .running
    output.send(
      Answer(
        .success(
          InitializeResult(
            name: "gradbook", encoding: encoding,
            completingAfter: [".", "#", "@", "=", "\\", "(", "/", "|", " ", "\""],
            explainingCallsAfter: ["(", ",", ":"])),
        to: request.id))
  }

  // MARK: Notifications

  private func note(_ method: String, _ bytes: [UInt8]) async {
    func parameters<Value: Decodable>(_ type: Value.Type) throws -> Value {
      try MessageCoding.decode(Parameters<Value>.self, from: bytes).params
    }
    do {
      switch method {
      case "textDocument/didOpen":
        try await workspace.open(parameters(DocumentOpening.self).textDocument)
      case "textDocument/didChange":
        try await workspace.change(parameters(DocumentChange.self))
      case "textDocument/didClose":
        try await workspace.close(parameters(DocumentParameters.self).textDocument.uri)
      case "$/cancelRequest":
        try requests[parameters(CancelParameters.self).id]?.cancel()
      default: break
      }
    } catch let refusal as OpenDocument.Refusal {
      output.notify("window/showMessage", ShownMessage(.error, refusal.message))
    } catch {
      output.notify(
        "window/showMessage",
        ShownMessage(.error, "the parameters of '\(method)' are not as they should be"))
    }
  }

  // MARK: Answers

  private func answer(_ request: Request) async throws(ResponseError) {
    let fillsIn = fillsIn
    switch request.method {
    case "textDocument/completion":
      try await ask(request) { await $0.completions(fillsIn: fillsIn) }
    case "textDocument/hover": try await ask(request) { await $0.hover() }
    case "textDocument/signatureHelp": try await ask(request) { await $0.signatureHelp() }
    case "textDocument/definition": try await ask(request) { await $0.definitions() }
    case "textDocument/references": try await ask(request) { await $0.references() }
    case "textDocument/prepareRename": try await ask(request) { await $0.renameTarget() }
    case "textDocument/rename":
      try await ask(request) { question throws(ResponseError) in try await question.renaming() }
    case "textDocument/documentSymbol":
      try await ask(request, needsPlace: false) { await $0.outline() }
    default: throw ResponseError(.methodNotFound, "there is no '\(request.method)'")
    }
  }

  /// Answers a question in a task of its own; the document is as it is now.
  private func ask<Value: Encodable & Sendable>(
    _ request: Request, needsPlace: Bool = true,
    _ work: @escaping @Sendable (Question) async throws(ResponseError) -> Value?
  ) async throws(ResponseError) {
    let parameters = try request.parameters(QuestionParameters.self)
    if needsPlace, parameters.position == nil {
      throw ResponseError(.invalidParams, "'\(request.method)' needs a position")
    }
    let question = try await workspace.question(parameters)
    requests[request.id] = Task {
      var outcome: Result<Value?, ResponseError>
      do throws(ResponseError) { outcome = .success(try await work(question)) } catch {
        outcome = .failure(error)
      }
      if Task.isCancelled {
        outcome = .failure(ResponseError(.requestCancelled, "the request was cancelled"))
      }
      requests[request.id] = nil
      output.send(Answer(outcome, to: request.id))
    }
  }
}
