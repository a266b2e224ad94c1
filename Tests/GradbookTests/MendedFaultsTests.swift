import BookModel
import Testing

@testable import BookPipeline

/// The line that says what is mended.
@Suite struct MendedFaultsTests {
  private func line(_ before: [Diagnostic], _ after: [Diagnostic]) -> String? {
    MendedFaults(before: before, after: after)?.description
  }

  private func fault(_ message: String, line: Int = 1, in file: String = "a.md") -> Diagnostic {
    Diagnostic(at: SourceRange(file: file, line: line, column: 1), message)
  }

  @Test("names what is mended, and says what is left")
  func words() {
    let (a, b, c) = (
      fault("no x"), fault("no y", in: "b.md"), Diagnostic(at: nil, "no book\n  hint")
    )
    #expect(line([a], []) == "mended: a.md: no x; no error is left")
    #expect(line([a, b, c], [b]) == "mended: a.md: no x; no book; 1 error is left")
    #expect(line([a, b, c], [c, b]) == "mended: a.md: no x; 2 errors are left")
  }

  @Test("an error that has only moved is not mended; nor is one that another took the place of")
  func moved() {
    #expect(line([fault("no x", line: 3)], [fault("no x", line: 9)]) == nil)
    #expect(line([fault("no x")], [fault("no y")]) == nil)
    #expect(line([], []) == nil)
    #expect(line([fault("no x"), fault("no x", line: 2)], [fault("no x")]) == nil)
  }

  @Test("of many mended errors three are named")
  func many() {
    let faults = (1...5).map { fault("no \($0)") }
    #expect(
      line(faults, [])
        == "mended: a.md: no 1; a.md: no 2; a.md: no 3; 2 more; no error is left")
  }
}
