#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

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
