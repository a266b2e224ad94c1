/// A code in which frequent symbols have short words.
/// - Source: RFC 1951, section 3.2.2; Huffman, A method for the construction of minimum-redundancy codes,
///   1952
struct HuffmanCode {
  /// The lengths of the words in bits; 0 for symbols that do not occur.
  let lengths: [Int]
  private let words: [Int]

  /// Makes the code for symbols that occur so often. At least one does.
  /// - Parameters:
  ///   - counts: how often each symbol occurs
  ///   - longest: the largest length of a word
  init(_ counts: [Int], longest: Int) {
    var counts = counts
    var lengths = Self.lengths(of: counts)
    // Counts that are closer together have words of more equal lengths.
    while lengths.contains(where: { $0 > longest }) {
      counts = counts.map { ($0 + 1) / 2 }
      lengths = Self.lengths(of: counts)
    }
    self.lengths = lengths
    words = Self.words(of: lengths)
  }

  /// Writes the word of a symbol.
  func write(_ symbol: Int, to writer: inout BitWriter) {
    writer.putCode(words[symbol], bits: lengths[symbol])
  }

  private static func lengths(of counts: [Int]) -> [Int] {
    var lengths = [Int](repeating: 0, count: counts.count)
    let leaves = counts.indices.filter { counts[$0] > 0 }.sorted {
      (counts[$0], $0) < (counts[$1], $1)
    }
    if leaves.count == 1 { lengths[leaves[0]] = 1 }
    if leaves.count < 2 { return lengths }
    // The nodes are the leaves, then their ancestors, both by their weights.
    var weights = leaves.map { counts[$0] }
    var parents = [Int](repeating: 0, count: 2 * leaves.count - 1)
    var (leaf, inner) = (0, leaves.count)
    func lightest() -> Int {
      let isLeaf =
        leaf < leaves.count && (inner >= weights.count || weights[leaf] <= weights[inner])
      defer { if isLeaf { leaf += 1 } else { inner += 1 } }
      return isLeaf ? leaf : inner
    }
    for parent in leaves.count..<parents.count {
      let (a, b) = (lightest(), lightest())
      parents[a] = parent
      parents[b] = parent
      weights.append(weights[a] + weights[b])
    }
    var depths = [Int](repeating: 0, count: parents.count)
    for node in parents.indices.dropLast().reversed() { depths[node] = depths[parents[node]] + 1 }
    for (index, symbol) in leaves.enumerated() { lengths[symbol] = depths[index] }
    return lengths
  }

  /// Returns the words in the order of their lengths, and of the symbols.
  private static func words(of lengths: [Int]) -> [Int] {
    var words = [Int](repeating: 0, count: lengths.count)
    var word = 0
    for length in 1...max(lengths.max() ?? 1, 1) {
      word <<= 1
      for symbol in lengths.indices where lengths[symbol] == length {
        words[symbol] = word
        word += 1
      }
    }
    return words
  }
}
