/// A way to damage an input.
enum Mutation: CaseIterable {
  /// Turns over one bit of each of a few bytes.
  case flipBits
  /// Replaces one byte by any other.
  case replaceByte
  /// Puts in something that means something to the reader.
  case insertToken
  /// Puts in the same token many times over: what is nested or counted grows.
  case repeatToken
  /// Goes on with the end of another input.
  case splice
  /// Puts in a part of another input.
  case insertPart
  /// Repeats a part right after itself, up to 1000 times.
  case duplicateRange
  /// Repeats the whole.
  case double
  /// Removes the end.
  case truncate
  /// Removes a part.
  case deleteRange

  /// Damages an input.
  func apply(to bytes: inout [UInt8], corpus: Corpus, tokens: [[UInt8]], dice: inout Dice) {
    let place = Int.random(in: 0...bytes.count, using: &dice)
    let token = tokens.randomElement(using: &dice) ?? []
    let other = corpus.inputs.randomElement(using: &dice) ?? []
    switch self {
    case .flipBits:
      for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
        let index = Int.random(in: bytes.indices, using: &dice)
        bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &dice)
      }
    case .replaceByte:
      if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &dice) }
    case .insertToken:
      bytes.insert(contentsOf: token, at: place)
    case .repeatToken:
      // Mostly few: the longest inputs are the slowest.
      let most = 1 << Int.random(in: 1...14, using: &dice)
      let count = min(most, InputLimit.bytes / max(token.count, 1))
      bytes.insert(contentsOf: repeatElement(token, count: count).joined(), at: place)
    case .splice:
      bytes = Array(bytes[..<place] + other[dice.range(in: other.count).lowerBound...])
    case .insertPart:
      bytes.insert(contentsOf: other[dice.range(in: other.count)], at: place)
    case .duplicateRange:
      let range = dice.range(in: bytes.count, longest: 200)
      let most = 1 << Int.random(in: 0...10, using: &dice)
      let part = repeatElement(bytes[range], count: most).joined()
      bytes.insert(contentsOf: part.prefix(InputLimit.bytes), at: range.upperBound)
    case .double:
      bytes += bytes
    case .truncate:
      bytes.removeSubrange(place...)
    case .deleteRange:
      bytes.removeSubrange(dice.range(in: bytes.count))
    }
    bytes = Array(bytes.prefix(InputLimit.bytes))
  }
}
