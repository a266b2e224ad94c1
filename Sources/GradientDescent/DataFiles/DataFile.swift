/// The contents of a data file: a table with named columns from a CSV file, or an array from a NumPy
/// file.
///
/// A CSV file begins with the names of its columns. Its cells are separated by commas, or by
/// semicolons or tabs where the header has no comma. Empty cells, `NA` and `nan` are missing values,
/// and become nan.
public struct DataFile {
  private enum Content {
    case table(DelimitedText)
    case array(NumPyFile)
  }

  private let name: String
  private let content: Content

  /// Reads the bytes of a file.
  init(named name: String, _ bytes: [UInt8]) throws(DataFileFault) {
    self.name = name
    content =
      bytes.starts(with: NumPyFile.magic)
      ? .array(try NumPyFile(bytes)) : .table(try DelimitedText(bytes))
  }

  /// Reads the bytes of a file; a fault at a place in it stops the program.
  /// - Parameters:
  ///   - name: the file's name, for messages
  ///   - bytes: all of its bytes
  public init(name: String, bytes: [UInt8]) {
    do throws(DataFileFault) {
      try self.init(named: name, bytes)
    } catch {
      fault("data", "'" + name + "': " + error.message)
    }
  }

  /// The names of the columns, in the order of the file; empty for a NumPy file.
  public var names: [String] {
    if case .table(let table) = content { table.names } else { [] }
  }

  /// The number of rows.
  public var count: Int {
    switch content {
    case .table(let table): table.rowCount
    case .array(let file): file.shape.first ?? 1
    }
  }

  /// A column of numbers in single precision.
  public subscript(name: String) -> NDArray { column(name) }

  /// A column of numbers.
  /// - Parameters:
  ///   - name: the column's name; a column with a text in it is a fault
  ///   - dtype: the type of the elements
  /// - Returns: an array of shape `[count]`, with nan for missing values
  public func column(_ name: String, dtype: DType = .float32) -> NDArray {
    switch numbers(of: [name], dtype) {
    case .success(let array): return array.reshaped([count])
    case .failure(let problem): fault("column", problem.message)
    }
  }

  /// A column as it is written, without quotes.
  /// - Parameter name: the column's name
  public func texts(_ name: String) -> [String] {
    switch indices(of: [name]) {
    case .success(let found): return found.table.texts(ofColumn: found.columns[0])
    case .failure(let problem): fault("texts", problem.message)
    }
  }

  /// Some columns of numbers, or all of them.
  /// - Parameters:
  ///   - names: the names of the columns, in the wanted order; all columns unless given
  ///   - dtype: the type of the elements
  /// - Returns: an array of shape `[count, columns]`, with nan for missing values; for a NumPy file
  ///   its array
  public func array(_ names: [String]? = nil, dtype: DType = .float32) -> NDArray {
    if case .array(let file) = content, names == nil { return file.array(dtype) }
    switch numbers(of: names ?? self.names, dtype) {
    case .success(let array): return array
    case .failure(let problem): fault("array", problem.message)
    }
  }

  /// Some columns as examples and others as their labels.
  /// - Parameters:
  ///   - features: the names of the columns that describe an example
  ///   - labels: the names of the columns to predict
  ///   - dtype: the type of the elements
  /// - Returns: data of shape `[count, features]` and labels of shape `[count, labels]`
  public func dataset(
    features: [String], labels: [String], dtype: DType = .float32
  ) -> ArrayDataset {
    ArrayDataset(array(features, dtype: dtype), array(labels, dtype: dtype))
  }

  /// Some columns as examples and one as their labels.
  /// - Parameters:
  ///   - features: the names of the columns that describe an example
  ///   - labels: the name of the column to predict
  ///   - dtype: the type of the elements
  /// - Returns: data of shape `[count, features]` and labels of shape `[count]`
  public func dataset(
    features: [String], labels: String, dtype: DType = .float32
  ) -> ArrayDataset {
    ArrayDataset(array(features, dtype: dtype), column(labels, dtype: dtype))
  }
}

extension DataFile {
  /// Returns columns of numbers side by side.
  private func numbers(of names: [String], _ dtype: DType) -> Result<NDArray, DataFileFault> {
    let (table, columns): (DelimitedText, [Int])
    switch indices(of: names) {
    case .success(let found): (table, columns) = found
    case .failure(let problem): return .failure(problem)
    }
    for (column, name) in zip(columns, names) {
      guard let place = table.firstTexts[column] else { continue }
      return .failure(
        describing(
          DataFileFault(
            at: place,
            "the column '" + name + "' holds a text, not a number; read it with texts(\"" + name
              + "\")")))
    }
    let array = NDArray(uninitialized: [table.rowCount, columns.count], dtype: dtype)
    switch dtype {
    case .float32: table.copy(columns, to: array.node.pointer(Float.self))
    case .float64: table.copy(columns, to: array.node.pointer(Double.self))
    }
    return .success(array)
  }

  private func indices(
    of names: [String]
  ) -> Result<(table: DelimitedText, columns: [Int]), DataFileFault> {
    guard case .table(let table) = content else {
      return .failure(
        describing(DataFileFault("a NumPy file has no named columns; write array()")))
    }
    var columns: [Int] = []
    for name in names {
      guard let index = table.names.firstIndex(of: name) else {
        let known = table.names.prefix(20).map { "'" + $0 + "'" }.joined(separator: ", ")
        let more = table.names.count > 20 ? ", …" : ""
        return .failure(
          describing(
            DataFileFault("there is no column '" + name + "'; the file has " + known + more)))
      }
      columns.append(index)
    }
    return .success((table, columns))
  }

  private func describing(_ fault: DataFileFault) -> DataFileFault {
    DataFileFault("'" + name + "': " + fault.message)
  }
}

extension DelimitedText {
  /// Copies some columns side by side, row by row.
  fileprivate func copy<T: Element>(_ columns: [Int], to result: UnsafeMutablePointer<T>) {
    let width = names.count
    numbers.withUnsafeBufferPointer { numbers in
      var place = 0
      for row in stride(from: 0, to: numbers.count, by: width) {
        for column in columns {
          result[place] = T(numbers[row + column])
          place += 1
        }
      }
    }
  }
}
