import BookModel
import SwiftLexing

/// A name that a block gives to something by a call such as `publish("floor", loss)`.
struct CalledName: Equatable, Sendable {
  /// The name.
  var name: String
  /// The index in `Chapter.blocks` of the block.
  var block: Int
  /// The first byte of the name in the block's code.
  var offset: Int

  /// Returns the names that the blocks of a chapter give by calls of a function, in the order of the text.
  /// Only a name that is written out is found.
  static func all(givenBy function: String, in chapter: Chapter) -> [CalledName] {
    chapter.blocks.indices.flatMap { index -> [CalledName] in
      let block = chapter.blocks[index]
      guard block.options.source == nil, block.code.contains(function) else { return [] }
      let bytes = Array(block.code.utf8)
      let tokens = SwiftLexer.tokens(in: block.code).filter {
        ![.whitespace, .newline, .comment].contains($0.kind)
      }
      return tokens.indices.dropLast(2).compactMap { place in
        let (call, opening, text) = (tokens[place], tokens[place + 1], tokens[place + 2])
        guard call.text(in: bytes) == function, opening.text(in: bytes) == "(",
          text.kind == .string, text.range.count > 2, text.isTerminated,
          bytes[text.range.upperBound - 1] == UInt8(ascii: "\"")
        else { return nil }
        let inside = (text.range.lowerBound + 1)..<(text.range.upperBound - 1)
        let name = String(decoding: bytes[inside], as: UTF8.self)
        guard !name.isEmpty, !name.contains("\"") else { return nil }
        return CalledName(name: name, block: index, offset: inside.lowerBound)
      }
    }
  }
}

extension Sequence where Element: Hashable {
  /// The elements, each once, in their order.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
