/// A lock between processes. The system releases it when its process ends in any way.
public final class FileLock: Sendable {
  /// The kinds of locks.
  public enum Kind: Sendable {
    /// Excludes all other holders.
    case exclusive
    /// Admits other shared holders.
    case shared
  }

  private let path: String
  private let kind: Kind
  private let file: Int32

  /// Opens the lock's file, which is made if necessary and is not removed afterwards; nil when it
  /// cannot be opened.
  public init?(_ path: String, _ kind: Kind = .exclusive) {
    // Some file systems require write access for an exclusive lock and read access for a shared
    // one.
    let access = kind == .shared ? O_RDONLY : O_RDWR
    file = open(path, access | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    (self.path, self.kind) = (path, kind)
    if file < 0 { return nil }
  }

  /// Opens an existing folder for an exclusive lock; nil when it cannot be opened.
  public init?(folder path: String) {
    file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    (self.path, kind) = (path, .exclusive)
    if file < 0 { return nil }
  }

  deinit { close(file) }

  /// Waits until no other process holds a conflicting lock, and takes the lock; `deinit` releases
  /// it. A cancelled task does not wait.
  /// - Parameter onWait: called once when the wait exceeds a second
  public func take(_ onWait: () -> Void = {}) async {
    let start = ContinuousClock.now
    var hasTold = false
    while flock(file, (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0 {
      // Other errors would never end: continue without the lock.
      if errno != EWOULDBLOCK && errno != EINTR { return }
      if !hasTold && ContinuousClock.now - start > .seconds(1) {
        onWait()
        hasTold = true
      }
      do { try await Task.sleep(for: .milliseconds(50)) } catch { return }
    }
  }

  /// Takes the lock exclusively, whatever its kind, without waiting; `take` then shares it again.
  /// - Returns: false when another process holds it in any way
  public func takeAlone() -> Bool { flock(file, LOCK_EX | LOCK_NB) == 0 }

  /// Releases the lock.
  public func giveBack() { flock(file, LOCK_UN) }

  /// True when the lock's file is still the one at its path.
  public var isInPlace: Bool {
    var (opened, named) = (stat(), stat())
    return fstat(file, &opened) == 0 && lstat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
