import BookModel
import SwiftLexing

/// What is wrong with a chapter's code and would not be noticed, or be told in the wrong place, by
/// the compiler.
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
    problems(of: units) + directives(in: units) + namesFromBelow(in: units)
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
        return Finding(
          block: unit.index,
          diagnostic: ExecutionWording.sourceLocationDirective(
            token.text(in: bytes), at: units.place(of: token.range.lowerBound, in: unit)))
      }
    }
  }

  /// A type that had to move to file scope could be seen above the setup block that declares it.
  private static func namesFromBelow(in units: ChapterUnits) -> [Finding] {
    let types = ChapterProgram.moved(units.units).flatMap { unit, range in
      FileScopeCode(unit.block.code).declarations.compactMap {
        declaration -> (unit: ChapterUnits.Unit, name: String)? in
        guard declaration.range == range, case .type(let name) = declaration.kind else {
          return nil
        }
        return (unit, name)
      }
    }
    guard !types.isEmpty else { return [] }
    return units.units.flatMap { unit in
      let hidden = types.filter { $0.unit.index > unit.index }
      return hidden.isEmpty ? [] : uses(of: hidden, in: unit, units)
    }
  }

  private static func uses(
    of types: [(unit: ChapterUnits.Unit, name: String)], in unit: ChapterUnits.Unit,
    _ units: ChapterUnits
  ) -> [Finding] {
    let bytes = Array(unit.block.code.utf8)
    let own = Set(
      FileScopeCode(unit.block.code).declarations.compactMap {
        if case .type(let name) = $0.kind { name } else { nil }
      })
    let tokens = SwiftLexer.tokens(in: unit.block.code).filter { !$0.isSpace }
    return tokens.indices.compactMap { index -> Finding? in
      let token = tokens[index]
      let name = token.text(in: bytes)
      guard token.isName, !own.contains(name), let type = types.first(where: { $0.name == name }),
        index == 0 || tokens[index - 1].text(in: bytes) != "."
      else { return nil }
      return Finding(
        block: unit.index,
        diagnostic: ExecutionWording.typeFromBelow(
          name, at: units.place(of: token.range.lowerBound, in: unit),
          declared: units.place(of: type.unit)))
    }
  }
}
