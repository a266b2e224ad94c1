/// A matrix product cut into strips of columns, which threads take one after another. Nothing in it is
/// counted by reference, so that each thread may hold a copy.
struct SharedProduct {
  private let dtype: DType
  // Of this dtype, whatever their type says.
  private let a, b, c: Matrix<Float>
  private let adds: Bool
  /// The columns of a strip; the last one may have fewer.
  private let width: Int

  /// Cuts C = A·B or C += A·B; nil when it is too small to be worth it.
  init?<T: Element>(_ a: Matrix<T>, _ b: Matrix<T>, into c: Matrix<T>, adds: Bool) {
    guard a.rows &* a.columns &* b.columns >= Self.worthSharing else { return nil }
    dtype = T.self == Float.self ? .float32 : .float64
    (self.a, self.b, self.c) = (a.rebound(), b.rebound(), c.rebound())
    self.adds = adds
    let tile = MatrixTile<T>.columns
    width = tile &* max(1, c.columns / (Self.mostStrips &* tile))
  }

  /// With fewer multiplications, a product has ended before a thread has woken up.
  private static var worthSharing: Int { 1 << 22 }

  /// So many that no thread has to wait long for the other's last one.
  private static var mostStrips: Int { 16 }

  /// The number of strips.
  var strips: Int { (c.columns &+ width &- 1) / width }

  /// Computes all strips in this thread.
  /// - Parameter panel: room for a panel of B
  func run(panel: UnsafeMutableRawPointer) {
    for strip in 0..<strips { run(strip: strip, panel: panel) }
  }

  /// Computes a strip.
  /// - Parameter panel: room for a panel of B
  func run(strip: Int, panel: UnsafeMutableRawPointer) {
    if dtype == .float32 {
      run(Float.self, strip, panel)
    } else {
      run(Double.self, strip, panel)
    }
  }

  private func run<T: Element>(_ type: T.Type, _ strip: Int, _ panel: UnsafeMutableRawPointer) {
    let columns = strip &* width..<min(strip &* width &+ width, c.columns)
    MatrixProduct<T>.multiply(
      a.rebound(), b.rebound().columns(columns), c.rebound().columns(columns), adds, panel: panel)
  }
}
