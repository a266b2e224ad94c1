import BookModel
import SwiftLexing

/// Finds faults in a chapter's code that the compiler would not notice or would report in the wrong place.
enum ProgramChecks {
  /// A fault in one block.
  struct Finding {
    /// The block that has the fault.
    var unit: ChapterUnits.Unit
    /// The fault, at its place in the chapter.
    var diagnostic: Diagnostic
  }

  /// Returns all faults of a chapter's blocks that run.
  static func findings(in units: ChapterUnits) -> [Finding] {
    problems(of: units) + directives(in: units) + sections(in: units) + reservedNames(in: units)
  }

  /// Returns the faults that parsing found. A block that leaves a bracket or a string open, for example,
  /// would swallow the code below it.
  private static func problems(of units: ChapterUnits) -> [Finding] {
    units.units.compactMap { unit in
      unit.block.problem.map { Finding(unit: unit, diagnostic: $0) }
    }
  }

  /// Refuses `#sourceLocation`, which would make the places of all errors below it wrong.
  private static func directives(in units: ChapterUnits) -> [Finding] {
    units.units.flatMap { unit in
      let bytes = Array(unit.block.code.utf8)
      return SwiftLexer.tokens(in: unit.block.code).compactMap { token -> Finding? in
        guard ["#sourceLocation", "#line"].contains(token.text(in: bytes)) else { return nil }
        if token.text(in: bytes) == "#line", !Self.beginsLine(token, in: bytes) { return nil }
        return Finding(
          unit: unit,
          diagnostic: ExecutionWording.sourceLocationDirective(
            token.text(in: bytes), at: units.place(of: token.range.lowerBound, in: unit.block)))
      }
    }
  }

  /// Refuses attributes that put a value where the linker, or the system, looks for something else.
  private static func sections(in units: ChapterUnits) -> [Finding] {
    units.units.flatMap { unit in
      let bytes = Array(unit.block.code.utf8)
      return SwiftLexer.tokens(in: unit.block.code).compactMap { token -> Finding? in
        guard token.kind == .attribute, ["@section", "@_section"].contains(token.text(in: bytes))
        else { return nil }
        return Finding(
          unit: unit,
          diagnostic: ExecutionWording.sectionAttribute(
            token.text(in: bytes), at: units.place(of: token.range.lowerBound, in: unit.block)))
      }
    }
  }

  /// Refuses names of the program around the blocks: a block that uses one could end it silently.
  private static func reservedNames(in units: ChapterUnits) -> [Finding] {
    units.units.flatMap { unit in
      let bytes = Array(unit.block.code.utf8)
      return SwiftLexer.tokens(in: unit.block.code).compactMap { token -> Finding? in
        let name = token.text(in: bytes).filter { $0 != "`" }
        guard token.isName, isReserved(name) else { return nil }
        return Finding(
          unit: unit,
          diagnostic: ExecutionWording.reservedName(
            name, at: units.place(of: token.range.lowerBound, in: unit.block)))
      }
    }
  }

  private static func isReserved(_ name: String) -> Bool {
    name.hasPrefix("gradbook") || name.hasPrefix("Gradbook") || name == "startNotebook"
  }

  /// Returns `true` when only space stands before a token on its line, as before a directive.
  private static func beginsLine(_ token: SwiftToken, in bytes: [UInt8]) -> Bool {
    let above = bytes[..<token.range.lowerBound]
    return above.reversed().prefix { $0 != UInt8(ascii: "\n") }
      .allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
