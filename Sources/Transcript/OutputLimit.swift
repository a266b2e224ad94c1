/// A limit for the outputs of one experiment, so that its page stays small and is displayed at
/// once. The block is stopped at the call that exceeds a limit; Gradbook checks the limits again
/// when it reads the records, because a block can write records itself.
public enum OutputLimit: UInt8, CaseIterable, Hashable, Sendable {
  /// The bytes of all printed text.
  case text = 1
  /// The bytes of one printed line.
  case line = 2
  /// The charts.
  case charts = 3
  /// The tables.
  case tables = 4
  /// The calls of `check`.
  case checks = 5
  /// The positions in the chapter that call `check`; the checks of one position are shown as one
  /// claim.
  case claims = 6
  /// The published values.
  case values = 7
  /// The different knobs.
  case knobs = 8
  /// The bytes of all records.
  case bytes = 9
  /// The columns of a table.
  case columns = 10
  /// The rows of a table.
  case rows = 11
  /// The marks of a chart, such as lines and trajectories; marks that panels share count in each.
  case marks = 12
  /// The panels of a chart.
  case panels = 13
  /// The numbers in a chart.
  case numbers = 14
  /// The contour levels of a chart.
  case levels = 15
  /// The bars, or the intervals of a histogram, of one mark.
  case bars = 16
  /// The names along an axis, or of kinds in a map.
  case names = 17
  /// The bytes of a title, label or name in a chart.
  case label = 18
  /// The points that a chart draws.
  case points = 19
  /// The points that all charts draw.
  case allPoints = 20

  /// The largest number that is allowed.
  public var maximum: Int {
    switch self {
    case .text: 500_000
    case .line: 20_000
    case .charts, .tables, .marks: 100
    case .checks: 100_000
    case .claims: 200
    case .knobs, .levels: 50
    case .bytes: 4_000_000
    case .columns: 30
    case .values, .rows, .bars, .names, .label: 1000
    case .panels: 36
    case .numbers: 400_000
    case .points: 100_000
    case .allPoints: 500_000
    }
  }
}

/// A limit, and the number by which it is exceeded.
public struct OutputExcess: Hashable, Sendable {
  /// The limit.
  public var limit: OutputLimit
  /// The number that was found; nil when counting stopped at the limit.
  public var found: Int?

  /// Describes an excess over a limit.
  public init(_ limit: OutputLimit, found: Int? = nil) {
    self.limit = limit
    self.found = found
  }

  /// Compares a number with a limit.
  /// - Returns: the excess; nil when the number is allowed
  public static func of(_ found: Int, _ limit: OutputLimit) -> OutputExcess? {
    found > limit.maximum ? OutputExcess(limit, found: found) : nil
  }

  /// Returns the excess as bytes. `init(decoding:)` makes the same excess from them.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(limit.rawValue)
    writer.write(UInt32(clamping: found ?? 0))
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  ///
  /// - Throws: `ByteReadingError` when the bytes do not describe an excess
  public init(decoding bytes: [UInt8]) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    guard let limit = OutputLimit(rawValue: try reader.byte()) else { throw .malformed }
    let number = try reader.uint32()
    let found = Int(clamping: number)
    guard reader.isAtEnd, number == 0 || found > limit.maximum else { throw .malformed }
    self.init(limit, found: number == 0 ? nil : found)
  }
}
