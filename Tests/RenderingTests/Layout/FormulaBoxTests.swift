import Foundation
import TestBrowser
import Testing

@testable import Rendering

/// Whether all browsers set formulas alike: each letter and sign has the same neighbours in all of them.
@Suite(.serialized, .inBrowser, .enabledWithBrowser) struct FormulaBoxTests {
  private static let path = "en/01-formulas.html"

  /// The place and the size of a letter or sign in hundredths of the text's size.
  private struct Token {
    var text: Substring
    var x: Int
    var y: Int
    var size: Int

    init?(_ text: Substring) {
      guard let at = text.lastIndex(of: "@") else { return nil }
      let numbers = text[text.index(after: at)...].split(separator: ",").compactMap { Int($0) }
      guard numbers.count == 3 else { return nil }
      (self.text, x, y, size) = (text[..<at], numbers[0], numbers[1], numbers[2])
    }
  }

  private static func formulas(_ text: String) -> [[Token]] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").compactMap(Token.init) }
  }

  /// The letters and signs that stand elsewhere in the one than in the other, or are larger.
  ///
  /// Browsers differ in the space between columns, and in the height of the box around a comma.
  private static func differences(_ a: [[Token]], _ b: [[Token]]) -> [String] {
    var found: [String] = []
    for (a, b) in zip(a, b) {
      guard a.map(\.text) == b.map(\.text) else {
        found.append("\(a.map(\.text)) and \(b.map(\.text))")
        continue
      }
      for index in a.indices {
        let last = max(0, index - 1)
        let step = (a[index].x - a[last].x) - (b[index].x - b[last].x)
        let isAsLarge = abs(a[index].size - b[index].size) <= 20
        if abs(step) > 60 || abs(a[index].y - b[index].y) > 60 || !isAsLarge {
          found.append("\(a[index].text) of \(a.map(\.text).joined())")
        }
      }
    }
    return found
  }

  private func script() throws -> String {
    try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "formula-boxes.js"), encoding: .utf8)
  }

  @Test(.enabled(with: Firefox.self)) func firefoxSetsFormulasAsChromiumDoes() throws {
    try compare(Firefox())
  }

  @Test(.enabled(with: WebKit.self)) func webKitSetsFormulasAsChromiumDoes() throws {
    try compare(WebKit())
  }

  private func compare(_ browser: some OtherBrowser) throws {
    defer { browser.close() }
    let script = try script()
    let page = try LayoutSite.open(Self.path)
    try browser.open(LayoutSite.address(of: Self.path, in: browser.folder))
    let theirs = try Self.formulas(browser.text(script))
    #expect(theirs.count > 20)
    let ours = try Self.formulas(page.text(script))
    #expect(ours.count == theirs.count)
    #expect(Self.differences(ours, theirs).isEmpty)
    // A letter that stands elsewhere is noticed.
    _ = try page.text(
      "document.querySelectorAll('msub > :last-child')[3].style.cssText = 'margin-left: 1em'")
    #expect(try !Self.differences(Self.formulas(page.text(script)), theirs).isEmpty)
  }
}
