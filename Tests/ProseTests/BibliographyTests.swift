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
    #expect(bibliography.diagnostics == [])
    let entry = try #require(bibliography.entries["robbins1951"])
    #expect(entry.type == "article")
    #expect(
      entry.authors == [
        .init(family: "Robbins", given: "Herbert"), .init(family: "Monro", given: "Sutton"),
      ])
    #expect(entry.hasMoreAuthors)
    #expect(entry.fields["title"] == "A Stochastic Approximation Method")
    #expect(entry.fields["journal"] == "Annals of Mathematical Statistics, old series")
    #expect(entry.fields["pages"] == "400–407")
    #expect(entry.fields["year"] == "1951")
  }

  @Test(arguments: [
    (#"H{\"o}lder"#, "Hölder"), (#"Erd\H{o}s"#, "Erdős"), (#"\'Eduard {\v{C}}ech"#, "Éduard Čech"),
    (#"{\L}ojasiewicz"#, "Łojasiewicz"), (#"Stra{\ss}e"#, "Straße"), (#"na\"{\i}ve"#, "naïve"),
    (#"A \& B~C"#, "A & B\u{A0}C"), ("``so'' -- or --- not", "“so” – or — not"),
    (#"\c{c}a, \r{u}"#, "ça, ů"), (#"{\em On} $\alpha$"#, "On α"), (#"\d{s}"#, "s\u{323}"),
  ])
  func latexBecomesText(latex: String, text: String) {
    #expect(LaTeXText.plain(latex) == .success(text))
  }

  @Test(arguments: [
    ("Herbert Robbins", "Robbins", "Herbert"), ("van der Vaart, Aad", "van der Vaart", "Aad"),
    ("Ludwig van Beethoven", "van Beethoven", "Ludwig"), ("Plato", "Plato", ""),
    ("Cees a Campo", "a Campo", "Cees"), ("Karl zu Guttenberg", "zu Guttenberg", "Karl"),
  ])
  func aNameHasAFamilyPart(name: String, family: String, given: String) {
    #expect(BibTeXNames.name(name) == .init(family: family, given: given))
  }

  @Test func aBodyInBracesIsOneName() {
    let text = "@misc{x, author = {{Free Software Foundation}}, title = {T}, year = 1}"
    let name = read(text).entries["x"]?.authors.first?.family
    #expect(name == "Free\u{A0}Software\u{A0}Foundation")
  }

  @Test(arguments: [
    ("@article{a, title = {T}, year = 1", "1:1: error: the entry that begins here is not closed"),
    ("\n@article(a)", "2:9: error: found no '{' after '@article'"),
    ("@misc{, title = {T}}", "1:7: error: the entry has no key"),
    ("@misc{a, title {T}}", "1:16: error: found no 'name = value' here"),
    ("@misc{a, title = {T} year = 1}", "1:22: error: found no ',' after the field 'title'"),
    ("@misc{a, title = {T}, month = jum, year = 1}", "1:31: error: there is no abbreviation 'jum'"),
    ("@misc{a, title = {T}}", "1:7: error: the entry 'a' has no year"),
    (#"@misc{a, title = {\foo T}, year = 1}"#, #"1:18: error: unknown LaTeX command '\foo'"#),
    ("@misc{a, title = {T", "1:18: error: the entry that begins here is not closed"),
  ])
  func anErrorHasItsPlace(text: String, message: String) {
    let found = read(text).diagnostics
    #expect(found.map { String($0.description.split(separator: "\n")[0]) } == ["b.bib:" + message])
    #expect(found.allSatisfy { $0.hint != nil })
  }

  @Test func afterAnErrorTheNextEntryIsRead() {
    let bibliography = read("@misc{a, title}\n@misc{b, title = {T}, year = 2}\n@misc{b}")
    #expect(bibliography.keys == ["b"])
    #expect(bibliography.diagnostics.count == 2)
    #expect(bibliography.diagnostics.last?.message == "the key 'b' is used twice")
  }

  @Test func everyBeginningOfAFileIsReadWithoutACrash() {
    let text = Array(
      #"@string{a="b"}@misc{k, author={A \"{\i} and {B C}}, title="x\"" # a, year=1}"#.utf8)
    for end in text.indices { _ = Bibliography(Array(text[..<end]), path: "b.bib") }
    #expect(Bibliography(text, path: "b.bib").keys == ["k"])
    #expect(Bibliography([0xFF], path: "b.bib").diagnostics.count == 1)
  }

  private func read(_ text: String) -> Bibliography {
    Bibliography(Array(text.utf8), path: "b.bib")
  }
}
