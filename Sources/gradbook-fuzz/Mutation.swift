/// A way to damage an input.
enum Mutation: CaseIterable {
  /// Flips one bit in each of a few bytes.
  case flipBits
  /// Replaces one byte with a random one.
  case replaceByte
  /// Inserts a token of the reader's syntax.
  case insertToken
  /// Inserts the same token many times, which increases nesting and counts.
  case repeatToken
  /// Replaces the rest with the end of another input.
  case splice
  /// Inserts a part of another input.
  case insertPart
  /// Repeats a part directly after itself, up to 1024 times.
  case duplicateRange
  /// Appends a copy of the whole.
  case double
  /// Removes the end.
  case truncate
  /// Removes a part.
  case deleteRange

  /// Applies the mutation to an input.
  func apply(
    to bytes: inout [UInt8], corpus: Corpus, tokens: [[UInt8]], random: inout SeededGenerator
  ) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let token = tokens.randomElement(using: &random) ?? []
    let other = corpus.inputs.randomElement(using: &random) ?? []
    switch self {
    case .flipBits:
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: bytes.indices, using: &random)
        bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
      }
    case .replaceByte:
      if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
    case .insertToken:
      bytes.insert(contentsOf: token, at: place)
    case .repeatToken:
      // Usually few, since the longest inputs are the slowest.
      let most = 1 << Int.random(in: 1...14, using: &random)
      let count = min(most, InputLimit.bytes / max(token.count, 1))
      bytes.insert(contentsOf: repeatElement(token, count: count).joined(), at: place)
    case .splice:
      bytes = Array(bytes[..<place] + other[random.range(in: other.count).lowerBound...])
    case .insertPart:
      bytes.insert(contentsOf: other[random.range(in: other.count)], at: place)
    case .duplicateRange:
      let range = random.range(in: bytes.count, longest: 200)
      let most = 1 << Int.random(in: 0...10, using: &random)
      let part = repeatElement(bytes[range], count: most).joined()
      bytes.insert(contentsOf: part.prefix(InputLimit.bytes), at: range.upperBound)
    case .double:
      bytes += bytes
    case .truncate:
      bytes.removeSubrange(place...)
    case .deleteRange:
      bytes.removeSubrange(random.range(in: bytes.count))
    }
    bytes = Array(bytes.prefix(InputLimit.bytes))
  }
}
