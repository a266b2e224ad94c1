import BookModel
import BookPipeline
import Execution
import Synchronization

/// The book that is served: follows its files, and tells the open pages what happens.
final class ServedBook: Sendable {
  /// The book's folder.
  let folder: BookFolder
  /// Runs its blocks.
  let executor: Executor
  private let reading: BookReading
  private let pages = Listeners<BookEvent>()
  private let current: Mutex<BookState>
  private let faults: Mutex<[Diagnostic]>

  /// Reads the book and runs what has no result yet.
  /// - Parameters:
  ///   - folder: the book
  ///   - executor: runs its blocks
  /// - Throws: an error when there is no book
  init(_ folder: BookFolder, _ executor: Executor) async throws {
    (self.folder, self.executor) = (folder, executor)
    reading = BookReading(folder, executor)
    let found = try await reading.read()
    let runs = await executor.runAll(found.load.chapters)
    try Task.checkCancellation()
    current = Mutex(
      BookState(
        version: 1, root: folder.chaptersPath, load: found.load, runs: runs, hashes: found.hashes))
    faults = Mutex(Self.show(found, runs, before: []))
  }

  /// The book as it is now.
  var state: BookState { current.withLock { $0 } }

  /// The events from now on.
  func events() -> AsyncStream<BookEvent> { pages.listen() }

  /// Follows the files until the task is cancelled.
  func follow(_ watch: FolderWatch) async {
    var update: Task<Void, Never>?
    while !Task.isCancelled {
      await watch.nextChange()
      // What an older change asks for is not wanted any more.
      update?.cancel()
      await update?.value
      update = Task.isCancelled ? nil : Task { await self.update() }
    }
  }

  /// Reads the book again and runs the chapters that have changed.
  private func update() async {
    let found: BookReading.Found
    do { found = try await reading.read() } catch {
      if error is CancellationError { return }
      Console().show(error)
      return pages.send(.unreadable(message: "\(error)"))
    }
    let old = state
    let known = Dictionary(
      old.chapters.values.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let changed = found.load.chapters.filter { known[$0.path] != $0 }
    let new = await executor.runAll(changed)
    if Task.isCancelled { return }
    let paths = Set(found.load.chapters.map(\.path))
    let runs = old.runs.filter { paths.contains($0.key) }.merging(new) { $1 }
    let state = BookState(
      version: old.version + 1, root: old.root, load: found.load, runs: runs, hashes: found.hashes)
    current.withLock { $0 = state }
    pages.send(.changed(version: state.version))
    faults.withLock { $0 = Self.show(found, runs, before: $0) }
  }

  /// Shows the errors and warnings on the terminal.
  /// - Parameter before: those that were found last time
  /// - Returns: those that were found
  private static func show(
    _ found: BookReading.Found, _ runs: [String: ChapterRun], before: [Diagnostic]
  ) -> [Diagnostic] {
    let console = Console()
    let all = found.diagnostics + runs.values.flatMap(\.diagnostics)
    let known = Set(before)
    console.show(all.filter { !known.contains($0) })
    let errors = [before, all].map { $0.filter { $0.severity == .error } }
    if let mended = MendedFaults(before: errors[0], after: errors[1]) {
      console.show(mended.description.forTerminal)
    }
    return all
  }
}
