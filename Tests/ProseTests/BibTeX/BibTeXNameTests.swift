import BookModel
import Testing

@testable import Prose

@Suite struct BibTeXNameTests {
  @Test(arguments: [
    ("Herbert Robbins", "Herbert||Robbins|"), ("van der Vaart, Aad", "Aad|van der|Vaart|"),
    ("Ludwig van Beethoven", "Ludwig|van|Beethoven|"), ("Plato", "||Plato|"),
    ("Cees a Campo", "Cees|a|Campo|"), ("Karl zu Guttenberg", "Karl|zu|Guttenberg|"),
    ("Ada~B. Writer", "Ada B.||Writer|"), ("C.~D. Other", "C. D.||Other|"),
    ("D. C. {Van Essen}", "D. C.||{Van Essen}|"), ("{Gauge Works Inc.}", "||{Gauge Works Inc.}|"),
    ("Steele, Jr., Guy L.", "Guy L.||Steele|Jr."), ("de la Cruz, III, Ana", "Ana|de la|Cruz|III"),
    ("Charles Louis Xavier de la Tour Neuve", "Charles Louis Xavier|de la|Tour Neuve|"),
    ("jean de la fontaine", "|jean de la|fontaine|"),
    ("Jean De La Fontaine", "Jean De La||Fontaine|"),
    (#"{\'E}tienne {\oe}uvre Last"#, #"{\'E}tienne|{\oe}uvre|Last|"#),
    (#"Anna {\"u}ber Grau"#, #"Anna|{\"u}ber|Grau|"#), (#"{\"O}zge Ak"#, #"{\"O}zge||Ak|"#),
    ("Maria {von} Berg", "Maria {von}||Berg|"), ("Maria {V}on Berg", "Maria|{V}on|Berg|"),
    ("Jean-Paul d'Arc", "Jean-Paul||d'Arc|"), ("Berg,", "||Berg|"),
    ("Hans  \n Berg", "Hans||Berg|"),
    ("given=Hans, family=Harman, prefix=von, suffix=Jr", "Hans|von|Harman|Jr"),
    (#"family={Robert and Sons}, given-i=R"#, "||{Robert and Sons}|"), ("", "|||"),
  ])
  func aNameHasFourParts(name: String, parts: String) {
    let found = BibTeXNames.parts(of: name)
    let shown = [found.given, found.particle, found.family, found.suffix]
    #expect(shown.map { $0.joined(separator: " ") }.joined(separator: "|") == parts)
  }

  @Test("A list is divided at each 'and' outside of braces")
  func lists() {
    #expect(
      BibTeXNames.split("A B AND C, D\n and {E and F}").names == ["A B", "C, D", "{E and F}"])
    #expect(BibTeXNames.split("Anders Sandand").names == ["Anders Sandand"])
    #expect(BibTeXNames.split("A and others").hasMore)
    #expect(BibTeXNames.split("A and others").names == ["A"])
    #expect(!BibTeXNames.split("others and A").hasMore)
    #expect(BibTeXNames.split("and A and and").names == ["A"])
  }

  @Test("'et al.' and the options of a list are no names")
  func noNames() throws {
    for (list, hasMore) in [
      ("A Berg and et~al.", true), ("A Berg and et al", true), ("useprefix=true and A Berg", false),
      ("A Berg and others", true),
    ] {
      let text = "@misc{a, author = {\(list)}, title = {T}, year = 1}"
      let work = try #require(Bibliography(Array(text.utf8), path: "b.bib").work("a"))
      #expect(
        work.entry.names[.author] == .init([.init(family: "Berg", given: "A")], hasMore: hasMore),
        "\(list)")
    }
  }

  @Test("The parts of a name are texts")
  func texts() throws {
    let text = #"""
      @misc{a, author = {{\'E}mile~{\L}uk and {Gauge {W}orks} and von {\"O}hm, Jr, K.},
        title = {T}, year = 1}
      """#
    let work = try #require(Bibliography(Array(text.utf8), path: "b.bib").work("a"))
    #expect(
      work.entry.names[.author]?.names == [
        .init(family: "Łuk", given: "Émile"), .init(family: "Gauge Works"),
        .init(family: "Öhm", given: "K.", particle: "von", suffix: "Jr"),
      ])
  }
}
