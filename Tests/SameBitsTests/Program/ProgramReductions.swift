extension Program {
  static func sums() {
    sums("float32", Float.self)
    sums("float64", Double.self)
  }

  private static func sums<T: Element>(_ name: String, _ type: T.Type) {
    var numbers = Numbers(1)
    var (sums, dots) = (Digest(), Digest())
    for count in Array(0...100) + [1000, 1023, 4097, 10_000] {
      let (x, y) = (numbers.array(count, T.self), numbers.array(count, T.self))
      x.withUnsafeBufferPointer { x in
        y.withUnsafeBufferPointer { y in
          guard let p = x.baseAddress, let q = y.baseAddress else { return }
          Lanes.sum(p, count).add(to: &sums)
          Lanes.dot(p, q, count).add(to: &dots)
        }
      }
    }
    report("sum " + name, sums)
    report("dot " + name, dots)
  }

  static func products() {
    products("float32", Float.self)
    products("float64", Double.self)
  }

  private static func products<T: Element>(_ name: String, _ type: T.Type) {
    let sizes = [
      (1, 1, 1), (3, 5, 7), (4, 16, 8), (16, 16, 16), (64, 2, 64), (64, 64, 1), (33, 130, 70),
      (5, 300, 9), (1, 200, 40), (40, 200, 1), (17, 3, 129),
      (129, 256, 130),
    ]
    for (m, k, n) in sizes {
      var digest = Digest()
      // The large one, which two threads share where there are some, only in two ways.
      for way in stride(from: 0, to: 8, by: m > 100 ? 7 : 1) {
        product(m, k, n, turned: (way & 1 != 0, way & 2 != 0), adds: way & 4 != 0, T.self, &digest)
      }
      report("product " + name + " \(m)x\(k)x\(n)", digest)
    }
  }

  private static func product<T: Element>(
    _ m: Int, _ k: Int, _ n: Int, turned: (Bool, Bool), adds: Bool, _ type: T.Type,
    _ digest: inout Digest
  ) {
    var numbers = Numbers(2)
    var (a, b, c) = (
      numbers.array(m * k, T.self), numbers.array(k * n, T.self), numbers.array(m * n, T.self)
    )
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeMutableBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let p = a.baseAddress, let q = b.baseAddress, let r = c.baseAddress else { return }
          MatrixProduct.run(
            turned.0 ? Matrix(p, k, m).transposed : Matrix(p, m, k),
            turned.1 ? Matrix(q, n, k).transposed : Matrix(q, k, n), into: Matrix(r, m, n),
            adds: adds)
        }
      }
    }
    for x in c { x.add(to: &digest) }
  }
}
