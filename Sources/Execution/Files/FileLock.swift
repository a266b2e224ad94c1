/// A lock between processes: only one at a time holds it. The system takes it back from a process
/// that ends, however it ends.
final class FileLock {
  private let file: Int32

  /// Opens the lock's file, which is made when it is not there and stays when the lock is gone; nil
  /// when it cannot be opened.
  init?(_ path: String) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if file < 0 { return nil }
  }

  deinit { close(file) }

  /// Waits until no other process holds the lock, and takes it; `deinit` gives it back. A task that is
  /// cancelled does not wait.
  func take() async {
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      // Anything else than a lock that is held would never end: then go on without it.
      if errno != EWOULDBLOCK && errno != EINTR { return }
      do { try await Task.sleep(for: .milliseconds(50)) } catch { return }
    }
  }
}
