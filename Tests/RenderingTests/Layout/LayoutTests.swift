import Foundation
import TestBrowser
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
    try look(at: path, resize: page.resize, text: page.text)
  }

  @Test(.enabled(with: Firefox.self)) func noPageHasAFaultInFirefox() throws {
    try lookAtAllPages(in: Firefox())
  }

  @Test(.enabled(with: WebKit.self)) func noPageHasAFaultInWebKit() throws {
    try lookAtAllPages(in: WebKit())
  }

  private func lookAtAllPages(in browser: some OtherBrowser) throws {
    defer { browser.close() }
    for path in LayoutSite.pages {
      try browser.open(LayoutSite.address(of: path, in: browser.folder))
      try look(at: path, resize: browser.resize, text: browser.text)
    }
    try browser.open(#require(URL(string: "about:blank")))
    for (kind, body) in Self.kinds { try expect(kind, in: body, text: browser.text) }
  }

  /// Looks at the open page in all windows.
  private func look(at path: String, resize: (Int) throws -> Void, text: (String) throws -> String)
    throws
  {
    let script = try #require(Self.script)
    for width in [320, 390, 768, 1440] {
      try resize(width)
      for size in ["1", "1.5"] {
        _ = try text("document.documentElement.style.setProperty('--text-size', \(size))")
        let faults = try text(script)
        #expect(faults == "", "\(path), \(width) px, text size \(size)")
      }
    }
  }

  @Test("Each kind of fault is found", arguments: Self.kinds)
  func eachKindIsFound(kind: String, body: String) throws {
    let page = try BrowserPage.empty()
    try expect(kind, in: body, text: page.text)
  }

  private static let kinds = [
    (
      "cut formula",
      "<div class='formula'><div class='scroll' tabindex=0 style='width: 4em; overflow: auto; white-space: nowrap'><math><mi>xxx</mi></math><math><mi>xxx</mi></math><math><mi>xxx</mi></math><math><mi>xxx</mi></math></div></div>"
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
  ]

  /// Expects one kind of fault in the open page, once its body is another.
  private func expect(_ kind: String, in body: String, text: (String) throws -> String) throws {
    _ = try text("void (document.body.innerHTML = \(BrowserPage.literal(body)))")
    let faults = try text(#require(Self.script)).split(separator: "\n")
    #expect(!faults.isEmpty && faults.allSatisfy { $0.hasPrefix("\(kind):") }, "\(kind): \(faults)")
  }
}
