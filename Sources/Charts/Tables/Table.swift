import Numerals

/// A table: a row of column names, then rows of cells.
///
///     var table = Table("batch size", "loss", caption: "After three epochs")
///     table.addRow(1, first.last)
///     show(table)
public struct Table: Hashable, Sendable {
  /// The columns' names.
  public let columns: [String]
  /// The rows; each has as many cells as there are columns. A cell is a text; a column of numbers
  /// is aligned at the decimal point.
  public private(set) var rows: [[String]] = []
  /// The number of rows that were added. Rows beyond the limit, and all rows of a table with too
  /// many columns, are counted but not kept.
  public private(set) var rowCount = 0
  /// The subject of the table in words.
  public var caption: String?

  /// Makes a table without rows.
  /// - Parameters:
  ///   - columns: the columns' names, 1 to 30
  ///   - caption: the subject of the table in words
  public init(_ columns: String..., caption: String? = nil) {
    self.init(columns: columns, caption: caption)
  }

  /// Makes a table with rows of texts.
  /// - Parameters:
  ///   - columns: the columns' names, 1 to 30
  ///   - rows: the rows, at most 1000
  ///   - caption: the subject of the table in words
  public init(columns: [String], rows: [[String]] = [], caption: String? = nil) {
    self.columns = columns
    self.caption = caption
    for row in rows { addRow(row) }
  }

  /// Makes a table with rows of cells: `Table(["step", "loss"], [[1, 0.5], [2, 0.25]])`.
  /// - Parameters:
  ///   - columns: the columns' names, 1 to 30
  ///   - rows: the rows, at most 1000, all of texts or all of numbers
  ///   - caption: the subject of the table in words
  public init<Cell: TableCell>(_ columns: [String], _ rows: [[Cell]], caption: String? = nil) {
    self.init(columns: columns, caption: caption)
    for row in rows { addRow(row.map { $0.cellText }) }
  }

  /// Makes a table with rows of cells: `Table(headers: ["step", "loss"], rows: [[1, 0.5]])`.
  /// - Parameters:
  ///   - headers: the columns' names, 1 to 30
  ///   - rows: the rows, at most 1000, all of texts or all of numbers
  ///   - caption: the subject of the table in words
  public init<Cell: TableCell>(headers: [String], rows: [[Cell]], caption: String? = nil) {
    self.init(headers, rows, caption: caption)
  }

  /// Makes a table of columns: `Table([("step", steps), ("loss", losses)])`.
  /// - Parameters:
  ///   - columns: each column's name and its numbers; a shorter column ends with empty cells
  ///   - caption: the subject of the table in words
  public init(_ columns: [(name: String, values: [Double])], caption: String? = nil) {
    self.init(columns: columns.map { $0.name }, caption: caption)
    let count = columns.reduce(0) { max($0, $1.values.count) }
    for row in 0..<count {
      addRow(columns.map { row < $0.values.count ? $0.values[row].cellText : "" })
    }
  }

  /// Makes a table of columns, as a dictionary is written: `Table(columns: ["loss": losses])`. They keep
  /// their order.
  /// - Parameters:
  ///   - columns: each column's name and its numbers; a shorter column ends with empty cells
  ///   - caption: the subject of the table in words
  public init(columns: KeyValuePairs<String, [Double]>, caption: String? = nil) {
    self.init(columns.map { ($0.key, $0.value) }, caption: caption)
  }

  /// Adds a row of texts. Missing cells at its end are empty; cells beyond the last column are left
  /// out.
  public mutating func addRow(_ cells: [String]) {
    rowCount += 1
    if excess != nil { return }
    var row = [String](cells.prefix(columns.count))
    while row.count < columns.count { row.append("") }
    rows.append(row)
  }
}

/// A type whose values can be cells of a table.
public protocol TableCell {
  /// The cell's text.
  var cellText: String { get }
}

extension String: TableCell {
  /// The text itself.
  public var cellText: String { self }
}

extension Int: TableCell {
  /// All digits.
  public var cellText: String { description }
}

extension Double: TableCell {
  /// At most six significant digits, as in C's `%.6g`; for another form pass a text, such as
  /// `loss.scientific(2)`.
  public var cellText: String { general(6) }
}

extension Optional: TableCell where Wrapped: TableCell {
  /// The value's text; empty without one.
  public var cellText: String { self?.cellText ?? "" }
}

extension Table {
  /// Adds a row of one cell.
  public mutating func addRow<A: TableCell>(_ a: A) { addRow([a.cellText]) }

  /// Adds a row of two cells.
  public mutating func addRow<A: TableCell, B: TableCell>(_ a: A, _ b: B) {
    addRow([a.cellText, b.cellText])
  }

  /// Adds a row of three cells.
  public mutating func addRow<A: TableCell, B: TableCell, C: TableCell>(_ a: A, _ b: B, _ c: C) {
    addRow([a.cellText, b.cellText, c.cellText])
  }

  /// Adds a row of four cells.
  public mutating func addRow<A: TableCell, B: TableCell, C: TableCell, D: TableCell>(
    _ a: A, _ b: B, _ c: C, _ d: D
  ) {
    addRow([a.cellText, b.cellText, c.cellText, d.cellText])
  }

  /// Adds a row of five cells.
  public mutating func addRow<
    A: TableCell, B: TableCell, C: TableCell, D: TableCell, E: TableCell
  >(_ a: A, _ b: B, _ c: C, _ d: D, _ e: E) {
    addRow([a.cellText, b.cellText, c.cellText, d.cellText, e.cellText])
  }

  /// Adds a row of six cells.
  public mutating func addRow<
    A: TableCell, B: TableCell, C: TableCell, D: TableCell, E: TableCell, F: TableCell
  >(_ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F) {
    addRow([a.cellText, b.cellText, c.cellText, d.cellText, e.cellText, f.cellText])
  }

  /// Adds a row of seven cells.
  public mutating func addRow<
    A: TableCell, B: TableCell, C: TableCell, D: TableCell, E: TableCell,
    F: TableCell, G: TableCell
  >(_ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F, _ g: G) {
    addRow([a.cellText, b.cellText, c.cellText, d.cellText, e.cellText, f.cellText, g.cellText])
  }

  /// Adds a row of eight cells.
  public mutating func addRow<
    A: TableCell, B: TableCell, C: TableCell, D: TableCell, E: TableCell,
    F: TableCell, G: TableCell, H: TableCell
  >(_ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F, _ g: G, _ h: H) {
    addRow([
      a.cellText, b.cellText, c.cellText, d.cellText, e.cellText, f.cellText, g.cellText,
      h.cellText,
    ])
  }
}
