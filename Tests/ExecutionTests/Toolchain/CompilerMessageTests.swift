import BookModel
import Testing

@testable import Execution

@Suite struct CompilerMessageTests {
  @Test("Messages are told from source excerpts, and places in the chapter from others")
  func messages() {
    let output = """
      chapter.md:41:20: error: cannot find 'x' in scope
        let y = x // error: not me
                ^
      chapter.md:40:3: note: did you mean 'z'?
      main.swift:3:1: warning: something: else
      <unknown>:0: error: no place
      error: link command failed with exit code 1
      chapter.md:nonsense
      """
    let expected: [CompilerMessage] = [
      .init(
        kind: .error, position: .init(line: 41, column: 20), text: "cannot find 'x' in scope"),
      .init(kind: .note, position: .init(line: 40, column: 3), text: "did you mean 'z'?"),
      .init(kind: .warning, position: nil, text: "something: else"),
      .init(kind: .error, position: nil, text: "no place"),
      .init(kind: .error, position: nil, text: "link command failed with exit code 1"),
    ]
    let found = CompilerMessage.messages(in: Array(output.utf8), file: "chapter.md")
    #expect(found == expected)
  }

  @Test("Messages are told apart by the names that the compiler gives them, not by their words")
  func names() {
    let output = """
      chapter.md:1:1: error: cannot find 'x' in scope [cannot_find_in_scope]
      chapter.md:2:1: error: cannot find 'y' in scope [pound_error]
      chapter.md:3:1: error: it was never used [return_expr_missing]
      chapter.md:4:1: warning: see [1] [variable_never_used] [#no-usage]
      chapter.md:5:1: warning: 'a' was never used [pound_warning]
      chapter.md:6:1: warning: old [deprecated] [#Deprecated]
      chapter.md:7:1: error: an array such as [1, 2]
      chapter.md:8:1: error: nothing [] [not a name]
      """
    let found = CompilerMessage.messages(in: Array(output.utf8), file: "chapter.md")
    #expect(
      found.map { "\($0.text) | \($0.name ?? "-")" } == [
        "cannot find 'x' in scope | cannot_find_in_scope",
        "cannot find 'y' in scope | pound_error", "it was never used | return_expr_missing",
        "'a' was never used | pound_warning",
        "old [#Deprecated] | deprecated", "an array such as [1, 2] | -",
        "nothing [] [not a name] | -",
      ])
    #expect(
      CompilerMessage.diagnostics(found) { $0.text.hasPrefix("cannot") ? "again" : "new" }
        .map(\.hint) == ["again", nil, "new", nil, nil, nil, nil])
    #expect(
      CompilerMessage.diagnostics(found).map(\.message) == [
        "cannot find 'x' in scope", "cannot find 'y' in scope", "it was never used",
        "'a' was never used", "old [#Deprecated]", "an array such as [1, 2]",
        "nothing [] [not a name]",
      ])
  }

  @Test("A forged message is one of the experiment's own, within its lines, and there are not many")
  func forged() {
    let forged = """
      chapter.md:99999999999999999999:1: error: far
      chapter.md:1:9223372036854775807: error: wide
      chapter.md:5:0: error: left

      """
    let found = CompilerMessage.diagnostics(
      CompilerMessage.messages(in: Array(forged.utf8), file: "chapter.md"))
    let units = ChapterUnits(chapter(.setup("let a = 1"), .experiment("x", "use(a)")))
    let island = Island(units.experiments[0], in: units)
    #expect(
      found.map { island.diagnostic($0) }.map { "\($0)".prefix { $0 != "\n" } } == [
        "Chapters/en/09-test.md:11:10: error: wide", "Chapters/en/09-test.md:31:1: error: left",
      ])
    let many = String(repeating: forged, count: 10_000)
    let first = CompilerMessage.messages(in: Array(many.utf8), file: "chapter.md")
    #expect(first.count == 101)
    #expect(first.last?.text == "19900 more messages of the compiler are left out")
  }

  @Test(
    "Warnings about unused names are not there, neither are their notes, and nobody counts them")
  func unused() {
    let unused = """
      chapter.md:2:1: warning: variable 'a' was never used [variable_never_used] [#no-usage]
      chapter.md:2:2: note: about it [some_note]

      """
    let other =
      "chapter.md:3:1: warning: loud [loud_one]\nchapter.md:3:2: note: more [more_of_it]\n"
    let text = String(repeating: unused, count: 200) + other + unused
    let found = CompilerMessage.messages(in: Array(text.utf8), file: "chapter.md")
    #expect(found.map(\.text) == ["loud", "more"])
  }

  @Test("An error is read behind however many warnings")
  func lateError() {
    let warning = "chapter.md:2:1: warning: loud\n"
    let text = String(repeating: warning, count: 150) + "chapter.md:9:4: error: wrong\n" + warning
    let found = CompilerMessage.messages(in: Array(text.utf8), file: "chapter.md")
    #expect(found.filter { $0.kind == .error }.map(\.text) == ["wrong"])
    #expect(
      found.last
        == CompilerMessage(
          kind: .warning, position: .init(line: 9, column: 4),
          text: "51 more messages of the compiler are left out"))
  }
}
