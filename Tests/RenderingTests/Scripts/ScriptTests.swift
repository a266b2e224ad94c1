import Foundation
import TestBrowser
import Testing

@testable import Rendering

/// What readers do with a page's scripts, in a browser that all of these tests share.
@Suite(.serialized, .inBrowser, .enabledWithBrowser) struct ScriptTests {
  @Test(
    "No page of a site reports a fault",
    arguments: [
      "index.html", "en/01-first.html", SampleSite.second, "zh/02-second.html", "book.html",
    ])
  func noPageReportsAFault(path: String) throws {
    #expect(try SampleSite.open(path).faults.isEmpty)
  }

  @Test func aRaisedFaultIsNoticed() throws {
    let page = try BrowserPage.empty()
    _ = try page.text("setTimeout(() => { throw new Error('raised'); })")
    _ = try page.comes("true")
    #expect(page.faults.count == 1 && page.faults[0].contains("raised"))
  }

  @Test func everyScriptIsAScriptAsWrittenAndAsCompacted() throws {
    let page = try BrowserPage.empty()
    var scripts = try AssetFiles.texts(in: "Scripts")
    for script in PageScript.site + [.copy, .dataFile, .pointer, .animation]
      + PageScript.ofServedChapters
    {
      scripts.append((script.source, script.source))
    }
    for (name, text) in scripts {
      #expect(
        try page.text("new Function(\(BrowserPage.literal(text))) && 'fine'") == "fine", "\(name)")
    }
  }

  /// A browser leaves out a rule that it cannot parse.
  @Test func everyRuleOfEveryStyleIsARule() throws {
    let page = try BrowserPage.empty()
    var styles = try AssetFiles.texts(in: "Styles")
    styles += [
      ("text", Stylesheet.text), ("maps", Stylesheet.maps), ("index", Stylesheet.index),
      ("wholeBook", Stylesheet.wholeBook), ("electronicBook", Stylesheet.electronicBook),
      ("editing", Stylesheet.editing),
    ]
    for (name, text) in styles {
      let counts = try page.text(
        """
        (() => {
          const text = \(BrowserPage.literal(text));
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          let depth = 0, rules = 0;
          const bare = text.replace(/\\/\\*[^]*?\\*\\//g, '').replace(/"[^"]*"/g, '');
          for (const brace of bare.match(/[{}]/g)) {
            if (brace === '{' && depth++ === 0) rules += 1;
            if (brace === '}') depth -= 1;
          }
          return `${sheet.cssRules.length} of ${rules}, ${depth} open`;
        })()
        """)
      let count = counts.prefix { $0 != " " }
      #expect(count != "0" && counts == "\(count) of \(count), 0 open", "\(name)")
    }
  }
}
