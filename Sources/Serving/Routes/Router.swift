import BookModel
import BookPipeline
import Foundation
import LanguageSupport
import Parsing
import Rendering

/// Answers the requests that the gate lets through.
struct Router: Sendable {
  /// The book that is served.
  let book: ServedBook
  /// Answers questions about code that is being written.
  let assistant: Assistant
  /// True when nothing can be edited.
  let isReadOnly: Bool
  /// True when blocks run without a sandbox.
  let hasNoSandbox: Bool
  private let saving = Saving()

  /// Answers a request.
  func respond(to request: Request) async -> Response {
    guard let path = RequestPath(request.target) else { return Self.missing }
    switch Route(path) {
    case .file: return await file(at: path.text)
    case .chapter: return chapter(path.query["page"] ?? "")
    case .events: return events()
    case .colours:
      return answer(request) { (code: ColoursRequest) in
        .json(ColoursAnswer(html: CodeColours.markup(of: code.code)))
      }
    case .assist: return await answer(request, assist)
    case .run: return answer(request, run)
    case .save: return await answer(request, save)
    case .unknown: return Self.missing
    }
  }

  private static let missing = Response.text(404, "there is no such page in this book")

  /// Reads a request's value, and answers it.
  private func answer<Value: Decodable>(
    _ request: Request, _ respond: (Value) async -> Response
  ) async -> Response {
    guard let value = Self.value(of: request) as Value? else { return Self.malformed }
    return await respond(value)
  }

  private func answer<Value: Decodable>(
    _ request: Request, _ respond: (Value) -> Response
  ) -> Response {
    guard let value = Self.value(of: request) as Value? else { return Self.malformed }
    return respond(value)
  }

  private static func value<Value: Decodable>(of request: Request) -> Value? {
    guard request.values(of: "content-type").first == "application/json" else { return nil }
    return try? JSONDecoder().decode(Value.self, from: Data(request.body))
  }

  private static let malformed = Response.text(400, "the request is not what this route reads")

  // MARK: Looking

  private func file(at path: String) async -> Response {
    let path = path.isEmpty ? Site.indexPath : path
    guard let file = await book.state.file(at: path) else { return Self.missing }
    var response = Response(
      status: 200, type: MediaType.of(path), body: .bytes(file.bytes))
    // What an author links to may be a page with scripts of its own.
    response.headers = [
      ("Content-Security-Policy", file.isOurs ? Response.pagePolicy : Response.closedPolicy)
    ]
    return response
  }

  private func chapter(_ page: String) -> Response {
    let state = book.state
    // The index has no blocks, but changes with the book.
    guard page == Site.indexPath || state.chapters[page] != nil else {
      return .json(Message(message: "the chapter of this page is no longer there"), status: 404)
    }
    return .json(
      ChapterDescription(
        state.chapters[page], state, isReadOnly: isReadOnly, hasNoSandbox: hasNoSandbox))
  }

  private func events() -> Response {
    .events { [book] writer in
      let events = book.events()
      do {
        try await writer.write("changed", ChangedEvent(version: book.state.version))
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            for await event in events {
              switch event {
              case .changed(let version):
                try await writer.write("changed", ChangedEvent(version: version))
              case .unreadable(let message):
                try await writer.write("unreadable", Message(message: message))
              }
            }
          }
          group.addTask {
            while true {
              try await Task.sleep(for: .seconds(15))
              try await writer.writeNothing()
            }
          }
          defer { group.cancelAll() }
          try await group.next()
        }
      } catch {}
    }
  }

  // MARK: Asking

  private func assist(_ request: AssistRequest) async -> Response {
    if isReadOnly { return Self.readOnly }
    guard let chapter = book.state.chapters[request.page] else { return Self.chapterGone }
    let assistance: BlockAssistance
    do throws(EditFault) {
      assistance = try await BlockAssistance(request, chapter, assistant)
    } catch {
      return .json(AssistAnswer.Fault(fault: "\(error)"))
    }
    return switch request.question {
    case .completions: .json(await assistance.completions(at: request.offset))
    case .explanation: .json(await assistance.explanation(at: request.offset))
    case .call: .json(await assistance.call(at: request.offset))
    case .findings: .json(await assistance.findings())
    }
  }

  // MARK: Acting

  private func run(_ request: RunRequest) -> Response {
    if isReadOnly, !request.edits.isEmpty { return Self.readOnly }
    let state = book.state
    guard let chapter = state.chapters[request.page] else { return Self.chapterGone }
    let run: BlockRun
    do throws(EditFault) {
      run = try BlockRun(request, chapter, in: state, book.executor)
    } catch {
      return .json(Message(message: "\(error)"), status: 422)
    }
    return .events { writer in try? await run.run(writer) }
  }

  private func save(_ request: SaveRequest) async -> Response {
    if isReadOnly { return Self.readOnly }
    let state = book.state
    guard let chapter = state.chapters[request.page] else { return Self.chapterGone }
    let file = ChapterFile(path: chapter.path, root: state.root)
    switch await saving.save(request.edit, to: file, ifHashIs: request.hash) {
    case .success(let hash): return .json(SavedAnswer(hash: hash))
    case .failure(.gone(let message)): return .json(Message(message: message), status: 410)
    case .failure(.edit(let fault)): return .json(Message(message: "\(fault)"), status: 422)
    case .failure(.notWritten(let message)): return .json(Message(message: message), status: 507)
    case .failure(.changed(let hash, let code)):
      return .json(
        ConflictAnswer(
          message: "the chapter was changed elsewhere: nothing was written", hash: hash,
          theirs: code, yours: request.edit.code), status: 409)
    }
  }

  private static let readOnly = Response.json(
    Message(message: "this book is only shown: nothing can be edited"), status: 403)
  private static let chapterGone = Response.json(
    Message(
      message: "the chapter of this page is no longer there; copy your text before you leave"),
    status: 410)
}

/// Saves one block after another.
private actor Saving {
  func save(_ edit: BlockEdit, to file: ChapterFile, ifHashIs hash: String)
    -> Result<String, ChapterFile.Refusal>
  {
    do throws(ChapterFile.Refusal) {
      return .success(try file.save(edit, ifHashIs: hash))
    } catch {
      return .failure(error)
    }
  }
}
