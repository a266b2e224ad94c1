import Numerals

/// Walks through the records of a CSV file. Its pointers are valid within one call of
/// `withUnsafeBufferPointer`.
struct RecordScanner {
  private var separator = UInt8(ascii: ",")
  private var place: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private var line = 1
  private var lineStart: UnsafePointer<UInt8>
  /// The bytes of the last cell without quotes, and without surrounding spaces.
  private var cell: Range<UnsafePointer<UInt8>>
  private var cellIsQuoted = false
  /// The bytes of the last quoted cell.
  private var unquoted: [UInt8] = []

  /// Begins behind the byte order mark of a file; nil for one without bytes.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    place = hasMark ? start + 3 : start
    end = start + bytes.count
    lineStart = place
    cell = place..<place
  }

  /// The largest number of cells that can follow.
  func cellBound(width: Int) -> Int {
    var lineEnds = 0
    var previous: UInt8 = 0
    for byte in UnsafeBufferPointer(start: place, count: end - place) {
      let isPair = byte == newline && previous == carriageReturn
      lineEnds &+= (byte == newline || byte == carriageReturn) && !isPair ? 1 : 0
      previous = byte
    }
    let (cells, overflow) = (lineEnds + 1).multipliedReportingOverflow(by: width)
    // Each cell but the last is followed by a byte.
    return overflow ? end - place + 1 : min(cells, end - place + 1)
  }

  // MARK: Records

  /// Reads the names of the columns.
  mutating func readHeader(_ names: inout [String]) -> DataFileFault? {
    skipBlankLines()
    if place == end { return DelimitedText.empty }
    findSeparator()
    var known: Set<String> = []
    repeat {
      let at = here
      if let fault = scanCell() { return fault }
      let name = cellText
      if !known.insert(name).inserted {
        return DataFileFault(at: at, "the header names the column '" + name + "' twice")
      }
      names.append(name)
    } while takeSeparator()
    takeLineEnd()
    return nil
  }

  /// Reads all records as numbers.
  mutating func readNumbers(
    into numbers: UnsafeMutableBufferPointer<Double>, _ count: inout Int,
    _ firstTexts: inout [TextPlace?]
  ) -> DataFileFault? {
    let width = firstTexts.count
    while true {
      skipBlankLines()
      if place == end { return nil }
      var column = 0
      repeat {
        if column == width { return tooManyCells(width) }
        let at = place
        if let number = DecimalNumber(at: place, until: end), isCellEnd(number.end) {
          place = number.end
          numbers.initializeElement(at: count, to: number.value)
        } else {
          let position = TextPlace(line: line, column: at - lineStart + 1)
          if let fault = scanCell() { return fault }
          let number = cellNumber
          if number == nil, firstTexts[column] == nil { firstTexts[column] = position }
          numbers.initializeElement(at: count, to: number ?? .nan)
        }
        count += 1
        column += 1
      } while takeSeparator()
      if column < width {
        return wrongCount(column, width, at: here)
      }
      takeLineEnd()
    }
  }

  /// Reads one column of records that have been read as numbers before.
  mutating func readTexts(ofColumn wanted: Int, of width: Int, into texts: inout [String]) {
    while true {
      skipBlankLines()
      if place == end { return }
      var column = 0
      repeat {
        if scanCell() != nil { return }
        if column == wanted { texts.append(cellText) }
        column += 1
      } while takeSeparator()
      takeLineEnd()
    }
  }

  private mutating func tooManyCells(_ width: Int) -> DataFileFault {
    let at = here
    var count = width
    repeat {
      if let fault = scanCell() { return fault }
      count += 1
    } while takeSeparator()
    return wrongCount(count, width, at: at)
  }

  private func wrongCount(_ count: Int, _ width: Int, at place: TextPlace) -> DataFileFault {
    let cells = count == 1 ? "1 cell" : "\(count) cells"
    return DataFileFault(at: place, "the row has " + cells + ", the header \(width)")
  }

  // MARK: Cells

  private var cellText: String {
    cellIsQuoted
      ? String(decoding: unquoted, as: UTF8.self)
      : String(
        decoding: UnsafeBufferPointer(
          start: cell.lowerBound, count: cell.upperBound - cell.lowerBound), as: UTF8.self)
  }

  /// The cell as a number; nan for a missing value, nil for a text.
  private var cellNumber: Double? {
    if cellIsQuoted {
      return unquoted.withUnsafeBufferPointer {
        guard let start = $0.baseAddress else { return .nan }
        return Self.number(start, start + $0.count)
      }
    }
    return Self.number(cell.lowerBound, cell.upperBound)
  }

  private static func number(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> Double? {
    if start == end { return .nan }
    if let number = DecimalNumber(at: start, until: end), number.end == end { return number.value }
    let isMissing =
      end - start == 2 && start[0] == UInt8(ascii: "N") && start[1] == UInt8(ascii: "A")
    return isMissing ? .nan : nil
  }

  /// Moves behind a cell, which may be quoted.
  private mutating func scanCell() -> DataFileFault? {
    while place < end, isSpace(place.pointee) { place += 1 }
    cellIsQuoted = place < end && place.pointee == quote
    if cellIsQuoted { return scanQuoted() }
    let start = place
    while !isCellEnd(place) { place += 1 }
    var last = place
    while last > start, isSpace(last[-1]) { last -= 1 }
    cell = start..<last
    return nil
  }

  private mutating func scanQuoted() -> DataFileFault? {
    let opening = here
    unquoted.removeAll(keepingCapacity: true)
    place += 1
    while true {
      guard place < end else {
        return DataFileFault(at: opening, "the quoted text that begins here is not closed")
      }
      let byte = place.pointee
      if byte == quote {
        place += 1
        if place == end || place.pointee != quote { break }
      }
      unquoted.append(byte)
      place += 1
      if byte == newline || byte == carriageReturn && (place == end || place.pointee != newline) {
        line += 1
        lineStart = place
      }
    }
    while place < end, isSpace(place.pointee) { place += 1 }
    if isCellEnd(place) { return nil }
    return DataFileFault(
      at: here, "found more text behind a closing quote; within quotes write two for one")
  }

  // MARK: Bytes

  private let quote = UInt8(ascii: "\"")
  private let newline = UInt8(ascii: "\n")
  private let carriageReturn = UInt8(ascii: "\r")

  private var here: TextPlace { TextPlace(line: line, column: place - lineStart + 1) }

  /// Returns true for a space or a tab that is not the separator.
  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != separator
  }

  @inline(__always)
  private func isCellEnd(_ place: UnsafePointer<UInt8>) -> Bool {
    if place == end { return true }
    let byte = place.pointee
    return byte == separator || byte == newline || byte == carriageReturn
  }

  /// Takes a semicolon or a tab for the separator when the header has one and no comma.
  private mutating func findSeparator() {
    var (found, isQuoted) = (separator, false)
    for byte in UnsafeBufferPointer(start: place, count: end - place) {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == newline || byte == carriageReturn { break }
      if byte == separator { return }
      let isOther = byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t")
      if found == separator, isOther { found = byte }
    }
    separator = found
  }

  @inline(__always)
  private mutating func takeSeparator() -> Bool {
    guard place < end, place.pointee == separator else { return false }
    place += 1
    return true
  }

  /// Moves behind the end of a line: LF, CR or both.
  @inline(__always)
  private mutating func takeLineEnd() {
    guard place < end else { return }
    let isReturn = place.pointee == carriageReturn
    place += 1
    if isReturn, place < end, place.pointee == newline { place += 1 }
    line += 1
    lineStart = place
  }

  @inline(__always)
  private mutating func skipBlankLines() {
    while place < end, place.pointee == newline || place.pointee == carriageReturn { takeLineEnd() }
  }
}
