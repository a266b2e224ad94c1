#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The C library's logarithm, to compare with.
func systemLog(_ x: Double) -> Double { log(x) }
