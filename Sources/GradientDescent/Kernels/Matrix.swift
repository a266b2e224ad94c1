/// A matrix in memory, perhaps a transposed one: element (i, j) stands at `start[i · row + j · column]`.
struct Matrix<T: Element> {
  var start: UnsafeMutablePointer<T>
  var rows: Int
  var columns: Int
  /// The distance of neighbours in a column, in elements.
  var row: Int
  /// The distance of neighbours in a row, in elements.
  var column: Int

  /// A matrix whose rows follow one another.
  @inline(__always)
  init(_ start: UnsafeMutablePointer<T>, _ rows: Int, _ columns: Int) {
    (self.start, self.rows, self.columns, row, column) = (start, rows, columns, columns, 1)
  }

  /// The same numbers, rows for columns.
  var transposed: Matrix {
    @inline(__always) get {
      var matrix = self
      (matrix.rows, matrix.columns, matrix.row, matrix.column) = (columns, rows, column, row)
      return matrix
    }
  }

  /// Some of the columns.
  func columns(_ range: Range<Int>) -> Matrix {
    var matrix = self
    matrix.start += range.lowerBound &* column
    matrix.columns = range.count
    return matrix
  }

  /// The same memory, said to hold another type.
  func rebound<U: Element>() -> Matrix<U> {
    var matrix = Matrix<U>(
      UnsafeMutableRawPointer(start).assumingMemoryBound(to: U.self), rows, columns)
    (matrix.row, matrix.column) = (row, column)
    return matrix
  }
}
