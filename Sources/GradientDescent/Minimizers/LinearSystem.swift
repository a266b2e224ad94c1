/// Small systems of linear equations, solved directly.
enum LinearSystem {
  /// x with A·x = b, by elimination with the largest pivot of each column; inf or nan if A is singular.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var (a, b) = (matrix, right)
    let n = b.count
    for k in 0..<n {
      var pivot = k
      for i in k..<n where a[i][k].magnitude > a[pivot][k].magnitude { pivot = i }
      a.swapAt(k, pivot)
      b.swapAt(k, pivot)
      for i in k + 1..<max(n, k + 1) {
        let factor = a[i][k] / a[k][k]
        if factor == 0 { continue }
        for j in k..<n { a[i][j] -= factor * a[k][j] }
        b[i] -= factor * b[k]
      }
    }
    for k in (0..<n).reversed() {
      for j in k + 1..<max(n, k + 1) { b[k] -= a[k][j] * b[j] }
      b[k] /= a[k][k]
    }
    return b
  }

  /// x with A·x = b for a positive definite A, by Cholesky's A = L·Lᵀ; nil for any other A.
  static func solvePositive(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    var (l, x) = (matrix, right)
    let n = x.count
    for j in 0..<n {
      for k in 0..<j { l[j][j] -= l[j][k] * l[j][k] }
      if !(l[j][j] > 0 && l[j][j].isFinite) { return nil }
      l[j][j] = l[j][j].squareRoot()
      for i in j + 1..<max(n, j + 1) {
        for k in 0..<j { l[i][j] -= l[i][k] * l[j][k] }
        l[i][j] /= l[j][j]
      }
    }
    for i in 0..<n {
      for k in 0..<i { x[i] -= l[i][k] * x[k] }
      x[i] /= l[i][i]
    }
    for i in (0..<n).reversed() {
      for k in i + 1..<max(n, i + 1) { x[i] -= l[k][i] * x[k] }
      x[i] /= l[i][i]
    }
    return x
  }
}
