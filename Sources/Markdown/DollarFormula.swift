/// A formula between dollar signs, `$…$` or `$$…$$`.
/// - Source: Pandoc's `tex_math_dollars`
public struct DollarFormula: Equatable, Sendable {
  /// True for `$$…$$`.
  public let isDisplay: Bool
  /// The bytes of the file from the first dollar to the last one, or to the end of the label.
  public let range: Range<Int>
  /// The bytes of each line of the TeX, without what belongs to the containers around it.
  public let lines: [Range<Int>]
  /// The bytes of the label in `{#label}` directly after a displayed formula.
  public let label: Range<Int>?

  /// Returns the TeX in a file.
  public func tex(in bytes: [UInt8]) -> String {
    String(decoding: Array(lines.map { bytes[$0] }.joined(separator: [0x0A])), as: UTF8.self)
  }

  /// Returns the place in the file of a byte of the TeX, or of its end.
  public func place(ofByte offset: Int) -> Int {
    var rest = offset
    for line in lines {
      if rest <= line.count { return line.lowerBound + rest }
      rest -= line.count + 1
    }
    return lines.last?.upperBound ?? range.lowerBound
  }
}
