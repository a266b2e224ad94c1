import Digests
import Markup
import PageAssets

/// A script that a page carries. It adds to a page that is complete without it.
///
/// A script is the same on every page; what differs, its words and addresses, it reads from the
/// attributes of the body. So its fingerprint in the page's content security policy lets it through,
/// and nothing else.
///
/// To add one: write a file in `Sources/PageAssets/Scripts`, name it in `PageAssets.c`, describe it
/// here, and list it where the page that needs it is put together (`ChapterPage.ownScripts`).
struct PageScript: Sendable {
  /// The texts that the script shows, by name: `copy` is the body's attribute `data-copy`, and
  /// `words.copy` in the script. Names are in lower case.
  typealias Words = @Sendable (InterfaceWords) -> KeyValuePairs<String, String>

  /// The script as it stands between its tags.
  let source: String
  /// The SHA-256 of `source` in base64.
  let fingerprint: String
  /// The texts that it shows.
  let words: Words
  /// True when it runs before the page is painted instead of at its end; it must be short then.
  let comesFirst: Bool
  /// True when it loads scripts from beside the page.
  let loadsScripts: Bool
  private let statements: String

  /// A script.
  /// - Parameters:
  ///   - body: statements in strict mode and a scope of their own; `words` is the body's `dataset`
  ///   - comesFirst: whether it runs before the page is painted
  ///   - loadsScripts: whether it loads scripts from beside the page
  ///   - words: what it says
  init(
    _ body: String, comesFirst: Bool = false, loadsScripts: Bool = false,
    words: @escaping Words = { _ in [:] }
  ) {
    self.init(
      statements: CompactScript.text(body), comesFirst: comesFirst, loadsScripts: loadsScripts,
      words: words)
  }

  private init(
    statements: String, comesFirst: Bool, loadsScripts: Bool, words: @escaping Words
  ) {
    source = "'use strict';\n{\nconst words = document.body.dataset;\n\(statements)\n}"
    var digest = SHA256()
    digest.update(Array(source.utf8))
    fingerprint = Base64.text(digest.digest())
    self.statements = statements
    self.words = words
    self.comesFirst = comesFirst
    self.loadsScripts = loadsScripts
  }

  /// The script as a function that runs again for each new part of the page, which the event
  /// `gradbook-content` brings in place of the document.
  var forNewParts: String {
    """
    {
    const add = document => {
    \(statements)
    };
    addEventListener('gradbook-content', event => add(event.detail));
    }
    """
  }

  /// The same script for a page whose parts are replaced while it is open. It runs again for each new
  /// part, which the event `gradbook-content` brings in place of the document.
  var repeating: PageScript {
    PageScript(
      statements: """
        const add = document => {
        \(statements)
        };
        add(document);
        addEventListener('gradbook-content', event => add(event.detail));
        """,
      comesFirst: comesFirst, loadsScripts: loadsScripts, words: words)
  }

  /// Those of the scripts that chapters may have a use for which have the given fingerprints.
  static func ofChapters(_ fingerprints: some Sequence<String>) -> [PageScript] {
    let used = Set(fingerprints)
    return [copy, dataFile, pointer, animation].filter { used.contains($0.fingerprint) }
  }

  /// The scripts of every chapter's page that a server shows.
  static let ofServedChapters =
    [copy, dataFile, pointer, animation].map(\.repeating) + [editing]

  /// The script with its tags.
  var html: HTML { "<script>\(HTML(trusted: source))</script>\n" }
}

extension PageScript {
  /// The scripts of every page of a site.
  static let site = [settings, shell]

  /// Applies the colours and the text size that the reader has chosen.
  static let settings = PageScript(PageAsset.settingsScript.text, comesFirst: true)

  /// Navigation: search, display settings, keys, the current section in the contents.
  static let shell = PageScript(PageAsset.shellScript.text, loadsScripts: true) { words in
    [
      "tools": words.tools, "close": words.close, "search": words.search,
      "searchtitle": words.searchTitle, "searchhint": words.searchHint,
      "searchnothing": words.searchNothing, "searchfails": words.searchFails,
      "searchfound": words.searchFound, "display": words.display, "theme": words.theme,
      "themesystem": words.themeSystem, "themelight": words.themeLight,
      "themedark": words.themeDark, "textsize": words.textSize, "smaller": words.smaller,
      "larger": words.larger, "help": words.help, "helptitle": words.helpTitle,
      "usekeys": words.useKeys, "keyprevious": words.keyPrevious, "keynext": words.keyNext,
      "keysearch": words.keySearch, "keyhelp": words.keyHelp, "keycopy": words.keyCopy,
      "keyescape": words.keyEscape, "copylink": words.copyLink, "linkcopied": words.linkCopied,
    ]
  }

  /// Makes a served page's blocks editors, runs and saves them, and keeps the page in step with the
  /// files.
  static let editing = PageScript(PageAsset.editingScript.text)

  /// Loads the script of the live experiments, which stands beside the pages.
  static let live = PageScript(PageAsset.liveLoaderScript.text, loadsScripts: true) {
    ["livelost": $0.liveLost]
  }

  /// Adds a copy button to each listing.
  static let copy = PageScript(PageAsset.copyScript.text) {
    ["copy": $0.copy, "copied": $0.copied]
  }

  /// Makes CSV files from the tables under figures.
  static let dataFile = PageScript(PageAsset.dataFileScript.text)

  /// Shows a chart's values at the pointer and with the arrow keys.
  static let pointer = PageScript(PageAsset.pointerScript.text) { ["values": $0.chartValues] }

  /// Shows trajectories step by step.
  static let animation = PageScript(PageAsset.animationScript.text) {
    [
      "animation": $0.animation, "play": $0.play, "pause": $0.pause, "stepback": $0.stepBack,
      "stepforward": $0.stepForward, "animationstep": $0.animationStep,
    ]
  }
}

extension InterfaceWords {
  /// Names a chart that has the keyboard's focus.
  fileprivate var chartValues: String {
    say("Values of the figure, with the arrow keys", "图中的值，用方向键查看")
  }

  // The controls of an animated figure.
  fileprivate var animation: String { say("The way step by step", "逐步观看") }
  fileprivate var play: String { say("Play", "播放") }
  fileprivate var pause: String { say("Pause", "暂停") }
  fileprivate var stepBack: String { say("Step back", "后退一步") }
  fileprivate var stepForward: String { say("Step forward", "前进一步") }
  fileprivate var animationStep: String { say("Step", "步") }
}
