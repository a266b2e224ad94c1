#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Returns the value of a variable of the environment; nil when there is none of that name.
public func environmentValue(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// The seconds since some moment before the program began, by a clock that nobody sets.
public var monotonicSeconds: Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Returns true if the system would give that much memory. An allocation that fails ends the program without
/// a word, so this is asked before something large is made.
/// - Parameter bytes: the number of bytes, at least 0
public func canAllocate(_ bytes: Int) -> Bool { isGiven(bytes) }

// An optimizer would find that nobody uses the memory, and leave the question out.
@inline(never)
@_optimize(none)
private func isGiven(_ bytes: Int) -> Bool {
  guard let place = malloc(bytes) else { return false }
  free(place)
  return true
}

/// Replaces the program by itself, with the same arguments and without its outputs; returns when that is
/// impossible.
/// - Parameter variables: further variables of the environment
public func runAgainSilently(_ variables: [(name: String, value: String)]) {
  fflush(nil)
  let nowhere = open("/dev/null", O_WRONLY)
  let standardError = dup(2)
  guard nowhere >= 0, standardError >= 0, let program = CommandLine.unsafeArgv[0] else { return }
  dup2(nowhere, 1)
  dup2(nowhere, 2)
  for (name, value) in variables { setenv(name, value, 1) }
  setenv(standardErrorName, String(standardError), 1)
  execv(program, CommandLine.unsafeArgv)
  dup2(standardError, 2)
}

/// Gives a program that `runAgainSilently` has started its standard error again.
public func restoreStandardError() {
  if let standardError = environmentValue(standardErrorName).flatMap({ Int32($0) }) {
    dup2(standardError, 2)
  }
}

private let standardErrorName = "GRADBOOK_STANDARD_ERROR"
