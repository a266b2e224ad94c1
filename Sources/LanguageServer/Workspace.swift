import BookModel
import Execution
import LanguageProtocol
import LanguageSupport

/// The chapters that a client has open. They are read and checked after each edit.
actor Workspace {
  private let book: any EditedBook
  private let service: SwiftService
  private let output: MessageOutput
  private var documents: [String: OpenDocument] = [:]
  /// The units in which the client counts columns.
  private var unit = ColumnUnit.utf16

  /// The time after an edit at which the chapter is read, so that fast typing reads it once.
  private static let pause = Duration.milliseconds(30)
  /// The number of times that the compiler is asked about the same programs.
  private static let attempts = 3

  /// Makes a workspace without chapters.
  init(_ book: any EditedBook, _ service: SwiftService, _ output: MessageOutput) {
    (self.book, self.service, self.output) = (book, service, output)
  }

  /// Sets the units in which the client counts columns.
  func count(in unit: ColumnUnit) { self.unit = unit }

  /// Ends all that is going on.
  func end() async {
    for document in documents.values { document.check?.cancel() }
    await service.end()
  }

  /// Returns a question about a document as it is now.
  /// - Parameter parameters: the document, with a place in it or without
  /// - Throws: the reason why nothing can be asked
  func question(_ parameters: QuestionParameters) throws(ResponseError) -> Question {
    let uri = parameters.textDocument.uri
    guard let document = documents[uri], let reading = reading(uri) else {
      throw ResponseError(.invalidParams, "'\(uri)' is not open")
    }
    let place = parameters.position ?? TextPosition(line: 0, character: 0)
    guard let offset = OpenDocument.offset(of: place, in: document.text, unit) else {
      throw ResponseError(
        .invalidParams,
        "line \(place.line) is outside of the text, which has \(document.text.lines.count) lines")
    }
    let addresses = documents.values.map { ($0.path, $0.uri) }
    return Question(
      reading: reading, offset: offset, newName: parameters.newName ?? "",
      trigger: parameters.context?.triggerCharacter, assistant: assistant,
      conversion: ProtocolConversion(text: document.text, unit: unit),
      addresses: Dictionary(addresses) { first, _ in first })
  }

  /// Opens a chapter.
  func open(_ opened: DocumentOpening.Document) {
    documents[opened.uri]?.check?.cancel()
    documents[opened.uri] = OpenDocument(
      uri: opened.uri, path: FileAddress.path(opened.uri), version: opened.version,
      text: opened.text)
    Task { await service.start() }
    check(opened.uri, after: .zero)
  }

  /// Edits a chapter.
  /// - Throws: the reason why an edit cannot be made
  func change(_ change: DocumentChange) throws(OpenDocument.Refusal) {
    let uri = change.textDocument.uri
    guard var document = documents[uri] else {
      throw OpenDocument.Refusal(message: "'\(uri)' is changed, but was not opened")
    }
    let edited = try document.edited(change.contentChanges, unit)
    (document.text, document.lastEdit) = (edited.text, edited.end)
    document.version = change.textDocument.version ?? document.version
    document.reading = nil
    documents[uri] = document
    check(uri, after: Self.pause)
  }

  /// Closes a chapter.
  func close(_ uri: String) {
    guard let document = documents.removeValue(forKey: uri) else { return }
    document.check?.cancel()
    output.notify(
      "textDocument/publishDiagnostics",
      PublishedDiagnostics(uri: uri, version: nil, diagnostics: []))
    Task { await service.close(document.path) }
  }

  /// Returns a task that reads a document, the same one until the next edit.
  private func reading(_ uri: String) -> Task<EditedChapter, Never>? {
    guard let document = documents[uri] else { return nil }
    if let reading = document.reading { return reading }
    let (book, text, path) = (book, document.text, document.path)
    let reading = Task {
      EditedChapter(path: path, text: text, read: await book.read(text.bytes, path: path))
    }
    documents[uri]?.reading = reading
    return reading
  }

  /// The assistant for the chapters as they are now.
  private var assistant: Assistant {
    var open: [String: Task<EditedChapter, Never>] = [:]
    for (uri, document) in documents { open[document.path] = reading(uri) }
    return Assistant(book: OverlaidBook(book, open: open), service: service)
  }

  // MARK: Findings

  /// Checks all chapters again.
  func checkAll() {
    for uri in documents.keys { check(uri, after: .zero) }
  }

  /// Publishes what is found in a document: at once what parsing finds, then what the compiler finds in
  /// one program after the other, beginning with the one that was edited.
  private func check(_ uri: String, after pause: Duration) {
    documents[uri]?.check?.cancel()
    documents[uri]?.check = Task {
      if pause > .zero { try? await Task.sleep(for: pause) }
      guard !Task.isCancelled, let reading = reading(uri) else { return }
      let assistant = assistant
      let chapter = await reading.value
      let programs = CompilerFindings.programs(of: chapter.chapter)
      let parsed = await chapter.findings + assistant.linkFindings(in: chapter)
      guard !Task.isCancelled else { return }
      documents[uri]?.findings.keep(programs, of: chapter.chapter)
      publish(uri, chapter, programs, parsed)
      for _ in 0..<Self.attempts {
        if await compile(uri, chapter, programs, parsed, assistant) { return }
        do { try await Task.sleep(for: .seconds(1)) } catch { return }
      }
    }
  }

  /// Publishes what the compiler finds in the programs that it has not checked as they are.
  /// - Returns: false when there was no answer about one of them, as when the service has forgotten the
  ///   chapter for others
  private func compile(
    _ uri: String, _ chapter: EditedChapter, _ programs: [EditedProgram], _ parsed: [Diagnostic],
    _ assistant: Assistant
  ) async -> Bool {
    var isComplete = true
    for program in ordered(programs, of: chapter, documents[uri]?.lastEdit ?? 0) {
      if Task.isCancelled { return false }
      guard !program.hasProblem, let known = documents[uri]?.findings,
        !known.isKnown(program, of: chapter.chapter)
      else { continue }
      let found = await assistant.findings(in: program, of: chapter)
      if Task.isCancelled { return false }
      isComplete = isComplete && found != nil
      guard let found else { continue }
      documents[uri]?.findings.set(found, in: program, of: chapter.chapter)
      publish(uri, chapter, programs, parsed)
    }
    return isComplete
  }

  /// Returns programs in the order in which they are checked: those that hold the edited block first.
  private func ordered(_ programs: [EditedProgram], of chapter: EditedChapter, _ edit: Int)
    -> [EditedProgram]
  {
    guard let block = chapter.blockPlaces.place(ofByte: edit)?.block else { return programs }
    return programs.filter { $0.blocks.contains(block) }
      + programs.filter { !$0.blocks.contains(block) }
  }

  private func publish(
    _ uri: String, _ chapter: EditedChapter, _ programs: [EditedProgram], _ parsed: [Diagnostic]
  ) {
    guard let document = documents[uri] else { return }
    let compiled = document.findings.diagnostics(programs, in: chapter)
    let own = (parsed + compiled).filter { ($0.range?.file ?? chapter.path) == chapter.path }
    let conversion = ProtocolConversion(text: chapter.text, unit: unit)
    let diagnostics = own.sortedByPlace.map { conversion.diagnostic($0, uri: uri) }
    guard diagnostics != document.published else { return }
    documents[uri]?.published = diagnostics
    output.notify(
      "textDocument/publishDiagnostics",
      PublishedDiagnostics(uri: uri, version: document.version, diagnostics: diagnostics))
  }
}
