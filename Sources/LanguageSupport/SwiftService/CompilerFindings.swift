import BookModel
import Execution

/// What the compiler found in the programs of a chapter, as far as they have been checked.
package struct CompilerFindings: Sendable {
  private struct Known: Sendable {
    var source: String
    /// The findings; each place names a block by its index among those of the program.
    var findings: [EditingTools.Finding]
  }

  private var known: [String: Known] = [:]

  /// Makes an empty collection.
  package init() {}

  /// Returns the programs of a chapter that are checked: those of the experiments, and that of the last
  /// setup block when none is below it.
  package static func programs(of chapter: Chapter) -> [EditedProgram] {
    let running = chapter.blocks.indices.filter { chapter.blocks[$0].number != nil }
    let experiments = running.filter { chapter.blocks[$0].experimentID != nil }
    let last = running.last.flatMap { experiments.last == $0 ? nil : $0 }
    return (experiments + (last.map { [$0] } ?? [])).compactMap {
      EditedProgram(chapter, block: $0)
    }
  }

  /// Forgets what was found in programs that the chapter has no more.
  package mutating func keep(_ programs: [EditedProgram], of chapter: Chapter) {
    let names = Set(programs.map { Self.name(of: $0, in: chapter) })
    known = known.filter { names.contains($0.key) }
  }

  /// Returns true when a program has been checked as it is.
  package func isKnown(_ program: EditedProgram, of chapter: Chapter) -> Bool {
    known[Self.name(of: program, in: chapter)]?.source == program.source
  }

  /// Sets what was found in a program.
  package mutating func set(
    _ findings: [EditingTools.Finding], in program: EditedProgram, of chapter: Chapter
  ) {
    let blocks = program.blocks
    let own = findings.compactMap { $0.naming { block in blocks.firstIndex(of: block) } }
    known[Self.name(of: program, in: chapter)] = Known(source: program.source, findings: own)
  }

  /// Returns the findings at their places in a chapter, each once. Those of a program that was edited
  /// since stay until it has been checked again.
  package func diagnostics(_ programs: [EditedProgram], in chapter: EditedChapter) -> [Diagnostic] {
    programs.flatMap { program -> [Diagnostic] in
      // What parsing found in a block would make the compiler find more.
      guard let known = known[Self.name(of: program, in: chapter.chapter)], !program.hasProblem
      else { return [] }
      let blocks = program.blocks
      return known.findings.compactMap { finding in
        guard
          let finding = finding.naming({ blocks.indices.contains($0) ? blocks[$0] : nil }),
          !Self.isExpected(finding, in: chapter.chapter)
        else { return nil }
        return Self.diagnostic(finding, in: chapter)
      }
    }.uniqued
  }

  /// True for an error of a block that is meant not to compile.
  private static func isExpected(_ finding: EditingTools.Finding, in chapter: Chapter) -> Bool {
    chapter.blocks[finding.place.block].options.expect == .compileError
      && finding.severity == .error
  }

  private static func name(of program: EditedProgram, in chapter: Chapter) -> String {
    chapter.blocks[program.block].experimentID ?? "setup below all experiments"
  }

  private static func diagnostic(_ finding: EditingTools.Finding, in chapter: EditedChapter)
    -> Diagnostic?
  {
    func range(_ place: BlockPosition) -> SourceRange? {
      chapter.blockPlaces.offset(of: place).map {
        SourceRange(file: chapter.path, start: chapter.text.position(ofByte: $0))
      }
    }
    guard let place = range(finding.place) else { return nil }
    return Diagnostic(
      finding.severity, at: place, finding.message, hint: finding.hint,
      notes: finding.notes.compactMap { note in
        range(note.place).map { .init(range: $0, message: note.message) }
      })
  }
}

extension EditingTools.Finding {
  /// Returns the finding with other names for its blocks; nil when its own block has none.
  fileprivate func naming(_ name: (Int) -> Int?) -> EditingTools.Finding? {
    guard let block = name(place.block) else { return nil }
    var finding = self
    finding.place.block = block
    finding.notes = notes.compactMap { note in
      guard let block = name(note.place.block) else { return nil }
      var note = note
      note.place.block = block
      return note
    }
    return finding
  }
}
