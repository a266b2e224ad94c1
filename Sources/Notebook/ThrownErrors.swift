#if !hasFeature(Embedded)
  #if canImport(Glibc)
    internal import Glibc
  #elseif canImport(Musl)
    internal import Musl
  #elseif canImport(Darwin)
    internal import Darwin
  #endif

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
    nonisolated(unsafe) private static var start = seconds

    /// Begins to count.
    static func watch() {
      start = seconds
      last = getenv(lastName).flatMap { Int(String(cString: $0)) }
      notify { _ in
        ThrownErrors.count += 1
        if ThrownErrors.count == ThrownErrors.last { ThrownErrors.trap() }
      }
    }

    /// Traps if this is the second run: it has not met the error again.
    static func expectNone() { if last != nil { trap() } }

    /// True in the first run when the time that the experiment has is enough for another one.
    static var canRunAgain: Bool {
      guard last == nil, let text = getenv("GRADBOOK_TIME_LIMIT"),
        let limit = Double(String(cString: text))
      else { return false }
      return 3 * (seconds - start) < limit
    }

    /// Replaces the program by itself, without its outputs; returns when that is impossible.
    static func runAgain(with message: String) {
      fflush(nil)
      let nowhere = open("/dev/null", O_WRONLY)
      let standardError = dup(2)
      guard nowhere >= 0, standardError >= 0, let program = CommandLine.unsafeArgv[0] else {
        return
      }
      dup2(nowhere, 1)
      dup2(nowhere, 2)
      setenv(lastName, String(count), 1)
      setenv(errorName, String(standardError), 1)
      setenv(messageName, String(message.prefix(2000)), 1)
      execv(program, CommandLine.unsafeArgv)
      dup2(standardError, 2)
    }

    /// Stops the program.
    /// - Parameter message: the reason; that of the first run if there is none
    static func trap(_ message: String? = nil) -> Never {
      if let text = getenv(errorName), let standardError = Int32(String(cString: text)) {
        dup2(standardError, 2)
      }
      fatalError(message ?? getenv(messageName).map { String(cString: $0) } ?? "")
    }

    private static let lastName = "GRADBOOK_LAST_ERROR"
    private static let errorName = "GRADBOOK_STANDARD_ERROR"
    private static let messageName = "GRADBOOK_ERROR_MESSAGE"

    private static var seconds: Double {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Has a function called whenever an error is thrown: the Swift runtime's interface for tests.
    @_silgen_name("_swift_setWillThrowHandler")
    private static func notify(_ handler: @convention(c) (OpaquePointer) -> Void)
  }
#endif
