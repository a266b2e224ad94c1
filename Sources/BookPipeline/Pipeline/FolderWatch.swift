import BookModel
import Execution
import Files
import Foundation

/// Waits for changes of files that a book's pages may depend on: all files in the folder of
/// chapters that are not hidden.
///
/// On Linux the kernel reports changes (inotify), and every two seconds the folder is scanned as
/// well: not all file systems report them, and links may lead to folders that are not watched. Only
/// contents count, never a clock: a file that was merely touched does not end the wait.
package final class FolderWatch {
  /// The reason why a folder cannot be watched.
  package struct Failure: Error, CustomStringConvertible {
    package let folder: String
    package let reason: String
    package var description: String { "cannot watch '\(folder)': \(reason)" }
  }

  /// The state of a file at the last scan.
  private struct SeenFile {
    let stamp: FileStamp
    let digest: FileDigest?
    /// The time at which this stamp was first seen.
    let since: ContinuousClock.Instant
    /// True when a change after the digest was computed would also have changed the stamp: the
    /// clock of the file system has a resolution of milliseconds.
    let isSettled: Bool
  }

  /// The state of a book; it is built again when this changes.
  private struct Snapshot: Equatable {
    var digests: [String: FileDigest?] = [:]
    var findings: [Diagnostic] = []
  }

  private static let clockStep = Duration.milliseconds(100)
  /// The longest wait for the end of a burst of changes, in waits for its end.
  private static let patience = 25

  private let book: BookFolder
  /// The time without changes that ends a burst of them, in milliseconds.
  private let rest: Int32
  private var files: [String: SeenFile] = [:]
  private var snapshot = Snapshot()
  #if canImport(Glibc) || canImport(Musl)
    private let events: Int32
  #endif

  /// Starts to watch a book. Every change from now on ends a wait, including one that begins later.
  /// - Parameters:
  ///   - book: the book
  ///   - rest: the time without changes that ends a burst of them, in milliseconds
  package init(_ book: BookFolder, rest: Int32 = 80) throws {
    (self.book, self.rest) = (book, rest)
    #if canImport(Glibc) || canImport(Musl)
      events = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
      if events < 0 {
        throw Failure(folder: book.chaptersPath, reason: String(cString: strerror(errno)))
      }
    #endif
    snapshot = look()
  }

  #if canImport(Glibc) || canImport(Musl)
    deinit { close(events) }
  #endif

  /// Returns when something has changed since the last call and no further changes follow, or when
  /// the task is cancelled.
  package func nextChange() async {
    while !Task.isCancelled {
      await waitForRest()
      let now = look()
      if now != snapshot {
        snapshot = now
        return
      }
      await waitForEvent()
    }
  }

  /// Scans the book. Only files with a new stamp are read.
  private func look() -> Snapshot {
    let contents = book.readContents()
    watchFolders(contents)
    var seen: [String: SeenFile] = [:]
    var snapshot = Snapshot(findings: contents?.findings ?? [])
    for path in contents?.files ?? [] {
      seen[path] = look(at: path, known: files[path])
      snapshot.digests[path] = .some(seen[path]?.digest)
    }
    files = seen
    return snapshot
  }

  private func look(at path: String, known: SeenFile?) -> SeenFile? {
    guard let stamp = FileStamp(path) else { return nil }
    let now = ContinuousClock.now
    if let known, known.stamp == stamp {
      if known.isSettled { return known }
      return SeenFile(
        stamp: stamp, digest: FileDigest(ofFile: path), since: known.since,
        isSettled: now - known.since > Self.clockStep)
    }
    return SeenFile(stamp: stamp, digest: FileDigest(ofFile: path), since: now, isSettled: false)
  }

  #if canImport(Glibc) || canImport(Musl)
    /// Watches folders that are not watched yet, including those of linked files.
    private func watchFolders(_ contents: BookContents?) {
      // Saves in place, saves by rename, and files that are created or removed.
      let kinds = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
      let linked = (contents?.files ?? []).filter(FileAccess.isLink)
        .compactMap(FileAccess.resolved).map { URL(filePath: $0).deletingLastPathComponent().path }
      for folder in (contents?.folders ?? []) + linked {
        inotify_add_watch(events, folder, kinds)
      }
    }

    /// Waits until no event has come for a while; returns at once when there is none. The events
    /// themselves are irrelevant, and may be lost: the contents are compared.
    private func waitForRest() async {
      var patience = Self.patience
      while patience > 0, await hasEvent(within: patience == Self.patience ? 0 : rest) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while read(events, &buffer, buffer.count) > 0 {}
        patience -= 1
      }
    }

    /// Waits for an event, for at most two seconds.
    private func waitForEvent() async {
      for _ in 0..<4 where !Task.isCancelled {
        if await hasEvent(within: 500) { return }
      }
    }

    /// Returns true when an event comes within a number of milliseconds.
    private func hasEvent(within milliseconds: Int32) async -> Bool {
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async { [events] in
          var request = pollfd(fd: events, events: Int16(POLLIN), revents: 0)
          continuation.resume(returning: poll(&request, 1, milliseconds) > 0)
        }
      }
    }
  #else
    private func watchFolders(_ contents: BookContents?) {}

    private func waitForRest() async {}

    private func waitForEvent() async { try? await Task.sleep(for: .milliseconds(500)) }
  #endif
}
