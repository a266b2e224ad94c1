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
