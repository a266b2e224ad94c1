extension Program {
  /// A number that tells sequences of bits apart.
  /// - Source: Fowler, Noll and Vo, FNV-1a, for words of 64 bits
  struct Digest {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ word: UInt64) { state = (state ^ word) &* 0x0000_0100_0000_01b3 }

    /// All nans are one: their sign and payload are the machine's own business.
    mutating func add(_ x: Double) { add(x.isNaN ? 0x7ff8 &<< 48 : x.bitPattern) }

    mutating func add(_ x: Float) { add(UInt64(x.isNaN ? 0x7fc0_0000 : x.bitPattern)) }

    mutating func add(_ array: NDArray) { for x in array.elements { add(x) } }

    var text: String { String(state, radix: 16) }
  }

  static func report(_ name: String, _ digest: Digest) { print(name + " " + digest.text) }

  /// Numbers that are the same for everybody, without the engine's generators.
  struct Numbers {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func bits() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state &>> 29)
    }

    /// A number between −1 and 1.
    mutating func next<T: Element>(_ type: T.Type) -> T {
      T(Double(Int64(bitPattern: bits()) &>> 11) * 0x1p-52)
    }

    mutating func array<T: Element>(_ count: Int, _ type: T.Type) -> [T] {
      (0..<count).map { _ in next(T.self) }
    }
  }
}

extension Element {
  func add(to digest: inout Program.Digest) {
    // Exact for both.
    digest.add(Double(self))
  }
}
