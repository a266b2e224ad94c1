import Testing

@testable import Rendering

extension ScriptTests {
  /// The section being read, and the links to sections, figures and equations.
  @Suite struct SectionTests {
    @Test(
      "A heading, a figure and an equation have a link to themselves, which a click copies",
      arguments: [
        ("#rule", "#rule"), ("#a-part-of-it", "#a-part-of-it"), ("#eq-step", "#eq-step"),
        ("#curve_1-figure figcaption", "#curve_1-figure"),
      ])
    func aPlaceHasALinkToItself(place: String, hash: String) throws {
      let page = try SampleSite.open(SampleSite.second)
      let opacity = "getComputedStyle(document.querySelector('\(place) .anchor')).opacity"
      #expect(try page.text(opacity) == "0")
      try page.point(at: place)
      #expect(try page.comes("\(opacity) === '1'"))
      try page.click("\(place) .anchor")
      #expect(try page.text("location.hash") == hash)
      #expect(try page.comes("document.querySelector('.said').textContent === 'Link copied'"))
      #expect(try page.clipboard == page.text("location.href"))
    }

    @Test func everyNumberedEquationOfAPageHasALinkAndStaysWithinIt() throws {
      let page = try SampleSite.open(SampleSite.second)
      let numbers = "[...document.querySelectorAll('.formula > .number')]"
      #expect(try page.text("\(numbers).length") == "1")
      #expect(
        try page.holds(
          "\(numbers).every(n => n.querySelector('.anchor').hash === '#' + n.parentElement.id)"))
      try page.resize(width: 320)
      #expect(
        try page.text("document.documentElement.scrollWidth - document.documentElement.clientWidth")
          == "0")
    }

    @Test func theSectionBeingReadIsMarkedAndKeptInTheOtherLanguage() throws {
      let page = try SampleSite.open(SampleSite.second)
      let current = "document.querySelector('.contents [aria-current]')?.hash"
      #expect(try page.text(current) == "undefined")
      for section in ["rule", "valley"] {
        _ = try page.text("document.getElementById('\(section)').scrollIntoView()")
        #expect(try page.comes("\(current) === '#\(section)'"))
      }
      #expect(try page.text("document.querySelectorAll('.contents [aria-current]').length") == "1")
      // The pointer would have to go to the top of the page first.
      _ = try page.text("document.querySelector('.languages a').click()")
      #expect(try page.arrives(at: "第二"))
      #expect(try page.comes("decodeURIComponent(location.hash) === '#谷'"))
    }

    @Test func atTheEndOfThePageTheLastSectionIsTheOneBeingRead() throws {
      let page = try SampleSite.open(SampleSite.second)
      _ = try page.text("scrollTo(0, 1e6)")
      #expect(
        try page.comes(
          "document.querySelector('.contents [aria-current]')?.hash === '#exercise-halves'"))
    }
  }
}
