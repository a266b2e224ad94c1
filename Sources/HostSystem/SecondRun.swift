#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

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
