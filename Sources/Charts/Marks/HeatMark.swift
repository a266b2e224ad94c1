import Transcript

/// The values of a function of two variables as colours.
public struct HeatMark: Hashable, Sendable {
  /// The function's values; one that is not finite has no colour.
  public var grid: Grid
  /// The name of the values.
  public var name: String
  /// The scale by which values become colours.
  public var scale: Axis.Scale
  /// The greatest value that counts as stable; nil colours all values. Greater values and those
  /// that are not finite form one region without colours, outlined by a line.
  public var limit: Double?
  /// The label of the boundary, such as "ρ = 1"; nil for the limit's value.
  public var limitLabel: String?
  /// The exact boundary as points of a line, where it is known; without it the boundary is traced
  /// between the cells.
  public var boundary: [(Double, Double)] {
    get { boundaryX.indices.map { (boundaryX[$0], boundaryY[$0]) } }
    set { (boundaryX, boundaryY) = (newValue.map { $0.0 }, newValue.map { $0.1 }) }
  }
  private var boundaryX: [Double] = []
  private var boundaryY: [Double] = []
  /// The names of kinds. If there are any, each value is the index of a kind, from 0, and each kind
  /// has its own colour.
  public var kinds: [String]

  /// Makes a map of quantities.
  public init(
    _ grid: Grid, name: String = "", scale: Axis.Scale = .linear, limit: Double? = nil,
    limitLabel: String? = nil
  ) {
    self.grid = grid
    self.name = name
    self.scale = scale
    self.limit = limit
    self.limitLabel = limitLabel
    kinds = []
  }

  /// Makes a map of kinds.
  /// - Parameters:
  ///   - grid: indices into `kinds`; any other value belongs to no kind.
  ///   - kinds: the kinds' names.
  public init(_ grid: Grid, kinds: [String]) {
    self.init(grid)
    self.kinds = kinds
  }
}

extension HeatMark: MarkData {
  func write(to writer: inout ByteWriter) {
    grid.write(to: &writer)
    writer.write(name)
    writer.write(scale.rawValue)
    writer.write(limit.map { [$0] } ?? [])
    writer.write(optional: limitLabel)
    writer.write(kinds)
    writer.write(boundaryX)
    writer.write(boundaryY)
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(try Grid(from: &reader), name: try reader.string())
    guard let scale = Axis.Scale(rawValue: try reader.byte()) else { throw .malformed }
    self.scale = scale
    let limits = try reader.doubles()
    guard limits.count <= 1 else { throw .malformed }
    limit = limits.first
    limitLabel = try reader.optionalString()
    kinds = try reader.strings()
    (boundaryX, boundaryY) = (try reader.doubles(), try reader.doubles())
    guard boundaryX.count == boundaryY.count else { throw .malformed }
  }

  var size: MarkSize {
    MarkSize(
      numbers: grid.numbers + 2 * boundaryX.count, names: kinds.count,
      texts: kinds + [name, limitLabel ?? ""]
    ) {
      min(grid.values.count, 9600) + boundaryX.count + grid.crossings(of: limit.map { [$0] } ?? [])
    }
  }
}
