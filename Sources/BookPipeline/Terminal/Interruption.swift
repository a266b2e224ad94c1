import Dispatch
import Foundation
import Synchronization

/// Handles Ctrl-C, Ctrl-\ and the system's requests to end: running work is cancelled, nothing more
/// is written, temporary files are removed, and the command ends with the signal, so that a shell
/// sees the reason.
package enum Interruption {
  /// The longest time for an orderly end, in seconds.
  private static let patience = 1.5

  /// Runs a command's work, which is cancelled when the command has to end.
  /// - Throws: the error of `work`, unless the command ends with a signal
  package static func ending(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let received = Mutex<Int32?>(nil)
    let task = Task { try await work() }
    let sources = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { number in
      // The default action would end the process at once.
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
    // Otherwise the line of progress would be before the shell's prompt.
    if isatty(2) == 1 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    // Prevents a core dump: a limit of one byte is too small for a file, and on Linux also keeps
    // other programs from receiving it.
    var limit = rlimit(rlim_cur: 1, rlim_max: 1)
    #if canImport(Darwin)
      setrlimit(RLIMIT_CORE, &limit)
    #else
      setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    #endif
    signal(number, SIG_DFL)
    // The threads of dispatch queues block signals.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
  }
}
