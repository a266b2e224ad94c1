import Testing

@testable import Rendering

extension ScriptTests {
  /// What can be taken from a page, and what it shows only when asked.
  @Suite struct ListingTests {
    @Test func theCopyButtonCopiesTheListingAndSaysSo() throws {
      let page = try SampleSite.open(SampleSite.second)
      let copy = "document.querySelector('.listing .copy')"
      #expect(try page.text("getComputedStyle(\(copy)).opacity") == "0")
      try page.point(at: ".listing .code")
      #expect(try page.comes("getComputedStyle(\(copy)).opacity === '1'"))
      try page.click(".listing .copy")
      #expect(try page.comes("\(copy).textContent === 'Copied'"))
      #expect(try page.clipboard == SampleSite.code)
      #expect(try page.comes("\(copy).textContent === 'Copy'"))
    }

    @Test func everyListingHasACopyButtonOfItsOwn() throws {
      let page = try SampleSite.open(SampleSite.second)
      #expect(try page.text("document.querySelectorAll('.code').length") == "3")
      #expect(
        try page.holds(
          """
          [...document.querySelectorAll('.code')]
            .every(code => code.querySelectorAll('.copy').length === 1)
          """))
    }

    @Test func theDataOfAFigureAreAFile() throws {
      let page = try SampleSite.open(SampleSite.second)
      let link = "document.querySelector('#curve_1-figure + .data a')"
      #expect(try page.holds("!\(link).parentElement.hidden"))
      #expect(try page.text("\(link).download") == "figure-2.1.csv")
      #expect(
        try page.text("decodeURIComponent(\(link).href)") == """
          data:text/csv;charset=utf-8,epoch,"fast, “fine”\",epoch,slow
          0,8,0,8
          1,4,2,6
          2,2,,

          """)
    }

    @Test(
      "A disclosure opens and closes by a click and by a key",
      arguments: [
        (".block > details", ".block > details pre"), ("#curve_1-figure + .data", ".data table"),
        (".solution", ".solution p"),
      ])
    func aDisclosureOpensAndCloses(disclosure: String, content: String) throws {
      let page = try SampleSite.open(SampleSite.second)
      let isShown = "document.querySelector('\(content)').checkVisibility()"
      #expect(try page.holds("!\(isShown)"))
      try page.click("\(disclosure) > summary")
      #expect(try page.holds(isShown))
      try page.click("\(disclosure) > summary")
      #expect(try page.holds("!\(isShown)"))
      try page.press("Enter")
      #expect(try page.holds(isShown))
    }

    @Test func onPaperFoldedCodeAndSolutionsAreOpen() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.emulate(medium: "print")
      for content in [".block > details pre", ".solution p"] {
        #expect(
          try page.holds("document.querySelector('\(content)').checkVisibility()"), "\(content)")
      }
      #expect(try page.holds("!document.querySelector('.data').checkVisibility()"))
    }

    @Test func aLinkIntoASolutionOpensIt() throws {
      let page = try SampleSite.open(SampleSite.second)
      _ = try page.text("location.hash = '#its-check'")
      #expect(try page.comes("document.querySelector('.solution').open"))
    }
  }
}
