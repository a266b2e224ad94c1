import BookModel
import Parsing
import Rendering

/// New code for one block of a chapter.
struct BlockEdit: Codable, Equatable, Sendable {
  /// The name by which links find the block.
  let anchor: String
  /// The code, as the page's field has it.
  let code: String
}

/// The reason why an edit cannot be put into a chapter.
enum EditFault: Error, Equatable, CustomStringConvertible {
  /// There is no such block.
  case noBlock(String)
  /// The code would end its block, or is no text that a chapter may have.
  case leavesBlock

  var description: String {
    switch self {
    case .noBlock(let anchor): "the chapter has no block '\(anchor)' any more"
    case .leavesBlock:
      "the code does not stay within its block: a line of it ends the fence, or begins options, or"
        + " has a character that a chapter may not have; change that line, or lengthen the fence in"
        + " the chapter"
    }
  }
}

/// A chapter's file, byte for byte, whose blocks can be replaced.
struct EditableChapter {
  /// The bytes of the file.
  let bytes: [UInt8]
  private let parsed: Chapter

  /// Reads a chapter's bytes.
  /// - Parameter path: the chapter's path
  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    parsed = ChapterParser.parse(bytes, path: path).chapter
  }

  /// Returns the code of a block; nil when there is none.
  func code(ofBlock anchor: String) -> String? { block(anchor)?.code }

  private func block(_ anchor: String) -> Block? {
    parsed.blocks.first { $0.number != nil && $0.anchor == anchor }
  }

  /// Returns the file with blocks replaced. Everything outside of their lines stays as it is, byte for
  /// byte, and so does every line in them that is not changed.
  func applying(_ edits: [BlockEdit]) throws(EditFault) -> [UInt8] {
    var lines = FileLines(bytes).lines
    var wanted: [(block: Block, code: String)] = []
    for edit in edits {
      guard let block = block(edit.anchor) else { throw .noBlock(edit.anchor) }
      wanted.append((block, Self.normalized(edit.code)))
    }
    // From the last, so that the lines of those before stay where they are.
    for (block, code) in wanted.sorted(by: { $0.block.codeStart > $1.block.codeStart }) {
      BlockLines(block).replace(with: code, in: &lines)
    }
    let result = Array(lines.joined())
    try check(result, wanted.map(\.block.anchor), wanted.map(\.code))
    return result
  }

  /// Makes sure that the changed file has the same blocks, with the new code.
  private func check(
    _ bytes: [UInt8], _ anchors: [String], _ codes: [String]
  ) throws(EditFault) {
    let new = ChapterParser.parse(bytes, path: parsed.path).chapter
    guard new.blocks.count == parsed.blocks.count else { throw .leavesBlock }
    for (old, new) in zip(parsed.blocks, new.blocks) {
      let index = anchors.firstIndex { old.number != nil && old.anchor == $0 }
      let code = index.map { codes[$0] } ?? old.code
      guard new.role == old.role, new.code.utf8.elementsEqual(code.utf8) else {
        throw .leavesBlock
      }
    }
  }

  /// Returns code as a block has it: with line feeds, the last line with one as well.
  private static func normalized(_ code: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(code.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\r") {
        if rest.first == UInt8(ascii: "\n") { continue }
        bytes.append(UInt8(ascii: "\n"))
      } else {
        bytes.append(byte)
      }
    }
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
