import BookModel
import Testing

@testable import Prose

@Suite struct BibLaTeXInheritanceTests {
  @Test("The title of the whole is the book's title of a part, and what a part says stays")
  func parts() throws {
    let entry = try #require(
      work(
        "child",
        """
        @inproceedings{child, author = {A B}, title = {Child}, pages = {1-2}, crossref = {parent}}
        @proceedings{parent, editor = {C D}, title = {Parent}, subtitle = {Sub}, year = 2013,
          publisher = {P}, pages = {900}, label = {L}, shorttitle = {S}}
        """)
    ).entry
    #expect(entry.fields[.title] == "Child")
    #expect(entry.fields[.booktitle] == "Parent")
    #expect(entry.fields[.booksubtitle] == "Sub")
    #expect(entry.fields[.subtitle] == nil)
    #expect(entry.fields[.publisher] == "P")
    #expect(entry.fields[.pages] == "1–2")
    #expect(entry.fields[.label] == nil)
    #expect(entry.fields[.shorttitle] == nil)
    #expect(entry.names[.editor]?.names.map(\.family) == ["D"])
    #expect(entry.dates[.date] == BibliographyDate(year: 2013))
  }

  @Test(arguments: [
    ("inbook", "book", BibliographyEntry.Field.booktitle), ("inbook", "mvbook", .maintitle),
    ("book", "mvbook", .maintitle), ("incollection", "collection", .booktitle),
    ("inreference", "mvreference", .maintitle), ("article", "periodical", .journaltitle),
    ("conference", "proceedings", .booktitle),
  ])
  func aTitleIsInheritedUnderAnotherName(
    type: String, parent: String, field: BibliographyEntry.Field
  ) throws {
    let text =
      "@\(type){c, title = {Own}, crossref = {p}}\n@\(parent){p, title = {Other}, year = 1}"
    let entry = try #require(work("c", text)).entry
    #expect(entry.fields[field] == "Other")
    #expect(entry.fields[.title] == "Own")
  }

  @Test("The author of a book is the author of its parts, and of the book that they are in")
  func bookAuthor() throws {
    let text =
      "@inbook{c, title = {C}, crossref = {p}}\n@book{p, author = {A B}, title = {P}, year = 1}"
    let entry = try #require(work("c", text)).entry
    #expect(entry.names[.author]?.names.map(\.family) == ["B"])
    #expect(entry.names[.bookauthor]?.names.map(\.family) == ["B"])
  }

  @Test("A book's own name for its title as a part's is preferred, and a date is inherited whole")
  func preferences() throws {
    let text = """
      @incollection{c, title = {C}, year = 1999, crossref = {p}}
      @collection{p, title = {Long}, booktitle = {Short}, date = {2001-02}}
      """
    let entry = try #require(work("c", text)).entry
    #expect(entry.fields[.booktitle] == "Short")
    #expect(entry.dates[.date] == BibliographyDate(year: 1999))
  }

  @Test("Shared fields come from several entries, themselves made of others")
  func shared() throws {
    let text = """
      @book{b, title = {T}, year = 1, xdata = {place, house}}
      @xdata{place, location = {Ulm}, xdata = {house}}
      @xdata{house, publisher = {P}, location = {Bonn}, title = {No}}
      """
    let work = try #require(self.work("b", text))
    #expect(work.diagnostics == [])
    #expect(work.entry.fields[.location] == "Ulm")
    #expect(work.entry.fields[.publisher] == "P")
    #expect(work.entry.fields[.title] == "T")
  }

  @Test(arguments: [
    (
      "@misc{a, title = {T}, year = 1, crossref = {a}}",
      "the entry 'a' inherits from itself, through 'crossref = {a}'"
    ),
    (
      "@misc{a, title = {T}, year = 1, crossref = {b}}\n@misc{b, crossref = {a}}",
      "the entry 'b' inherits from itself, through 'crossref = {a}'"
    ),
    (
      "@misc{a, title = {T}, year = 1, xdata = {b}}\n@xdata{b, xdata = {b}}",
      "the entry 'b' inherits from itself, through 'xdata = {b}'"
    ),
    (
      "@misc{a, title = {T}, year = 1, crossref = {c}}",
      "there is no 'c' in the bibliography, from which 'a' inherits"
    ),
  ])
  func aCircleAndAGapAreWarnings(text: String, message: String) throws {
    let work = try #require(self.work("a", text))
    #expect(work.diagnostics.map(\.message) == [message])
    #expect(work.diagnostics.map(\.severity) == [.warning])
    #expect(work.entry.fields[.title] == "T")
  }

  @Test("A relation without inheritance gives nothing, and a set names its members")
  func relations() throws {
    let text = """
      @misc{a, title = {T}, year = 1, xref = {b}, ids = {old, older}}
      @misc{b, title = {U}, note = {N}}
      @set{s, entryset = {a, b}}
      """
    #expect(work("a", text)?.entry.fields[.note] == nil)
    #expect(work("older", text)?.entry.key == "a")
    #expect(work("s", text)?.members == ["a", "b"])
  }

  private func work(_ key: String, _ text: String) -> Bibliography.Work? {
    Bibliography(Array(text.utf8), path: "b.bib").work(key)
  }
}
