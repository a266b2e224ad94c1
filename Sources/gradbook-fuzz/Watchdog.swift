import Foundation
import Synchronization

/// Ends this process when one input takes too much time or memory.
final class Watchdog: Sendable {
  /// The reason why the process was ended; the raw value is its exit status.
  enum Reason: Int32 {
    /// An input took too much processor time.
    case time = 70
    /// An input took too much memory.
    case memory = 71

    /// The reason in words.
    var words: String {
      switch self {
      case .time: "one input took more than \(InputLimit.seconds) s"
      case .memory: "the process took more than \(InputLimit.megabytes) MB"
      }
    }
  }

  /// True when this process says itself why it is ended; a worker's parent says it for the worker.
  private let announces: Bool

  /// Makes a watchdog that does not watch yet.
  init(announcing announces: Bool = false) { self.announces = announces }

  /// The processor time at which the current input began, in nanoseconds; 0 between inputs.
  private let start = Atomic<UInt64>(0)

  /// Starts to watch, until this process or its parent ends.
  func watch() {
    let parent = getppid()
    Thread.detachNewThread {
      while getppid() == parent {
        self.check()
        usleep(50_000)
      }
      _exit(1)
    }
  }

  /// Watches the reading of one input.
  /// - Returns: its processor time in nanoseconds
  func time(_ read: () -> Void) -> UInt64 {
    let begin = ProcessUse.processorTime
    start.store(begin, ordering: .relaxed)
    read()
    let end = ProcessUse.processorTime
    check()
    start.store(0, ordering: .relaxed)
    return end - begin
  }

  private func check() {
    let begin = start.load(ordering: .relaxed)
    if begin == 0 { return }
    let used = ProcessUse.processorTime
    if used > begin + UInt64(InputLimit.seconds) * 1_000_000_000 { end(.time) }
    if ProcessUse.peakMegabytes > InputLimit.megabytes { end(.memory) }
  }

  private func end(_ reason: Reason) -> Never {
    if announces { FileHandle.standardError.write(Data("error: \(reason.words)\n".utf8)) }
    _exit(reason.rawValue)
  }
}
