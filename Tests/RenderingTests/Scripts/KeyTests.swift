import Foundation
import Testing

@testable import Rendering

extension ScriptTests {
  /// What keys do on a page, and where they do nothing.
  @Suite struct KeyTests {
    private func isOpen(_ dialog: String) -> String {
      "document.querySelector('dialog.\(dialog)').open"
    }

    @Test func theArrowsLeadToTheChaptersBeforeAndAfter() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.press("ArrowRight")
      #expect(try page.arrives(at: "Third"))
      try page.press("ArrowLeft")
      #expect(try page.arrives(at: "Second"))
      try page.press("ArrowLeft")
      #expect(try page.arrives(at: "First"))
    }

    @Test func aSlashSearchesAllChaptersAndTheArrowsChooseAResult() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.press("/")
      #expect(try page.holds(isOpen("search")))
      #expect(try page.text("document.activeElement.value") == "")
      try page.write("zebras")
      #expect(
        try page.comes("document.querySelector('.count').textContent === 'Sections found: 1'"))
      #expect(try page.text("document.querySelector('.results mark').textContent") == "zebra")
      try page.press("ArrowDown")
      #expect(
        try page.text("document.activeElement.querySelector('.heading').textContent") == "First")
      try page.press("ArrowUp")
      #expect(try page.holds("document.activeElement.type === 'search'"))
      try page.press("Enter")
      #expect(try page.arrives(at: "First"))
      #expect(try page.holds("!document.querySelector('dialog.search').open"))
    }

    @Test func aSearchWithoutAnIndexSaysSo() throws {
      let page = try SampleSite.open(SampleSite.second)
      _ = try page.text("document.body.dataset.indexes = 'absent.js'")
      try page.press("/")
      try page.write("zebra")
      #expect(
        try page.comes(
          "document.querySelector('.count').textContent.startsWith('The index cannot be loaded')"))
    }

    @Test func aQuestionMarkExplainsTheKeysAndEscapeClosesTheDialog() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.press("?")
      #expect(try page.holds(isOpen("help")))
      #expect(try page.text("document.querySelectorAll('.help dt').length") == "6")
      try page.press("ArrowRight")
      try page.press("Escape")
      #expect(try page.comes("!\(isOpen("help"))"))
      #expect(try page.holds(SampleSite.stays))
    }

    @Test func onlyKeysThatWorkAreExplained() throws {
      let page = try SampleSite.open("en/01-first.html")
      try page.press("?")
      let keys = "[...document.querySelectorAll('.help dt')].map(key => key.textContent).join(' ')"
      #expect(try page.text(keys) == "→ / c ? Esc")
    }

    @Test func aPageWithoutItsSiteHasNothingThatLeadsThere() throws {
      let page = try SampleSite.open(SampleSite.second)
      let ways =
        "document.querySelectorAll('a[rel], .languages a, .downloads a, .home[href]').length"
      #expect(try page.text(ways) != "0")
      let alone = page.browser.folder.appending(path: "alone.html")
      let source = page.browser.folder.appending(path: "site/\(SampleSite.second)")
      try Data(contentsOf: source).write(to: alone)
      try page.open(alone)
      #expect(try page.comes("\(ways) === 0"))
      try page.press("?")
      #expect(
        try page.text("document.querySelector('.help dl').textContent").contains("copy a link"))
      #expect(try page.text("document.querySelectorAll('.help dt').length") == "3")
      try page.press("Escape")
      for key in ["/", "ArrowRight"] { try page.press(key) }
      #expect(try page.holds("!\(isOpen("search")) && document.title.startsWith('Second')"))
      #expect(try page.text("document.querySelectorAll('.tools button').length") == "2")
    }

    @Test func aDialogClosesByItsButtonAndByAClickBesideIt() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.click(".tools button:last-child")
      #expect(try page.holds(isOpen("help")))
      try page.click(".help .close")
      #expect(try page.holds("!\(isOpen("help"))"))
      try page.click(".tools button:last-child")
      try page.click("dialog.help", (0.5, 0.01))
      #expect(try page.holds(isOpen("help")))
      try page.click(x: 5, y: 5)
      #expect(try page.holds("!\(isOpen("help"))"))
    }

    @Test func cCopiesALinkToTheSectionBeingRead() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.press("c")
      #expect(try page.comes("document.querySelector('.said').textContent === 'Link copied'"))
      #expect(try page.clipboard == page.text("location.href"))
      #expect(try page.comes("document.querySelector('.said').textContent === ''"))
      _ = try page.text("document.getElementById('valley').scrollIntoView()")
      #expect(try page.comes("document.querySelector('.contents [aria-current]')"))
      try page.press("c")
      #expect(try page.comes("document.querySelector('.said').textContent === 'Link copied'"))
      #expect(try page.clipboard == page.text("location.href") + "#valley")
    }

    @Test func keysWithControlAndKeysInFieldsAreLeftToTheBrowser() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.press("/", isControlHeld: true)
      #expect(try page.holds("!\(isOpen("search"))"))
      try page.press("/")
      for key in ["?", "c", "/"] { try page.press(key) }
      #expect(try page.text("document.activeElement.value") == "?c/")
      #expect(try page.holds("!\(isOpen("help"))"))
      try page.press("ArrowRight")
      try page.press("Escape")
      #expect(try page.comes("!\(isOpen("search"))"))
      #expect(try page.holds(SampleSite.stays))
    }

    @Test func keysThatAreSwitchedOffStayOff() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.press("?")
      try page.click(".help input")
      try page.press("Escape")
      try page.press("/")
      #expect(try page.holds("!\(isOpen("search"))"))
      try page.reload()
      try page.press("/")
      #expect(try page.holds("!\(isOpen("search"))"))
      try page.click(".tools button:last-child")
      #expect(try page.holds("!document.querySelector('.help input').checked"))
      try page.click(".help input")
      try page.press("Escape")
      try page.press("/")
      #expect(try page.holds(isOpen("search")))
    }
  }
}
