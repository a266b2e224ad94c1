import BookModel
import SwiftLexing

/// The pieces of blocks that a program has at file scope: declarations that are bound to it, such as
/// imports, extensions and operators, and the types that these name, directly or through one another.
struct FileScopePieces {
  /// A piece of a block's code.
  struct Piece {
    /// The index of the block among those that were looked through.
    var block: Int
    /// Its bytes in the block's code.
    var range: Range<Int>
  }

  /// The pieces, in the order of the text.
  let pieces: [Piece]
  private let codes: [[UInt8]]

  /// Finds the pieces in the code of some blocks.
  init(_ blocks: [Block]) {
    codes = blocks.map { Array($0.code.utf8) }
    let all = blocks.indices.flatMap { block in
      FileScopeCode(blocks[block].code).declarations.map { (block, $0) }
    }
    var isMoved = all.map { $0.1.kind == .bound }
    var names = Set(zip(all, isMoved).filter(\.1).flatMap(\.0.1.names))
    var changed = true
    while changed {
      changed = false
      for index in all.indices where !isMoved[index] {
        guard case .type(let name) = all[index].1.kind, names.contains(name) else { continue }
        isMoved[index] = true
        names.formUnion(all[index].1.names)
        changed = true
      }
    }
    pieces = zip(all, isMoved).filter(\.1).map { Piece(block: $0.0.0, range: $0.0.1.range) }
  }

  /// Returns the lines of a piece, blank up to its first byte, and the number of lines above them.
  func lines(of piece: Piece) -> (code: [UInt8], linesAbove: Int) {
    let code = Array(codes[piece.block].prefix(piece.range.upperBound))
    let above = code[..<piece.range.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let lines = Array(Self.blanked(code, [above..<piece.range.lowerBound])[above...])
    return (lines, code[..<above].count { $0 == newline })
  }

  /// Returns the code of a block with its pieces blanked; the rest keeps its lines and columns.
  func remainder(ofBlock block: Int) -> [UInt8] {
    let code = codes[block]
    let ranges = pieces.filter { $0.block == block }.map(\.range)
    // A semicolon behind a piece would begin the next statement.
    let semicolons = ranges.compactMap { range in
      code[range.upperBound...].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    }.filter { code[$0] == UInt8(ascii: ";") }
    return Self.blanked(code, ranges + semicolons.map { $0..<($0 + 1) })
  }

  private let newline = UInt8(ascii: "\n")

  private static func blanked(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> [UInt8] {
    var bytes = bytes
    for index in ranges.joined() where bytes[index] != UInt8(ascii: "\n") {
      bytes[index] = UInt8(ascii: " ")
    }
    return bytes
  }
}
