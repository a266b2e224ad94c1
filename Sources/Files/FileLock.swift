/// A lock between processes. The system takes it back from a process that ends, however it ends.
public final class FileLock: Sendable {
  /// Who may hold the lock at the same time.
  public enum Kind: Sendable {
    /// One alone.
    case exclusive
    /// All who want it shared.
    case shared
  }

  private let path: String
  private let kind: Kind
  private let file: Int32

  /// Opens the lock's file, which is made when it is not there and stays when the lock is gone; nil
  /// when it cannot be opened.
  public init?(_ path: String, _ kind: Kind = .exclusive) {
    // Some file systems give a lock only to those who may write, and a shared one to those who read.
    let access = kind == .shared ? O_RDONLY : O_RDWR
    file = open(path, access | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    (self.path, self.kind) = (path, kind)
    if file < 0 { return nil }
  }

  /// Opens a folder that is there, to lock it alone; nil when it cannot be opened.
  public init?(folder path: String) {
    file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    (self.path, kind) = (path, .exclusive)
    if file < 0 { return nil }
  }

  deinit { close(file) }

  /// Waits until no other process holds the lock in a way that excludes this one, and takes it; `deinit`
  /// gives it back. A task that is cancelled does not wait.
  /// - Parameter onWait: called once when it takes more than a second
  public func take(_ onWait: () -> Void = {}) async {
    let start = ContinuousClock.now
    var hasTold = false
    while flock(file, (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0 {
      // Anything else than a lock that is held would never end: then go on without it.
      if errno != EWOULDBLOCK && errno != EINTR { return }
      if !hasTold && ContinuousClock.now - start > .seconds(1) {
        onWait()
        hasTold = true
      }
      do { try await Task.sleep(for: .milliseconds(50)) } catch { return }
    }
  }

  /// Takes the lock for this process alone, whatever its kind; `take` then shares it again.
  /// - Returns: false when somebody else holds it in any way
  public func takeAlone() -> Bool { flock(file, LOCK_EX | LOCK_NB) == 0 }

  /// Gives the lock back.
  public func giveBack() { flock(file, LOCK_UN) }

  /// Whether the file of the lock is still the one at its path.
  public var isInPlace: Bool {
    var (opened, named) = (stat(), stat())
    return fstat(file, &opened) == 0 && lstat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
