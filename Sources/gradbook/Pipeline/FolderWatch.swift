import BookModel
import Execution
import Files
import Foundation

/// Waits until a file changes that a book's pages may depend on: any file in the folder of the chapters
/// that is not hidden.
///
/// On Linux the kernel tells (inotify), and every two seconds the folder is looked through as well: not
/// all file systems tell, and links may lead to places that are not watched. What counts is the
/// contents, never a clock: a file that was only touched does not end the wait.
final class FolderWatch {
  /// Why a folder cannot be watched.
  struct Failure: Error, CustomStringConvertible {
    let folder: String
    let reason: String
    var description: String { "cannot watch '\(folder)': \(reason)" }
  }

  /// What is known of a file.
  private struct SeenFile {
    let stamp: FileStamp
    let digest: FileDigest?
    /// When this stamp was first seen.
    let since: ContinuousClock.Instant
    /// Whether a change that came after the digest would have changed the stamp as well: the clock of
    /// the file system goes by milliseconds.
    let isSettled: Bool
  }

  /// What must differ for a book to be built again.
  private struct Snapshot: Equatable {
    var digests: [String: FileDigest?] = [:]
    var findings: [Diagnostic] = []
  }

  private static let clockStep = Duration.milliseconds(100)
  /// The longest wait for a burst of changes to end, in waits of 80 ms.
  private static let patience = 25

  private let book: BookFolder
  private var files: [String: SeenFile] = [:]
  private var snapshot = Snapshot()
  #if canImport(Glibc) || canImport(Musl)
    private let events: Int32
  #endif

  /// Starts to watch a book. Every change from now on ends a wait, even one that begins later.
  init(_ book: BookFolder) throws {
    self.book = book
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

  /// Returns when something has changed since the last time, and the saving has come to rest, or when
  /// the task is cancelled.
  func nextChange() async {
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

  /// Looks through the book. Only files whose stamps have changed are read.
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
    /// Watches the folders that are not watched yet, and those of files behind links.
    private func watchFolders(_ contents: BookContents?) {
      // Saves in place, saves by rename, and all that comes and goes.
      let kinds = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
      let linked = (contents?.files ?? []).filter(FileAccess.isLink)
        .compactMap(FileAccess.resolved).map { URL(filePath: $0).deletingLastPathComponent().path }
      for folder in (contents?.folders ?? []) + linked {
        inotify_add_watch(events, folder, kinds)
      }
    }

    /// Waits until no event has come for 80 ms, unless there was none. What the events say does not
    /// matter, lost ones included: the contents are compared.
    private func waitForRest() async {
      var patience = Self.patience
      while patience > 0, await hasEvent(within: patience == Self.patience ? 0 : 80) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while read(events, &buffer, buffer.count) > 0 {}
        patience -= 1
      }
    }

    /// Waits for an event, but no longer than two seconds.
    private func waitForEvent() async {
      for _ in 0..<4 where !Task.isCancelled {
        if await hasEvent(within: 500) { return }
      }
    }

    /// Whether an event comes within a time in milliseconds.
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
