import BookModel
import Charts
import Foundation
import Parsing
import TestBrowser

@testable import Rendering

/// A small site with all that may be too wide: long formulas, notes in the margin, code, printed lines,
/// tables, charts and Chinese text.
enum LayoutSite {
  /// The pages' files, those of `GRADBOOK_SITE` where it names the folder of a whole site.
  static let pages: [String] = {
    guard let folder = builtSite else { return files.map(\.path) }
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".html") }.sorted()
  }()

  private static let builtSite = ProcessInfo.processInfo.environment["GRADBOOK_SITE"].map {
    URL(filePath: $0)
  }

  /// Opens one of the pages from a folder on the disk.
  static func open(_ path: String) throws -> BrowserPage {
    let page = try BrowserPage.fresh()
    try page.open(address(of: path, in: page.browser.folder))
    return page
  }

  /// The address of one of the pages. One of the small site's is written into a folder.
  static func address(of path: String, in folder: URL) throws -> URL {
    try builtSite?.appending(path: path) ?? file(path, in: folder)
  }

  private static func file(_ path: String, in folder: URL) throws -> URL {
    let file = folder.appending(path: "layout/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let text = files.first { $0.path == path }?.html ?? ""
    try Data(text.utf8).write(to: file)
    return file
  }

  private static let files: [(path: String, html: String)] = {
    let texts = [("en/01-formulas", english), ("en/04-words", words), ("zh/01-formulas", chinese)]
    let result = ExperimentResult(outputs: [
      .text(String(repeating: "a printed line of some length, with 0.123456 in it; ", count: 4)),
      .chart(SampleChapter.chart),
    ])
    let run = ChapterRun(results: ["run": result])
    let chapters = texts.map { path, text in
      ChapterParser.parse(Array(text.utf8), path: "Chapters/\(path).md").chapter
    }
    let site = Site(
      chapters: chapters, book: BookDescription(title: "A book"),
      runs: Dictionary(uniqueKeysWithValues: chapters.map { ($0.path, run) }))
    return [(site.index.path, site.index.html)]
      + chapters.map { chapter in
        let page = site.page(of: chapter, run: run)
        return (page.path, page.html)
      }
  }()

  /// Formulas of every kind that is divided or scrolls.
  static let english = """
    ---
    title: Formulas
    lang: en
    order: 1
    ---

    For $z = \\frac{9}{11}$, $f(x) = x^2$, ($\\eta$), and the $n$th step: $x$. It is "$x$", *$y$*, and $z$-like; see [](#eq-lemma).
    Within $(1 - \\sqrt\\beta)^2 \\le \\eta\\lambda \\le (1 + \\sqrt\\beta)^2$, directions converge at the same
    speed, $\\alpha$, $\\beta$, $\\gamma$, $\\delta$, $\\epsilon$, $\\zeta$, $\\eta$, $\\theta$, $\\iota$.[^note]
    The function `RandomGenerator(seed:)` gives 4.9 · 10⁻⁵, and `Sources/GradientDescent/Optimizers/SGD.swift`
    is the file.

    [^note]: The parabola is $f(x) + f'(x)\\,(z - x) + \\tfrac{L}{2}(z - x)^2$. That it lies above $f$ follows.

    ## Long

    ```math id=eq-lemma
    f\\bigl(x - \\eta f'(x)\\bigr) \\;\\le\\; f(x) - \\eta \\Bigl(1 - \\frac{L\\eta}{2}\\Bigr) f'(x)^2 .
    ```

    ```math id=eq-best
    1 - \\eta\\mu = -(1 - \\eta L) \\quad\\Longrightarrow\\quad \\eta^\\star = \\frac{2}{L + \\mu},
    \\qquad \\rho^\\star = \\frac{L - \\mu}{L + \\mu} = \\frac{\\kappa - 1}{\\kappa + 1} .
    ```

    Equations [](#eq-best), [](#eq-lemma) and [](#eq-both).[^margin-a]

    [^margin-a]: A note in the margin, of some words, with $\\kappa = L/\\mu$.

    ## Aligned

    ```math id=eq-both
    \\begin{aligned}
    \\mathbf{b}_{t+1} &= \\beta\\,\\mathbf{b}_t + \\nabla f(\\mathbf{x}_t), \\\\
    \\mathbf{x}_{t+1} &= \\mathbf{x}_t - \\eta\\,\\mathbf{b}_{t+1},
    \\end{aligned}
    \\qquad \\mathbf{b}_0 = \\mathbf{0}.
    ```

    ```math
    f'(x) = \\begin{cases} 25x & \\text{for } x < 1, \\\\ x + 24 & \\text{for } 1 \\le x < 2 . \\end{cases}
    ```

    ## Code

    ```swift experiment id=run
    let longLine = "a line of code with more than a hundred columns, which reaches into the margin, where there is one"
    show(longLine)
    ```

    | a column | another column | a third one, $x$ |
    | :-- | :-- | :-- |
    | some words that are long | more words | 0.25 |
    """

  private static let words = """
    ---
    title: שלום, עולם
    lang: en
    order: 4
    ---

    One section, no contents.

    - A list, with $x_{t+1} = x_t - \\eta \\nabla f(x_t)$, and `code.with.many.parts.in.it(of:)`.
    """

  private static let chinese = """
    ---
    title: 公式
    lang: zh
    order: 1
    ---

    对 $i$ 取平均，得到的恰好是 $\\nabla f(\\theta)$，所以误差并不偏向任何一边（$B$）。取 $B = 1$ 就是随机梯度下降，取
    $B = n$ 就是梯度下降，其余的取值都介于这两者之间，这一点很重要。

    ## 更新

    ```math id=eq-a
    y = 2 x_0 - 3.4 x_1 + 4.2 + \\varepsilon, \\qquad \\varepsilon \\sim \\mathcal{N}(0,\\ 0.01^2)
    ```

    式 [](#eq-a) 中的噪声很小。

    ## 结论

    结束。
    """
}
