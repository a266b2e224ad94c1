import BookModel
import Testing

@testable import Prose

@Suite struct BibLaTeXLinkTests {
  @Test(arguments: [
    ("doi = {10.1000/182}", "doi:10.1000/182", "https://doi.org/10.1000/182"),
    ("doi = {https://doi.org/10.1000/182}", "doi:10.1000/182", "https://doi.org/10.1000/182"),
    ("doi = {http://dx.doi.org/10.1000/a\\_b}", "doi:10.1000/a_b", "https://doi.org/10.1000/a_b"),
    ("doi = {doi:10.1/x<y>#z}", "doi:10.1/x<y>#z", "https://doi.org/10.1/x%3Cy%3E%23z"),
    ("doi = {https://a.b/c}", "https://a.b/c", "https://a.b/c"),
    ("doi = {unknown}", "unknown", nil),
    ("eprint = {1412.6980}", "arXiv:1412.6980", "https://arxiv.org/abs/1412.6980"),
    (
      "eprint = {math/0307200v3}, eprinttype = {arxiv}", "arXiv:math/0307200v3",
      "https://arxiv.org/abs/math/0307200v3"
    ),
    (
      "eprint = {arXiv:1008.2849v1}, archivePrefix = {arXiv}, primaryClass = {cs.DS}",
      "arXiv:1008.2849v1 [cs.DS]", "https://arxiv.org/abs/1008.2849v1"
    ),
    (
      "eprint = {https://arxiv.org/pdf/2001.00001.pdf}", "arXiv:2001.00001",
      "https://arxiv.org/abs/2001.00001"
    ),
    (
      "eprint = {2337}, eprinttype = {jstor}", "JSTOR:2337", "https://www.jstor.org/stable/2337"
    ),
    ("eprint = {x7}, eprinttype = {shelf}", "shelf:x7", nil), ("eprint = {x7}", "x7", nil),
    ("url = {\\url{https://a.b/\\%20c}}", "https://a.b/%20c", "https://a.b/%20c"),
    ("url = {ftp://a.b}", "ftp://a.b", "ftp://a.b"),
  ])
  func anIdentifierIsALink(field: String, text: String, address: String?) throws {
    #expect(try links(field) == [.init(text, address: address)])
  }

  @Test("An address stands only where there is no DOI, and an archive beside both")
  func several() throws {
    #expect(
      try links("url = {https://a.b}, doi = {10.1/2}, eprint = {2001.00001}").map(\.text)
        == ["doi:10.1/2", "arXiv:2001.00001"])
    #expect(
      try links("url = {https://arxiv.org/abs/2001.00001}, eprint = {2001.00001}").map(\.text)
        == ["arXiv:2001.00001"])
  }

  private func links(_ fields: String) throws -> [BibliographyEntry.Link] {
    let text = "@misc{a, title = {T}, year = 1, \(fields)}"
    return try #require(Bibliography(Array(text.utf8), path: "b.bib").work("a")).entry.links
  }
}
