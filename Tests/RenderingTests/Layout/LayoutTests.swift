import Foundation
import Testing

@testable import Rendering

/// The layout of pages in windows of all widths and at two sizes of the text: nothing is cut, lies over
/// something else, or stands where it does not belong.
///
/// `GRADBOOK_SITE=FOLDER` names the folder of another site to look at.
@Suite(.serialized, .inBrowser, .enabledWithBrowser) struct LayoutTests {
  static let script = try? String(
    contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "layout-faults.js"), encoding: .utf8)

  @Test("A page has no fault in any window", arguments: LayoutSite.pages)
  func aPageHasNoFault(path: String) throws {
    let page = try LayoutSite.open(path)
    let script = try #require(Self.script)
    for width in [320, 390, 768, 1440] {
      try page.resize(width: width)
      for size in ["1", "1.5"] {
        _ = try page.text("document.documentElement.style.setProperty('--text-size', \(size))")
        let faults = try page.text(script)
        #expect(faults == "", "\(width) px, text size \(size)")
      }
    }
  }

  @Test(
    "Each kind of fault is found",
    arguments: [
      (
        "cut formula",
        "<div class='formula'><div class='scroll' tabindex=0 style='width: 4em; overflow: auto; white-space: nowrap'><math><mi>x</mi></math><math><mi>yyyyy</mi></math></div></div>"
      ),
      (
        "unreachable formula",
        "<span class='wide' style='display: inline-block; width: 1em; overflow: auto'><math><mi>xxxxxx</mi></math></span>"
      ),
      (
        "number over a formula",
        "<div class='formula'><math><mi>xxxx</mi></math><span class='number' style='margin-left: -1em'>(1)</span></div>"
      ),
      ("overlap", "<svg><text y='20'>abc</text><text x='5' y='20'>def</text></svg>"),
      ("outside the window", "<div style='width: 200vw'>a</div>"),
      ("begins a line", "<p style='width: 2em'><math><mi>xxxxxx</mi></math>, a</p>"),
    ])
  func eachKindIsFound(kind: String, body: String) throws {
    let page = try BrowserPage.empty()
    _ = try page.text("document.body.innerHTML = \(BrowserPage.literal(body))")
    let faults = try page.text(#require(Self.script)).split(separator: "\n")
    #expect(!faults.isEmpty && faults.allSatisfy { $0.hasPrefix("\(kind):") }, "\(faults)")
  }
}
