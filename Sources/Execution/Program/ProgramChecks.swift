import BookModel
import SwiftLexing

/// Faults in a chapter's code that the compiler would not notice, or would report in the wrong place.
enum ProgramChecks {
  /// Something wrong with one block.
  struct Finding {
    /// The block's index in `Chapter.blocks`.
    var block: Int
    /// What is wrong.
    var diagnostic: Diagnostic
  }

  /// Everything wrong with a chapter's blocks that run.
  static func findings(in units: ChapterUnits) -> [Finding] {
    problems(of: units) + directives(in: units) + reservedNames(in: units)
  }

  /// Blocks that do not end what they begin would take the code below into what they leave open.
  private static func problems(of units: ChapterUnits) -> [Finding] {
    units.units.compactMap { unit in
      unit.block.problem.map { Finding(block: unit.index, diagnostic: $0) }
    }
  }

  /// `#sourceLocation` in a block would make the places of all errors below it wrong.
  private static func directives(in units: ChapterUnits) -> [Finding] {
    units.units.flatMap { unit in
      let bytes = Array(unit.block.code.utf8)
      return SwiftLexer.tokens(in: unit.block.code).compactMap { token -> Finding? in
        guard ["#sourceLocation", "#line"].contains(token.text(in: bytes)) else { return nil }
        if token.text(in: bytes) == "#line", !Self.beginsLine(token, in: bytes) { return nil }
        return Finding(
          block: unit.index,
          diagnostic: ExecutionWording.sourceLocationDirective(
            token.text(in: bytes), at: units.place(of: token.range.lowerBound, in: unit)))
      }
    }
  }

  /// A block that declares or calls what the program around it is made of could end it in silence.
  private static func reservedNames(in units: ChapterUnits) -> [Finding] {
    units.units.flatMap { unit in
      let bytes = Array(unit.block.code.utf8)
      return SwiftLexer.tokens(in: unit.block.code).compactMap { token -> Finding? in
        let name = token.text(in: bytes).filter { $0 != "`" }
        guard token.isName, isReserved(name) else { return nil }
        return Finding(
          block: unit.index,
          diagnostic: ExecutionWording.reservedName(
            name, at: units.place(of: token.range.lowerBound, in: unit)))
      }
    }
  }

  private static func isReserved(_ name: String) -> Bool {
    name.hasPrefix("gradbook") || name.hasPrefix("Gradbook") || name == "startNotebook"
  }

  /// Whether nothing but space stands before a token on its line: as a directive, and not as a value.
  private static func beginsLine(_ token: SwiftToken, in bytes: [UInt8]) -> Bool {
    let above = bytes[..<token.range.lowerBound]
    return above.reversed().prefix { $0 != UInt8(ascii: "\n") }
      .allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
