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
    problems(of: units) + refusals(in: units)
  }

  /// Returns the faults that parsing found. A block that leaves a bracket or a string open, for example,
  /// would swallow the code below it.
  private static func problems(of units: ChapterUnits) -> [Finding] {
    units.units.compactMap { unit in
      unit.block.problem.map { Finding(unit: unit, diagnostic: $0) }
    }
  }

  /// Returns the faults of each kind, one kind after the other.
  private static func refusals(in units: ChapterUnits) -> [Finding] {
    let tokens = units.units.map {
      ($0, Array($0.block.code.utf8), SwiftLexer.tokens(in: $0.block.code))
    }
    return [directive, section, reservedName].flatMap { refused in
      tokens.flatMap { unit, bytes, tokens in
        tokens.indices.compactMap { index in
          let token = tokens[index]
          guard let wording = refused(tokens[...index], bytes) else { return nil }
          let place = units.place(of: token.range.lowerBound, in: unit.block)
          return Finding(unit: unit, diagnostic: wording(place))
        }
      }
    }
  }

  /// What is said of a token at a place.
  private typealias Wording = (SourceRange) -> Diagnostic

  /// Refuses `#sourceLocation`, which would make the places of all errors below it wrong.
  private static func directive(_ tokens: ArraySlice<SwiftToken>, in bytes: [UInt8]) -> Wording? {
    guard let token = tokens.last else { return nil }
    let text = token.text(in: bytes)
    guard text == "#sourceLocation" || text == "#line" && beginsLine(token, in: bytes) else {
      return nil
    }
    return { ExecutionWording.sourceLocationDirective(text, at: $0) }
  }

  /// Refuses attributes that put a value where the linker, or the system, looks for something else.
  private static func section(_ tokens: ArraySlice<SwiftToken>, in bytes: [UInt8]) -> Wording? {
    guard let token = tokens.last, token.kind == .attribute || token.isName else { return nil }
    var name = String(token.text(in: bytes).filter { $0 != "`" })
    if token.kind != .attribute {
      // Space may stand behind the sign.
      let previous = tokens.dropLast().last { !$0.isSpace && $0.kind != .newline }
      guard previous?.text(in: bytes) == "@" else { return nil }
      name = "@" + name
    }
    guard ["@section", "@_section"].contains(name) else { return nil }
    return { ExecutionWording.sectionAttribute(name, at: $0) }
  }

  /// Refuses names of the program around the blocks: a block that uses one could end it silently.
  private static func reservedName(_ tokens: ArraySlice<SwiftToken>, in bytes: [UInt8])
    -> Wording?
  {
    guard let token = tokens.last else { return nil }
    let name = token.text(in: bytes).filter { $0 != "`" }
    guard token.isName, isReserved(name) else { return nil }
    return { ExecutionWording.reservedName(name, at: $0) }
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
