import BookModel
import BookPipeline
import Execution
import Files
import Reference
import Synchronization

/// Reads the book from its folder, again and again.
final class BookReading: Sendable {
  /// What is in the folder.
  struct Found: Sendable {
    /// The chapters.
    let load: ChapterLoad
    /// The hashes of their files, by their paths.
    let hashes: [String: String]
    /// The errors and warnings.
    let diagnostics: [Diagnostic]
  }

  private let folder: BookFolder
  private let memory = ChapterMemory()
  private let executor: Executor
  private let declarations = Mutex<Task<Result<EngineReference, Diagnostic>, Never>?>(nil)

  init(_ folder: BookFolder, _ executor: Executor) {
    (self.folder, self.executor) = (folder, executor)
  }

  /// Reads the book.
  /// - Throws: an error when there is none
  func read() async throws -> Found {
    let contents = try folder.contents()
    // The hashes first: when a chapter changes now, they are those of the older text, and saving over
    // the newer one is refused.
    let hashes = try await contents.chapters.concurrentMap { path in
      (path, (try? FileAccess.read(path)).map(ChapterFile.hash) ?? "")
    }
    let load = try await ChapterLoad(
      contents.chapters, within: folder.chaptersPath,
      reference: { await self.reference() }, memory: memory)
    return Found(
      load: load, hashes: Dictionary(hashes) { first, _ in first },
      diagnostics: contents.findings + load.diagnostics)
  }

  /// Returns the engine's declarations, loaded once.
  private func reference() async -> Result<EngineReference, Diagnostic> {
    let executor = executor
    let task = declarations.withLock { known in
      let task = known ?? Task { await ReferenceLoad(executor: executor).load() }
      known = task
      return task
    }
    return await task.value
  }
}
