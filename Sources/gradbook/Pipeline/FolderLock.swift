import Foundation

/// A lock on a folder between processes: only one at a time holds it. The system takes it back from a
/// process that ends, however it ends.
final class FolderLock: Sendable {
  private let folder: Int32

  /// Opens a folder; nil when it cannot be opened.
  init?(_ path: String) {
    folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { return nil }
  }

  deinit { close(folder) }

  /// Waits until no other process holds the lock, and takes it; `deinit` gives it back.
  /// - Parameter onWait: called once when somebody else has held it for a second
  /// - Throws: `CancellationError`
  func take(_ onWait: () -> Void) async throws {
    let start = ContinuousClock.now
    var hasTold = false
    while flock(folder, LOCK_EX | LOCK_NB) != 0 {
      // Where folders cannot be locked, builds do without.
      if errno != EWOULDBLOCK && errno != EINTR { return }
      if !hasTold && ContinuousClock.now - start > .seconds(1) {
        onWait()
        hasTold = true
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }
}
