import BookModel
import Foundation
import Parsing
import TestBrowser
import TestTurns
import Testing

@testable import Rendering

@Suite(.startsPrograms) struct SearchTests {
  @Test(
    "For each of twenty questions in each language the right section is among the first three",
    .inBrowser, .enabledWithBrowser)
  func theRightSectionIsAmongTheFirstThree() throws {
    let books = try Self.book()
    for (language, questions) in [
      (FrontMatter.Language.english, Questions.english), (.chinese, Questions.chinese),
    ] {
      #expect(questions.count == 20)
      let answers = try Self.answers(to: questions.map(\.0), language, in: books)
      for ((question, anchor), answer) in zip(questions, answers) {
        let chapter = "\(language.rawValue)/03-stochastic-gradient-descent.html#"
        #expect(answer.prefix(3).contains(chapter + anchor), "\(question): \(answer.prefix(5))")
      }
    }
  }

  @Test(
    "Words without accents, with a wrong letter, in code and Greek letters by their names are found",
    .inBrowser, .enabledWithBrowser)
  func forgiving() throws {
    let text = """
      # Signs

      ## Bounds

      An inequality of Hölder with a number κ, and Polyak.

      ## Rates

      $$
      \\eta = \\frac{1}{9} \\label{eq-rate}
      $$

      ## Code

      ```swift
      let restlessness = wandering(2)
      ```

      ## Elsewhere

      As in [](#eq-rate), nothing of note.

      """
    let chapter = SampleChapter.make(
      text, path: "Chapters/en/02-signs.md", frontMatter: FrontMatter(title: "Signs", order: 2))
    let site = Site(chapters: [chapter])
    let part = try #require(site.rendered(chapter, run: ChapterRun())?.part)
    let files = site.wholeBooks([PagePath(ofChapter: chapter.path): part]).map { $0() }
    let index = files.filter { $0.path.hasSuffix(".js") }
    let questions = [
      ("holder", "bounds"), ("hölder", "bounds"), ("hlder", "bounds"), ("polayk", "bounds"),
      ("Polyk", "bounds"), ("kappa", "bounds"), ("κ", "bounds"), ("eta", "rates"),
      ("restlesness", "code"), ("wandering", "code"), ("1/9", "rates"),
      ("section 2.4", "elsewhere"),
    ]
    let answers = try Self.answers(to: questions.map(\.0), .english, in: index)
    for ((question, anchor), answer) in zip(questions, answers) {
      #expect(answer.first == "en/02-signs.html#\(anchor)", "\(question): \(answer)")
    }
    #expect(
      try Self.answers(to: ["eq. 2.1"], .english, in: index)[0].prefix(3).contains {
        $0.hasSuffix("#rates")
      })
  }

  @Test(
    "A section of the reference is found under the name that another framework gives",
    .inBrowser, .enabledWithBrowser)
  func foreignNames() throws {
    let text = """
      ## Dense

      A fully connected layer.

      **Elsewhere:** `torch.nn.Linear`, `keras.layers.Dense`

      ## Schedule.linear

      The rate goes in a straight line.

      **Elsewhere:** `torch.optim.lr_scheduler.LinearLR`

      ## Names

      Words of no matter, linear or not.
      """
    var chapter = SampleChapter.make(
      text, path: "Chapters/en/r.md", frontMatter: FrontMatter(title: "Layers"))
    chapter.frontMatter.reference = ["GradientDescent/Layers"]
    let site = Site(chapters: [chapter])
    let part = try #require(site.rendered(chapter, run: ChapterRun())?.part)
    let files = site.wholeBooks([PagePath(ofChapter: chapter.path): part]).map { $0() }
    let index = files.filter { $0.path.hasSuffix(".js") }
    let questions = [
      ("torch.nn.Linear", "dense"), ("keras Dense", "dense"), ("LinearLR", "schedule-linear"),
    ]
    let answers = try Self.answers(to: questions.map(\.0), .english, in: index)
    for ((question, anchor), answer) in zip(questions, answers) {
      #expect(answer.first == "en/r.html#\(anchor)", "\(question): \(answer)")
    }
    let titles =
      try Self.evaluated(
        "[...new Set(index.sections.map((section) => section.title))]", in: index) as [String]
    #expect(titles == ["Reference: Layers"])
  }

  @Test(
    "Strange questions find nothing and break nothing",
    .inBrowser, .enabledWithBrowser)
  func strangeQuestionsFindNothing() throws {
    let questions = [
      "", "   ", "?!", "__proto__", "constructor", "xyzzy", "\u{202E}", "([", "</script>",
    ]
    let answers = try Self.answers(to: questions, .english, in: try Self.book())
    #expect(answers.map(\.isEmpty) == questions.map { _ in true })
  }

  @Test(.inBrowser, .enabledWithBrowser)
  func theIndexIsTheSameEachTimeAndHoldsEverySection() throws {
    let (first, second) = (try Self.book(), try Self.book())
    #expect(first == second)
    let english: String = try Self.evaluated(
      "JSON.stringify(await unpackBooks(globalThis.gradbookIndex))", in: [first[0]])
    #expect(english.contains("[\"what-goes-wrong-in-practice\",\""))
    #expect(english.contains(" What goes wrong in practice\",\""))
    #expect(!english.contains("precondition("))
    #expect(english.contains(" precondition "))
  }

  @Test func anIndexOfFourteenChaptersIsSmall() throws {
    let largest = try Self.book().map(\.bytes.count).max() ?? 0
    #expect(largest > 0 && 14 * largest / Self.chapterCount(.english) <= 250_000)
  }

  // MARK: The book as it stands

  private static let chapters = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Chapters")

  private static func chapterCount(_ language: FrontMatter.Language) -> Int {
    (try? FileManager.default.contentsOfDirectory(
      atPath: chapters.appending(path: language.rawValue).path
    ).count { $0.hasSuffix(".md") }) ?? 1
  }

  /// The search indexes of the book, the English one first.
  private static func book() throws -> [SiteFile] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: chapters.path).sorted()
    let parsed = try names.filter { $0.hasSuffix(".md") }.map { name in
      let text = try Data(contentsOf: chapters.appending(path: name))
      return ChapterParser.parse(Array(text), path: "Chapters/\(name)").chapter
    }
    let site = Site(chapters: parsed)
    let parts = parsed.compactMap { chapter in
      site.rendered(chapter, run: ChapterRun()).map { (PagePath(ofChapter: chapter.path), $0.part) }
    }
    let files = site.wholeBooks(Dictionary(uniqueKeysWithValues: parts)).map { $0() }
    return files.filter { $0.path.hasSuffix(".js") }
  }

  /// The addresses that the search gives for each question, best first.
  private static func answers(
    to questions: [String], _ language: FrontMatter.Language, in books: [SiteFile]
  ) throws -> [[String]] {
    let list = String(decoding: try JSONEncoder().encode(questions), as: UTF8.self)
      .replacing("<", with: "\\u003c")
    let tag = InterfaceWords(language: language).languageTag
    return try evaluated(
      """
      \(list).map((question) => find(index, question, '\(tag)')
        .map((section) => `${decodeURIComponent(section.path)}#${section.anchor}`))
      """, in: books)
  }

  /// The value of an expression that may use the search's functions, and the index that it has read.
  private static func evaluated<Value: Decodable>(
    _ expression: String, in books: [SiteFile]
  ) throws -> Value {
    let parts = try ["terms", "packed-index", "ranking"].map { name in
      try String(
        contentsOf: AssetFiles.folder.appending(path: "Scripts/shell/\(name).js"), encoding: .utf8)
    }
    let script = """
      \(books.map { String(decoding: $0.bytes, as: UTF8.self) }.joined())
      \(parts.joined())
      const index = readIndex(await unpackBooks(globalThis.gradbookIndex));
      return JSON.stringify(\(expression));
      """
    let text = try BrowserPage.empty().text("(async () => { \(script) })()")
    return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }
}
