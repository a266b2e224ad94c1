import Foundation

/// Looks now and then whether the client's process still exists: one that has crashed may leave its end of
/// our input open to others.
final class ClientWatch: Sendable {
  private let task: Task<Void, Never>

  /// Watches a process; nil when there is none with the number, as when the client sees other numbers
  /// than we do.
  /// - Parameters:
  ///   - process: the process
  ///   - onEnd: called once it has ended
  init?(_ process: Int, onEnd: @escaping @Sendable () -> Void) {
    guard let process = pid_t(exactly: process), Self.exists(process) else { return nil }
    task = Task {
      while Self.exists(process) {
        do { try await Task.sleep(for: .seconds(1)) } catch { return }
      }
      onEnd()
    }
  }

  deinit { task.cancel() }

  private static func exists(_ process: pid_t) -> Bool {
    process > 0 && (kill(process, 0) == 0 || errno == EPERM)
  }
}
