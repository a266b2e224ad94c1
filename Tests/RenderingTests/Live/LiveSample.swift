import BookModel
import Charts
import Foundation
import Parsing
import TestBrowser
import Transcript

@testable import Rendering

/// A page with live experiments, whose modules are small programs in C instead of the engine.
enum LiveSample {
  /// Whether the toolchain compiles for WebAssembly.
  static let isPossible = Tool.exists("clang") && Tool.exists("wasm-ld") && Tool.exists("gzip")

  /// The page's chapter.
  static func chapter(_ language: FrontMatter.Language = .english) -> Chapter {
    SampleChapter.make(
      markdown, frontMatter: FrontMatter(title: "Live", language: language, order: 3))
  }

  /// What running it came to.
  static let run = ChapterRun(results: [
    "curve": ExperimentResult(outputs: [
      .knob(knob("rate", .real, 0.001...2, 0.2)), .knob(knob("steps", .integer, 1...100, 10)),
      .knob(knob("how", .choice(["plain", "with <momentum>", "Adam"]), 0...2, 0)),
      .knob(knob("fast", .choice(["off", "on"]), 0...1, 0)),
      .text("rate 200 steps 10000 how 0 fast 0\n"), .chart(SampleChapter.chart),
      .value(PublishedValue(name: "last", content: .number(200))),
    ]),
    "same": ExperimentResult(outputs: [.text("The same everywhere.\n")]),
    "endless": ExperimentResult(outputs: [.text("ends\n")]),
    "stops": ExperimentResult(outputs: [.text("goes on\n")]),
    "foreign": ExperimentResult(outputs: [.text("from elsewhere\n")]),
  ])

  private static func knob(
    _ name: String, _ kind: Knob.Kind, _ range: ClosedRange<Double>, _ value: Double
  ) -> Knob {
    Knob(name: name, kind: kind, range: range, standard: value, value: value)
  }

  /// What makes it live.
  static func live(beside isBeside: Bool = false) throws -> LiveChapter {
    LiveChapter(
      module: isBeside
        ? .beside(path: "live/sample.js") : .embedded(base64: try modules.get().experiments),
      experiments: ["curve": 0, "same": 1, "endless": 2, "stops": 3],
      refusals: ["foreign": "it uses Foundation"])
  }

  /// The page.
  static func html(
    _ language: FrontMatter.Language = .english, beside isBeside: Bool = false
  ) throws -> String {
    try ChapterPage(chapter: chapter(language), run: run, live: live(beside: isBeside)).html
  }

  /// Opens the page from a folder on the disk, as readers do.
  /// - Parameters:
  ///   - isBeside: whether the module is beside the page
  ///   - missing: the scripts beside the page that are not there
  ///   - fragment: the end of its address, with its `#`
  ///   - script: what runs before the page's own scripts
  static func open(
    _ language: FrontMatter.Language = .english, beside isBeside: Bool = false,
    without missing: Set<String> = [], fragment: String = "", before script: String = ""
  ) throws -> BrowserPage {
    let page = try BrowserPage.fresh()
    _ = try page.browser.send(
      "Page.addScriptToEvaluateOnNewDocument", ["source": script], in: page.session)
    let file = try write(
      in: page.browser.folder, language, beside: isBeside, without: missing)
    try page.open(URL(string: file.absoluteString + fragment) ?? file)
    return page
  }

  /// Writes the page and what belongs beside it into a folder of a browser.
  static func write(
    in parent: URL, _ language: FrontMatter.Language = .english, beside isBeside: Bool = false,
    without missing: Set<String> = []
  ) throws -> URL {
    let folder = parent.appending(path: "live-\(UUID())")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "live"), withIntermediateDirectories: true)
    let file = folder.appending(path: "page.html")
    try Data(html(language, beside: isBeside).utf8).write(to: file)
    let (experiments, drawing) = try modules.get()
    let script = Site.liveScript
    let files = [
      script.path: script.bytes, "live/drawing.js": Array("gradbookModule(\"\(drawing)\")".utf8),
      "live/sample.js": Array("gradbookModule(\"\(experiments)\")".utf8),
    ]
    for (path, bytes) in files where !missing.contains(path) {
      try Data(bytes).write(to: folder.appending(path: path))
    }
    return file
  }

  /// Both modules, compressed, in base64.
  private static let modules = Result {
    (experiments: try module("Experiments"), drawing: try module("Drawing"))
  }

  private static func module(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Modules")
    let place = FileManager.default.temporaryDirectory.appending(path: "\(name)-\(UUID()).wasm")
    defer { try? FileManager.default.removeItem(at: place) }
    _ = try Tool.run(
      "clang",
      [
        "--target=wasm32", "-Os", "-nostdlib", "-ffreestanding", "-fuse-ld=lld",
        "-Wl,--no-entry,--strip-all", "-o", place.path, folder.appending(path: "\(name).c").path,
      ], input: [])
    let packed = try Tool.run("gzip", ["-9cn", place.path], input: [])
    return Data(packed).base64EncodedString()
  }

  private static let markdown = """
    The last loss is `=curve.last %.2f`, and again `=curve.last`.

    ```swift experiment id=curve
    //| caption: The *author's* caption.
    let rate = knob("rate", default: 0.2, in: 0.001...2)
    ```

    ```swift experiment id=same
    print("The same everywhere.")
    ```

    ```swift experiment id=endless
    while true {}
    ```

    ```swift experiment id=stops
    fatalError()
    ```

    ```swift experiment id=foreign
    import Foundation
    ```
    """
}
