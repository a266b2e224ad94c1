import BookModel
import Execution
import Files
import LanguageProtocol

/// The toolchain's language service as chapters use it: started when the first one is open, started again
/// when it crashes or hangs, given up when it does so too often. Without it every answer is nil.
package actor SwiftService {
  /// The state of the service.
  private enum State {
    case idle
    case starting(Task<Void, Never>)
    case running(RunningService)
    case givenUp
  }

  private let executor: Executor
  private let onMessage: @Sendable (Diagnostic) -> Void
  private let onReady: @Sendable () -> Void
  private var state = State.idle
  /// The times of the last failures.
  private var failures: [ContinuousClock.Instant] = []
  private var hasAnswered = false
  private var isEngineMissing = false
  private var isEnded = false

  /// The number of failures within `failureSpan` after which it is not started again.
  private static let mostFailures = 4
  private static let failureSpan = Duration.seconds(300)
  /// The time limits of its start, of its first answer, of any further answer and of a check, in seconds.
  private static let limits = (start: 8.0, first: 15.0, answer: 4.0, check: 20.0)
  /// The longest time that an answer waits for the start, in seconds.
  private static let patience = 3.0

  /// Makes a service that is not started yet.
  /// - Parameters:
  ///   - executor: finds the toolchain and the engine
  ///   - onMessage: called, from any thread, with what the user should know
  ///   - onReady: called, from any thread, each time that it has been started
  package init(
    _ executor: Executor, onMessage: @escaping @Sendable (Diagnostic) -> Void,
    onReady: @escaping @Sendable () -> Void
  ) {
    (self.executor, self.onMessage, self.onReady) = (executor, onMessage, onReady)
  }

  /// Starts the service, if it has not been started.
  package func start() {
    guard case .idle = state, !isEnded else { return }
    state = .starting(Task { await begin() })
  }

  /// Ends the service, and waits until it is gone; it is not started again.
  package func end() async {
    isEnded = true
    if case .starting(let task) = state {
      task.cancel()
      await task.value
    }
    if case .running(let service) = state { await service.connection.endAndWait() }
    state = .givenUp
  }

  /// Forgets a chapter that is closed.
  package func close(_ chapter: String) {
    if case .running(let service) = state { service.close(chapter) }
  }

  // MARK: Starting and giving up

  private func begin() async {
    isEngineMissing = await !executor.hasEngine()
    let folder: ServiceFolder
    do throws(FileError) { folder = try ServiceFolder() } catch {
      return giveUp(Diagnostic(.warning, at: nil, "\(error)"))
    }
    switch await executor.editingTools(in: folder.path) {
    case .failure(let problem):
      var warning = problem
      warning.severity = .warning
      warning.message = "Swift is not completed and not checked: \(problem.message)"
      giveUp(warning)
    case .success(let tools):
      isEngineMissing = false
      do {
        let service = try await RunningService.start(tools, in: folder, within: Self.limits.start)
        if isEnded { return await service.connection.endAndWait() }
        hasAnswered = false
        state = .running(service)
        onReady()
      } catch {
        noteFailure("did not start: \(Self.words(for: error))")
      }
    }
  }

  private func giveUp(_ reason: Diagnostic) {
    if isEnded { return }
    state = .givenUp
    onMessage(reason)
  }

  private func noteFailure(_ how: String) {
    if case .running(let service) = state { service.connection.end() }
    if isEnded { return }
    let now = ContinuousClock.now
    failures = failures.filter { now - $0 < Self.failureSpan } + [now]
    guard failures.count < Self.mostFailures else {
      return giveUp(
        Diagnostic(
          .warning, at: nil,
          "Swift is no longer completed and checked: the toolchain's sourcekit-lsp \(how),"
            + " \(failures.count) times",
          hint: "all else works; close and open the editor to try again"))
    }
    state = .idle
    start()
  }

  private static func words(for error: any Error) -> String {
    switch error as? ServiceConnection.Failure {
    case .ended: "it ended"
    case .timeLimit: "it did not answer"
    case .cancelled: "it was cancelled"
    case .refused(let reason): reason
    case nil: "\(error)"
    }
  }

  /// Returns the service once it runs; nil when that would take long, or there is none.
  private func running() async -> RunningService? {
    start()
    let end = ContinuousClock.now + .seconds(Self.patience)
    while case .starting = state, !isEngineMissing, ContinuousClock.now < end {
      do { try await Task.sleep(for: .milliseconds(10)) } catch { return nil }
    }
    if case .running(let service) = state { return service }
    return nil
  }

  // MARK: Requests

  /// Asks about a program.
  /// - Parameters:
  ///   - method: the request
  ///   - program: the program, which the service is told first
  ///   - chapter: the path of its chapter
  ///   - limit: the longest time for the answer, in seconds
  ///   - parameters: makes the request's parameters from the address of the program
  private func ask<Answer: Decodable & Sendable>(
    _ method: String, _ program: EditedProgram, of chapter: String, as type: Answer.Type,
    within limit: Double = SwiftService.limits.answer,
    _ parameters: (String) -> some Encodable & Sendable
  ) async -> (answer: Answer, tools: EditingTools)? {
    guard let service = await running() else { return nil }
    let (connection, tools) = (service.connection, service.tools)
    let parameters = parameters(service.show(program, of: chapter))
    do {
      let answer = try await connection.request(
        method, parameters, as: type, within: hasAnswered ? limit : Self.limits.first)
      hasAnswered = true
      return answer.map { ($0, tools) }
    } catch ServiceConnection.Failure.ended {
      failOnce(connection, "ended")
    } catch ServiceConnection.Failure.timeLimit {
      failOnce(connection, "did not answer")
    } catch {
      // The request was cancelled, or the service has no answer to it.
    }
    return nil
  }

  /// Notes a failure, unless another request of the same service has done so.
  private func failOnce(_ connection: ServiceConnection, _ how: String) {
    guard case .running(let service) = state, service.connection === connection else { return }
    noteFailure(how)
  }

  private func place(_ position: ProgramPosition, in program: EditedProgram) -> TextPosition? {
    let lines = TextLines(Array(program.source.utf8))
    guard
      let offset = lines.offset(line: position.line, column: position.column, .utf8)
    else { return nil }
    let place = lines.position(ofByte: offset, .utf16)
    return TextPosition(line: place.line, character: place.column)
  }

  /// Returns the proposals at a place of a program, with the service's own ranges.
  func completions(at position: ProgramPosition, in program: EditedProgram, of chapter: String)
    async -> CompletionList?
  {
    guard let place = place(position, in: program) else { return nil }
    return await ask("textDocument/completion", program, of: chapter, as: CompletionList.self) {
      PlaceParameters(uri: $0, position: place)
    }?.answer
  }

  /// Returns the explanation of what is at a place of a program.
  func hover(at position: ProgramPosition, in program: EditedProgram, of chapter: String) async
    -> Hover?
  {
    guard let place = place(position, in: program) else { return nil }
    return await ask("textDocument/hover", program, of: chapter, as: Hover.self) {
      PlaceParameters(uri: $0, position: place)
    }?.answer
  }

  /// Returns the forms of the call around a place of a program.
  func callHelp(at position: ProgramPosition, in program: EditedProgram, of chapter: String) async
    -> SignatureHelp?
  {
    guard let place = place(position, in: program) else { return nil }
    return await ask("textDocument/signatureHelp", program, of: chapter, as: SignatureHelp.self) {
      PlaceParameters(uri: $0, position: place)
    }?.answer
  }

  /// A declaration: in the program itself, or in another file.
  enum Declaration: Sendable {
    case here(ProgramPosition)
    case elsewhere(path: String, line: Int, utf16Column: Int)
  }

  /// Returns the declarations of what is at a place of a program.
  func declarations(at position: ProgramPosition, in program: EditedProgram, of chapter: String)
    async -> [Declaration]
  {
    guard let place = place(position, in: program) else { return [] }
    var own = ""
    let found = await ask("textDocument/definition", program, of: chapter, as: Definitions.self) {
      address in
      own = address
      return PlaceParameters(uri: address, position: place)
    }
    let lines = TextLines(Array(program.source.utf8))
    return (found?.answer.locations ?? []).compactMap { location in
      let start = location.range.start
      if location.uri == own {
        guard let offset = lines.offset(line: start.line, column: start.character, .utf16) else {
          return nil
        }
        let position = lines.position(ofByte: offset, .utf8)
        return .here(ProgramPosition(line: position.line, column: position.column))
      }
      return RunningService.path(location.uri).map {
        .elsewhere(path: $0, line: start.line, utf16Column: start.character)
      }
    }
  }

  /// Checks a program.
  /// - Returns: the findings in the words of a build; nil when there is no answer
  func findings(in program: EditedProgram, of chapter: String) async -> [EditingTools.Finding]? {
    let report = await ask(
      "textDocument/diagnostic", program, of: chapter, as: DiagnosticReport.self,
      within: Self.limits.check
    ) { DocumentParameters(uri: $0) }
    guard let report else { return nil }
    let lines = TextLines(Array(program.source.utf8))
    func position(_ place: TextPosition) -> ProgramPosition {
      let offset = lines.offset(line: place.line, column: place.character, .utf16)
      let position = lines.position(ofByte: offset ?? lines.bytes.count, .utf8)
      return ProgramPosition(line: position.line, column: position.column)
    }
    let messages = report.answer.items.map { item in
      EditingTools.Message(
        item.severity == 1 ? .error : .warning, at: position(item.range.start),
        Self.compilersWords(item.message),
        notes: (item.relatedInformation ?? []).map {
          (position($0.location.range.start), Self.compilersWords($0.message))
        })
    }
    return report.tools.findings(messages, in: program)
  }

  /// Returns a message as the compiler itself prints it: the service begins each with a capital letter.
  private static func compilersWords(_ message: String) -> String {
    var scalars = message.unicodeScalars.makeIterator()
    guard let first = scalars.next(), let second = scalars.next(), first.properties.isUppercase,
      second.properties.isLowercase || second == " "
    else { return message }
    return first.properties.lowercaseMapping + String(message.unicodeScalars.dropFirst())
  }
}
