import Foundation
import Testing

@testable import Rendering

extension ScriptTests {
  /// The colours and the text size that a reader chooses.
  @Suite struct DisplayTests {
    private let paper = "getComputedStyle(document.body).backgroundColor"
    private let light = "rgb(253, 252, 249)"
    private let dark = "rgb(31, 29, 26)"

    @Test func withoutAChoiceThePageFollowsTheSystem() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.emulate(["prefers-color-scheme": "light"])
      #expect(try page.text(paper) == light)
      try page.emulate(["prefers-color-scheme": "dark"])
      #expect(try page.text(paper) == dark)
      try page.emulate(medium: "print", ["prefers-color-scheme": "dark"])
      #expect(try page.text(paper) == "rgb(255, 255, 255)")
    }

    @Test(arguments: ["light", "dark"])
    func aChosenThemeHoldsOnEveryPageAndAfterAReload(theme: String) throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.emulate(["prefers-color-scheme": theme == "dark" ? "light" : "dark"])
      try page.click(".tools button:nth-child(2)")
      try page.click(".display input[value=\(theme)]")
      let colour = theme == "dark" ? dark : light
      #expect(try page.text(paper) == colour)
      try page.reload()
      #expect(try page.text(paper) == colour)
      #expect(try page.holds("document.querySelector('.display input[value=\(theme)]').checked"))
      let stored = try page.stored
      try page.press("ArrowRight")
      #expect(try page.arrives(at: "Third"))
      try page.find(stored)
      #expect(try page.text(paper) == colour)
      #expect(
        try page.text("getComputedStyle(document.documentElement).colorScheme") == theme)
      try page.emulate(medium: "print")
      #expect(try page.text(paper) == "rgb(255, 255, 255)")
    }

    @Test func theSystemsThemeCanBeChosenAgain() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.emulate(["prefers-color-scheme": "light"])
      try page.click(".tools button:nth-child(2)")
      try page.click(".display input[value=dark]")
      try page.click(".display input[value=system]")
      #expect(try page.text(paper) == light)
      try page.reload()
      #expect(try page.text(paper) == light)
    }

    @Test func theTextSizeGoesBySteps() throws {
      let page = try SampleSite.open(SampleSite.second)
      let size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
      let output = "document.querySelector('.display output').textContent"
      #expect(try page.text(size) == "18" && page.text(output) == "100 %")
      try page.click(".tools button:nth-child(2)")
      try page.click(".sizes button:last-child")
      try page.click(".sizes button:last-child")
      #expect(try page.text(output) == "130 %")
      #expect(try page.text(size) == "23.4")
      try page.reload()
      #expect(try page.text(size) == "23.4" && page.text(output) == "130 %")
      let buttons = "document.querySelectorAll('.sizes button')"
      for _ in 0..<6 { _ = try page.text("\(buttons)[0].click()") }
      #expect(try page.text(output) == "80 %")
      for _ in 0..<9 { _ = try page.text("\(buttons)[1].click()") }
      #expect(try page.text(output) == "200 %")
      #expect(try page.text(size) == "36")
    }

    @Test(arguments: ["2.5", "0.1", "large", ""])
    func whatElseMayBeStoredThereIsIgnored(size: String) throws {
      let page = try SampleSite.open(SampleSite.second)
      _ = try page.text("localStorage.setItem('gradbook-theme', 'pink')")
      _ = try page.text("localStorage.setItem('gradbook-size', '\(size)')")
      try page.reload()
      #expect(try page.text("document.documentElement.dataset.theme") == "undefined")
      #expect(try page.text("document.documentElement.style.length") == "0")
      #expect(page.faults.isEmpty)
    }
  }
}
