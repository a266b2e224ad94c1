/// Counts the outputs of an experiment and compares them with the limits. The block and Gradbook
/// count in the same way.
public struct OutputTally: Sendable {
  private var counts = [Int](repeating: 0, count: OutputLimit.allCases.count + 1)
  private var lineLength = 0

  /// Starts with nothing counted.
  public init() {}

  /// Counts outputs.
  /// - Parameters:
  ///   - limit: the limit to count against
  ///   - amount: the number to add, at least 0
  /// - Returns: the excess, once there are more than allowed
  public mutating func count(_ limit: OutputLimit, by amount: Int = 1) -> OutputExcess? {
    let index = Int(limit.rawValue)
    guard amount <= limit.maximum - counts[index] else { return OutputExcess(limit) }
    counts[index] += amount
    return nil
  }

  /// Counts printed text, which may start and end within a line.
  /// - Returns: the number of bytes that are allowed, up to the end of a character, and the limit
  ///   that the rest exceeds
  public mutating func count(
    text: some RandomAccessCollection<UInt8>
  ) -> (allowed: Int, excess: OutputExcess?) {
    var index = text.startIndex
    while index < text.endIndex {
      lineLength = text[index] == 0x0A ? 0 : lineLength + 1
      let excess = lineLength > OutputLimit.line.maximum ? OutputExcess(.line) : count(.text)
      if let excess {
        while index > text.startIndex, text[index] & 0xC0 == 0x80 {
          index = text.index(before: index)
        }
        return (text.distance(from: text.startIndex, to: index), excess)
      }
      index = text.index(after: index)
    }
    return (text.count, nil)
  }
}
