import Synchronization

/// Lets requests wait until the book has been read.
final class LateResponder: Sendable {
  private let router = Mutex<Router?>(nil)

  /// Answers the requests from now on, and those that wait.
  func begin(_ router: Router) { self.router.withLock { $0 = router } }

  /// Answers a request.
  func respond(to request: Request) async -> Response {
    while true {
      if let router = router.withLock({ $0 }) { return await router.respond(to: request) }
      do { try await Task.sleep(for: .milliseconds(50)) } catch {
        return .text(503, "the book is not ready")
      }
    }
  }
}
