import Foundation

/// Configures the C library's memory allocator.
package enum Allocator {
  /// Makes the allocator request memory from the system in large steps, where the library supports
  /// it: building a large book allocates so much that small steps would cost a tenth of its time.
  /// Memory that is never written to costs nothing.
  ///
  /// The function is looked up by its name, because Swift's modules of the C library omit it.
  /// - Source: mallopt(3)
  package static func takeLargeSteps() {
    guard let symbol = dlsym(nil, "mallopt") else { return }
    typealias Option = @convention(c) (_ parameter: Int32, _ value: Int32) -> Int32
    let set = unsafeBitCast(symbol, to: Option.self)
    let (trimThreshold, topPad, mapThreshold): (Int32, Int32, Int32) = (-1, -2, -3)
    for parameter in [trimThreshold, topPad] { _ = set(parameter, 64 << 20) }
    // Large arrays go back to the system when they have grown, instead of leaving gaps. Setting the
    // others fixes this one, which would otherwise adapt by itself.
    _ = set(mapThreshold, 2 << 20)
  }
}
