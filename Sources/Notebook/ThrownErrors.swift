#if !hasFeature(Embedded)
  internal import HostSystem

  /// Ends the program for an error that nobody has caught, at the place where it was thrown.
  ///
  /// While an error is thrown, nobody knows whether it will be caught; when it has not been, the place is
  /// gone. So the program runs once more, silently, to the same error, and traps there.
  public func gradbookThrow(_ error: any Error) -> Never {
    let message = "Error raised at top level: " + String(reflecting: error)
    if ThrownErrors.canRunAgain { ThrownErrors.runAgain(with: message) }
    ThrownErrors.trap(message)
  }

  /// The errors that the blocks throw, those that are caught among them.
  enum ThrownErrors {
    /// Their number so far.
    nonisolated(unsafe) private static var count = 0
    /// The one at which to trap, counted from 1; nil in the first run.
    nonisolated(unsafe) private static var last: Int?
    nonisolated(unsafe) private static var start = monotonicSeconds

    /// Begins to count.
    static func watch() {
      start = monotonicSeconds
      last = environmentValue(lastName).flatMap { Int($0) }
      notify { _ in
        ThrownErrors.count += 1
        if ThrownErrors.count == ThrownErrors.last { ThrownErrors.trap() }
      }
    }

    /// Traps if this is the second run: it has not met the error again.
    static func expectNone() { if last != nil { trap() } }

    /// True in the first run when the time that the experiment has is enough for another one.
    static var canRunAgain: Bool {
      guard last == nil, let limit = environmentValue("GRADBOOK_TIME_LIMIT").flatMap({ Double($0) })
      else { return false }
      return 3 * (monotonicSeconds - start) < limit
    }

    /// Replaces the program by itself, without its outputs; returns when that is impossible.
    static func runAgain(with message: String) {
      runAgainSilently([
        (lastName, String(count)), (messageName, String(message.prefix(2000))),
      ])
    }

    /// Stops the program.
    /// - Parameter message: the reason; that of the first run if there is none
    static func trap(_ message: String? = nil) -> Never {
      restoreStandardError()
      fatalError(message ?? environmentValue(messageName) ?? "")
    }

    private static let lastName = "GRADBOOK_LAST_ERROR"
    private static let messageName = "GRADBOOK_ERROR_MESSAGE"

    /// Has a function called whenever an error is thrown: the Swift runtime's interface for tests.
    @_silgen_name("_swift_setWillThrowHandler")
    private static func notify(_ handler: @convention(c) (OpaquePointer) -> Void)
  }
#endif
