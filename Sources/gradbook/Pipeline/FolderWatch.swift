import Execution
import Foundation

/// Waits until the chapters below a folder change.
///
/// On Linux the kernel tells (inotify); elsewhere the folder is looked through twice a second. What
/// counts is the contents, never a clock: a file that was only touched does not end the wait.
final class FolderWatch {
  /// Why a folder cannot be watched.
  struct Failure: Error, CustomStringConvertible {
    let folder: String
    let reason: String
    var description: String { "cannot watch '\(folder)': \(reason)" }
  }

  private let folder: String
  private var contents: [String: [UInt8]] = [:]
  #if canImport(Glibc) || canImport(Musl)
    private let events: Int32
  #endif

  /// Starts to watch a folder and all that lie in it.
  init(_ folder: String) throws {
    self.folder = folder
    #if canImport(Glibc) || canImport(Musl)
      events = inotify_init1(Int32(IN_CLOEXEC))
      if events < 0 { throw Failure(folder: folder, reason: String(cString: strerror(errno))) }
    #endif
    watchFolders()
    contents = readAll()
  }

  #if canImport(Glibc) || canImport(Musl)
    deinit { close(events) }
  #endif

  /// Returns when a chapter has been written, added or removed, and the saving has come to rest, or
  /// when the task is cancelled.
  func nextChange() async {
    while !Task.isCancelled {
      await waitForEvent()
      // Folders that came in the meantime; those watched already stay so.
      watchFolders()
      let now = readAll()
      if now != contents {
        contents = now
        return
      }
    }
  }

  private func readAll() -> [String: [UInt8]] {
    var all: [String: [UInt8]] = [:]
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return all }
    for case let name as String in walk where name.hasSuffix(".md") {
      all[name] = try? FileAccess.read(PageFiles.join(folder, name))
    }
    return all
  }

  #if canImport(Glibc) || canImport(Musl)
    private func watchFolders() {
      // Saves in place, saves by rename, and all that comes and goes.
      let kinds = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
      inotify_add_watch(events, folder, kinds)
      guard let walk = FileManager.default.enumerator(atPath: folder) else { return }
      for case let name as String in walk {
        let path = PageFiles.join(folder, name)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
        {
          inotify_add_watch(events, path, kinds)
        }
      }
    }

    /// Waits for an event, then until none has come for 80 ms. What the events say does not matter,
    /// lost ones included: the contents are compared.
    private func waitForEvent() async {
      while await !hasEvent(within: 500) { if Task.isCancelled { return } }
      repeat {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        _ = read(events, &buffer, buffer.count)
      } while await hasEvent(within: 80)
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
    private func watchFolders() {}

    private func waitForEvent() async { try? await Task.sleep(for: .milliseconds(500)) }
  #endif
}
