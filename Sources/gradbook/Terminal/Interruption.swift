import Dispatch
import Foundation
import Synchronization

/// What happens when the user presses Ctrl-C or Ctrl-\, or the system asks the command to end: whatever runs is
/// ended, nothing more is written, what was temporary is removed, and the command ends by the signal, so
/// that a shell sees why.
enum Interruption {
  /// The longest that ending in order may take, in seconds.
  private static let patience = 1.5

  /// Runs a command's work, which is cancelled when the command is asked to end.
  /// - Throws: what `work` throws, unless the command ends by a signal
  static func ending(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let received = Mutex<Int32?>(nil)
    let task = Task { try await work() }
    let sources = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { number in
      // The default action would come first.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        received.withLock { $0 = $0 ?? number }
        task.cancel()
        DispatchQueue.global().asyncAfter(deadline: .now() + patience) { end(by: number) }
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    let result = await task.result
    if let number = received.withLock({ $0 }) { end(by: number) }
    try result.get()
  }

  private static func end(by number: Int32) {
    // The terminal's line of progress would stand before the shell's prompt.
    if isatty(2) == 1 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    // No picture of the memory is left behind: one byte is too little for a file, and on Linux means
    // that no other program gets it either.
    var limit = rlimit(rlim_cur: 1, rlim_max: 1)
    #if canImport(Darwin)
      setrlimit(RLIMIT_CORE, &limit)
    #else
      setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    #endif
    signal(number, SIG_DFL)
    // The threads that work for a queue have signals blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
  }
}
