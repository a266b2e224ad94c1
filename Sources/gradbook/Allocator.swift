import Foundation

/// How the C library takes memory from the system.
enum Allocator {
  /// Takes it in large steps, where the library can be told so: a build of a large book asks for so much
  /// of it that a tenth of its time would go into small ones. What nobody has written to costs nothing.
  ///
  /// The function is looked for by its name, for Swift's modules of the C library leave it out.
  /// - Source: mallopt(3)
  static func takeLargeSteps() {
    guard let symbol = dlsym(nil, "mallopt") else { return }
    typealias Option = @convention(c) (_ parameter: Int32, _ value: Int32) -> Int32
    let set = unsafeBitCast(symbol, to: Option.self)
    let (trimThreshold, topPad, mapThreshold): (Int32, Int32, Int32) = (-1, -2, -3)
    for parameter in [trimThreshold, topPad] { _ = set(parameter, 64 << 20) }
    // Setting the others fixes this one, which would have grown by itself.
    _ = set(mapThreshold, 32 << 20)
  }
}
