import BookModel
import Charts
import Foundation
import Parsing
import TestBrowser

@testable import Rendering

/// A site of three chapters, the second with everything that a script works on, and in two languages.
enum SampleSite {
  static let second = "en/02-second.html"

  /// Opens a page of the site, from a folder on the disk as readers do.
  static func open(_ path: String) throws -> BrowserPage {
    let page = try BrowserPage.fresh()
    let folder = page.browser.folder.appending(path: "site")
    let isWritten = FileManager.default.fileExists(atPath: folder.path)
    for (path, bytes) in isWritten ? [] : files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    try page.open(folder.appending(path: path))
    _ = try page.text(
      """
      addEventListener('click', event => {
        if (event.target.closest('[rel]')) globalThis.isLeaving = true;
      })
      """)
    return page
  }

  /// Whether the second chapter is still open and nothing has led to the chapters beside it, as a
  /// condition. Leaving takes a while, but the click that begins it does not.
  static let stays = "document.title.startsWith('Second') && !globalThis.isLeaving"

  static let code = "let rate = 0.1  // \"small\" & <safe>\nprint(rate)\n"

  private static let markdown = """
    ---
    title: Second
    lang: en
    order: 2
    ---

    An opening, with [](#eq-step) and [](#descent).

    ## Rule

    ```math id=eq-step
    x_{t+1} = x_t - \\eta\\, f'(x_t)
    ```

    ```math
    x = y
    ```

    ```swift
    \(code)```

    ```swift experiment id=curve fold
    //| caption: Two curves.
    print("folded")
    ```

    ## Valley

    ### A part of it

    ```swift experiment id=descent
    print("descends")
    ```

    ## Exercise: halves

    ### Solution

    A quarter, by $`2^{-2}`$.

    #### Its check

    Four quarters.
    """

  private static let curves = Chart(
    title: "Curves", x: Axis(label: "epoch"), y: Axis(label: "loss"),
    marks: [
      .line(LineMark(label: "fast, \"fine\"", x: [0, 1, 2], y: [8, 4, 2])),
      .line(LineMark(label: "slow", x: [0, 2], y: [8, 6])),
    ])

  private static let valley = ContourPlot(x: -4...4, y: -2...2) { x, y in x * x + 4 * y * y }
    .trajectory([(-3, 1), (-2, 0.5), (-1, 0.2), (0, 0)], label: "descent", animated: true).chart

  private static let files: [(path: String, bytes: [UInt8])] = {
    let texts = [
      ("en/01-first", "---\ntitle: First\nlang: en\norder: 1\n---\n\nThe zebra stands here.\n"),
      ("en/02-second", markdown),
      ("en/03-third", "---\ntitle: Third\nlang: en\norder: 3\n---\n\nThe end.\n"),
      (
        "zh/02-second", "---\ntitle: 第二\nlang: zh\norder: 2\n---\n\n始。\n\n## 规则\n\n甲\n\n## 谷\n\n乙\n"
      ),
    ]
    let run = ChapterRun(results: [
      "curve": ExperimentResult(outputs: [.text("folded\n"), .chart(curves)]),
      "descent": ExperimentResult(outputs: [.chart(valley)]),
    ])
    let chapters = texts.map { path, text in
      ChapterParser.parse(Array(text.utf8), path: "Chapters/\(path).md").chapter
    }
    let site = Site(chapters: chapters, runs: ["Chapters/en/02-second.md": run])
    var parts: [PagePath: BookPart] = [:]
    var files = [(site.index.path, Array(site.index.html.utf8))]
    for chapter in chapters {
      let run = chapter.path == "Chapters/en/02-second.md" ? run : ChapterRun()
      guard let rendered = site.rendered(chapter, run: run) else { continue }
      files.append((rendered.page.path, Array(rendered.page.html.utf8)))
      parts[PagePath(ofChapter: chapter.path)] = rendered.part
    }
    return files + site.wholeBooks(parts).map { $0() }.map { ($0.path, $0.bytes) }
  }()
}
