import BookModel
import Testing

@testable import Prose

@Suite struct BibliographyTests {
  @Test func anEntryHasItsNamesAndFields() throws {
    let bibliography = read(
      #"""
      % a comment with @nothing
      @string{ams = "Annals of Mathematical Statistics"}
      @article{robbins1951,
        author = {Robbins, Herbert and Sutton Monro and others},
        title  = "A {S}tochastic Approximation Method",
        journal = ams # {, old series},
        pages = {400--407}, year = 1951,
      }
      """#)
    let work = try #require(bibliography.work("robbins1951"))
    #expect(work.diagnostics == [])
    let entry = work.entry
    #expect(entry.type == "article")
    #expect(
      entry.names[.author]
        == .init(
          [.init(family: "Robbins", given: "Herbert"), .init(family: "Monro", given: "Sutton")],
          hasMore: true))
    #expect(entry.fields[.title] == "A Stochastic Approximation Method")
    #expect(entry.fields[.journaltitle] == "Annals of Mathematical Statistics, old series")
    #expect(entry.fields[.pages] == "400–407")
    #expect(entry.dates[.date] == BibliographyDate(year: 1951))
    #expect(bibliography.warnings(exceptOf: []) == [])
  }

  @Test("Parentheses, comments, percent signs and text outside of entries are read as BibTeX does")
  func forms() throws {
    let bibliography = read(
      """
      Written by me@example.org, who says "hi {".
      @comment{nothing {of} this @misc{x, title = {X}}}
      @preamble{"\\newcommand{\\x}{y}"}
      @String(j = {Journal})
      @Article( star*1 , Title = {One} # " and " # {two}, JOURNAL = j, year = 1990 % here
        , , month = 2 # "~" # mar, )
      @misc{a:b/c+d, title = {A (b) c}, year = 1991}
      """)
    #expect(bibliography.keys == ["star*1", "a:b/c+d"])
    #expect(bibliography.warnings(exceptOf: []) == [])
    let first = try #require(bibliography.work("star*1")).entry
    #expect(first.fields[.title] == "One and two")
    #expect(first.fields[.journaltitle] == "Journal")
    #expect(first.dates[.date] == .init(.single(.init(year: 1990, month: .number(3), day: 2))))
    #expect(bibliography.work("A:B/c+d") == nil)
  }

  @Test("The names that BibTeX has for types and fields are BibLaTeX's")
  func aliases() throws {
    let entry = try #require(
      read(
        """
        @mastersthesis{m, author = {A B}, title = {T}, school = {S}, address = {P}, year = 1,
          type = {Diploma thesis}}
        @phdthesis{p, author = {A B}, title = {T}, school = {S}, year = 1}
        """
      ).work("m")
    ).entry
    #expect(entry.type == "thesis")
    #expect(entry.fields[.institution] == "S")
    #expect(entry.fields[.location] == "P")
    #expect(entry.fields[.type] == "Diploma thesis")
    let other = read("@phdthesis{p, title = {T}, year = 1}").work("p")?.entry
    #expect(other?.fields[.type] == "phdthesis")
  }

  @Test(arguments: [
    ("55-65", "55–65"), ("431--456, 791--823", "431–456, 791–823"), ("12", "12"),
    ("S1 -- S12", "S1–S12"), ("123--", "123–"), ("A-12--A-15", "A-12--A-15"), ("3—9", "3–9"),
  ])
  func betweenPagesStandsADash(pages: String, shown: String) {
    #expect(BibLaTeXEntryReader.pages(pages) == shown)
  }

  @Test(arguments: [
    ("@misc{a, title = {T}, year = 1", "1:1", "the entry that begins here is not closed"),
    ("@misc{a, title {T}, year = 1}", "1:16", "found no 'name = value' here"),
    ("@misc{a, title = {T}, note = , year = 1}", "1:30", "found no value"),
    (
      "@misc{a, title = {T}, year = 1, note = {T", "1:40",
      "the entry that begins here is not closed"
    ),
  ])
  func aBrokenFieldIsAnErrorForWhoCitesIt(text: String, place: String, message: String) throws {
    let bibliography = read(text)
    let work = try #require(bibliography.work("a"))
    let errors = work.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(first) == ["b.bib:\(place): error: \(message)"])
    #expect(work.diagnostics.allSatisfy { $0.hint != nil })
    // For all others it is a warning.
    #expect(
      bibliography.warnings(exceptOf: []).map(first) == ["b.bib:\(place): warning: \(message)"])
    #expect(bibliography.warnings(exceptOf: ["a"]) == [])
  }

  @Test(arguments: [
    ("@misc{a, title = {T} year = 1}", "1:22: warning: found no ',' after 'title'"),
    ("@misc{a title = {T}, year = 1}", "1:9: warning: found no ',' after 'a'"),
    (
      "@misc{a, title = {T}, month = jum, year = 1}",
      "1:31: warning: there is no abbreviation 'jum'; the word itself is shown"
    ),
    (
      "@misc{a, title = {T}, year = 1, year = 2}",
      "1:33: warning: the field 'year' is given twice; the first one counts"
    ),
    ("@misc{a, title = {T}}", "1:7: warning: the entry 'a' has no year"),
    ("@misc{a, year = 1}", "1:7: warning: the entry 'a' has no title"),
    (
      #"@misc{a, title = {A \foo T}, year = 1}"#,
      #"1:21: warning: unknown LaTeX command '\foo'; it is left out"#
    ),
    (
      #"@misc{a, title = {A $\foo$ T}, year = 1}"#,
      #"1:21: warning: the formula '$\foo$' is not understood; it is shown as text"#
    ),
    (
      "@artcle{a, title = {T}, year = 1}",
      "1:9: warning: unknown type '@artcle'; it is shown as '@misc'"
    ),
    (
      "@misc{a, author = {A, B, C, D}, title = {T}, year = 1}",
      "1:20: warning: the name 'A, B, C, D' has more than two commas"
    ),
    (
      "@misc{a, title = {T}, date = {4.4.2017}}",
      "1:31: warning: found the date '4.4.2017', expected one such as '2017-04'"
    ),
  ])
  func whatCanBeShownAllTheSameIsAWarning(text: String, message: String) throws {
    let work = try #require(read(text).work("a"))
    #expect(work.diagnostics.map(first) == ["b.bib:" + message])
    #expect(work.diagnostics.allSatisfy { $0.hint != nil })
  }

  @Test("What is broken in one entry leaves the others as they are")
  func isolation() {
    let bibliography = read(
      """
      @misc{one, title = {An open { brace}, year = 1}
      @misc{two, title = {T}, year = 2}
      @misc{three, title = "An open quote, year = 3}
        @misc{four, title = {T}, year = 4}
      @misc{five, title}
      @misc{, title = {T}}
      @misc{six, title = {T}, year = 6}
      """)
    #expect(bibliography.keys == ["one", "two", "three", "four", "five", "six"])
    for key in ["two", "four", "six"] {
      #expect(bibliography.work(key)?.diagnostics == [])
    }
    #expect(
      bibliography.warnings(exceptOf: []).map(first) == [
        "b.bib:1:1: warning: the entry that begins here is not closed",
        "b.bib:3:22: warning: the entry that begins here is not closed",
        "b.bib:5:18: warning: found no 'name = value' here",
        "b.bib:6:7: warning: the entry has no key",
      ])
  }

  @Test func ofTwoEntriesWithOneKeyTheFirstCounts() throws {
    let bibliography = read(
      "@misc{b, title = {T}, year = 2}\n@misc{b, title = {U}, year = 3}\n@misc{B, title = {V}}")
    #expect(bibliography.keys == ["b", "B"])
    #expect(bibliography.work("b")?.entry.fields[.title] == "T")
    let warning = try #require(bibliography.warnings(exceptOf: ["b"]).first)
    #expect(warning.severity == .warning)
    #expect(warning.message == "the key 'b' is used twice; the first entry counts")
    #expect(warning.notes.map(\.range.start.line) == [1])
  }

  @Test("The texts of an entry that nobody cites are not read")
  func uncited() {
    let bibliography = read(#"@misc{a, title = {With \weird}, year = {}}"#)
    #expect(bibliography.warnings(exceptOf: []) == [])
  }

  @Test("Bytes that are not UTF-8 are told at their place, and concern their entry alone")
  func damage() throws {
    let bytes =
      Array("@misc{a, title = {T}, year = 1}\n@misc{b, title = {M".utf8) + [0xFC]
      + Array("ller}, year = 2}".utf8)
    let bibliography = Bibliography(bytes, path: "b.bib")
    #expect(bibliography.work("a")?.diagnostics == [])
    let work = try #require(bibliography.work("b"))
    #expect(work.diagnostics.map(first) == ["b.bib:2:20: error: found a byte that is not UTF-8"])
    #expect(work.entry.fields[.title] == "M\u{FFFD}ller")
  }

  @Test func everyBeginningOfAFileIsReadWithoutACrash() {
    let text = Array(
      #"@string{a="b"}@misc{k, author={A \"{\i} and {B C}}, title="x\"" # a, year={$x$ \url{y}}}"#
        .utf8)
    for end in text.indices {
      let bibliography = Bibliography(Array(text[..<end]), path: "b.bib")
      for key in bibliography.keys { _ = bibliography.work(key) }
    }
    #expect(Bibliography(text, path: "b.bib").keys == ["k"])
  }

  private func first(_ diagnostic: Diagnostic) -> String {
    String(diagnostic.description.split(separator: "\n")[0])
  }

  private func read(_ text: String) -> Bibliography {
    Bibliography(Array(text.utf8), path: "b.bib")
  }
}
