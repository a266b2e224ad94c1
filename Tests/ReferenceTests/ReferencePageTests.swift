import BookModel
import Markdown
import Parsing
import Testing

@testable import Reference

@Suite struct ReferencePageTests {
  static func declaration(
    _ name: String, _ kind: Declaration.Kind = .function, text: String? = nil,
    file: String = "M/Rules/SGD.swift", comment: String = "Does it."
  ) -> Declaration {
    Declaration(
      module: "M", path: name.split(separator: ".").map(String.init), kind: kind,
      text: text ?? "func \(name)", comment: comment, file: file, line: 1)
  }

  static let declarations = [
    declaration("SGD", .type, text: "final class SGD", comment: "Goes down. Slowly.\n- Shape: any"),
    declaration("SGD.init(rate:)", .initializer, text: "init(rate: Double)"),
    declaration("SGD.rate", .property, text: "var rate: Double", comment: "η"),
    declaration("SGD.Kind", .type, text: "enum Kind"),
    declaration("SGD.Kind.fast", .enumCase, text: "case fast"),
    declaration("Adam", .type, text: "final class Adam", file: "M/Rules/Adam.swift"),
    declaration("NDArray.+(_:_:)", .operator, text: "static func + (a: Int)"),
    declaration("NDArray.sum()", text: "func sum()", file: "M/Rules/Deep/Sum.swift"),
    declaration("NDArray.sum(axis:)", text: "func sum(axis: Int)", file: "M/Rules/Deep/Sum.swift"),
  ]

  @Test("a page has a section for each type, its members in it, and one entry for equal names")
  func sections() {
    let page = ReferencePage(Self.declarations, first: ["Adam", "Unknown"])
    #expect(page.names == ["Adam", "SGD", "NDArray.operators", "NDArray.sum"])
    let text = page.markdown
    for part in [
      "## SGD {#sgd}\n\n```swift\nfinal class SGD\n```\n\nGoes down. Slowly.\n\n**Shape:** any",
      "**Elsewhere:** `torch.optim.SGD` · `optax.sgd`",
      "**Code:** [SGD.swift](#source-m-rules-sgd)",
      "- `var rate: Double`\\\n  η\n- `case fast` of SGD.Kind\\\n  Does it.\n",
      "### SGD.init {#sgd-init}", "### SGD.Kind {#sgd-kind}",
      "## NDArray.sum {#ndarray-sum}\n\n```swift\nfunc sum()\n```\n\nDoes it.\n\n```swift\nfunc sum(axis: Int)",
      "## Sources {#sources}", "### Adam.swift {#source-m-rules-adam}",
      "```swift source=M/Rules/Deep/Sum.swift fold\n```",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.ranges(of: "source=M/Rules/SGD.swift").count == 1)
  }

  @Test("a Chinese page has Chinese words between the documentation")
  func chinese() {
    let text = ReferencePage(Self.declarations, language: .chinese).markdown
    for part in [
      "**形状：** any", "**在其他框架中：** `torch.optim.SGD`", "**代码：** [SGD.swift]",
      "- `case fast`，属于 SGD.Kind\\\n  Does it.\n", "## 源代码 {#sources}",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("labels of a type and of a function with the same letters differ")
  func labels() {
    let names = ["GradientCheck", "gradientCheck", "NDArray.logSumExp", "NDArray.operators", "erf"]
    #expect(
      names.map(ReferenceEntry.anchor)
        == ["gradientcheck", "gradient-check", "ndarray-log-sum-exp", "ndarray-operators", "erf"])
  }

  @Test("each declaration belongs to the chapter that names its place most exactly")
  func plan() {
    let plan = ReferencePlan(
      EngineReference(Self.declarations),
      chapters: [
        ("a.md", .english, ["M/Rules/Deep/Sum.swift", "M/Nowhere"]), ("z.md", .chinese, ["M"]),
        ("b.md", .english, ["M"]), ("n.md", .english, ["names"]),
      ])
    #expect(plan.pages.map(\.declarations.count) == [2, 9, 7, 0])
    #expect(plan.emptyPlaces.map(\.place) == ["M/Nowhere"])
    #expect(plan.missing.isEmpty)
    let names = plan.documentedNames.places
    #expect(names["SGD.rate"]?.anchor == "sgd" && names["SGD.Kind.fast"]?.anchor == "sgd")
    #expect(names["NDArray.sum"]?.chapter == "a.md" && names["SGD"]?.sentence == "Goes down.")
    #expect(plan.documentedNames.method("sum") == "NDArray.sum")
    let rest = ReferencePlan(
      EngineReference(Self.declarations), chapters: [("a.md", .english, ["M/Rules/Dee"])])
    #expect(rest.missing.count == Self.declarations.count)
  }

  @Test("an author's section comes behind what is generated for its name; lines stay what they are")
  func joined() throws {
    let own = """
      ---
      reference: M
      ---
      Words.

      ## SGD

      ```swift experiment id=use-sgd
      go()
      ```

      ## Mine

      More words.
      """
    let chapter = ChapterParser.parse(Array(own.utf8), path: "Chapters/en/r.md").chapter
    #expect(chapter.frontMatter.reference == ["M"] && chapter.frontMatter.isReference)
    let plan = ReferencePlan(
      EngineReference(Self.declarations),
      chapters: [(chapter.path, .english, chapter.frontMatter.reference)])
    let page = ReferenceText(chapter, plan)
    var parsed = ChapterParser.parse(Array((own + "\n" + page.markdown).utf8), path: chapter.path)
    page.join(&parsed.chapter, below: own.count { $0 == "\n" } + 2)
    #expect(parsed.diagnostics == [])
    let block = try #require(parsed.chapter.blocks.first { $0.experimentID != nil })
    #expect(block.codeStart.line == 9)
    let dump = ChapterDump.text(of: parsed.chapter)
    let places = ["Mine", "final class SGD", "use-sgd", "SGD.init"].map {
      dump.ranges(of: $0).first?.lowerBound
    }
    let headings = MarkdownDocument(try #require(parsed.chapter.tree)).root.children
      .filter { $0.headingLevel == 2 }.map(\.plainText)
    #expect(
      headings == ["Mine", "SGD", "Adam", "NDArray.operators", "NDArray.sum", "Sources"])
    #expect(places.compactMap(\.self).count == 4, "\(dump)")
  }

  @Test("long declarations have a line for each argument")
  func signatures() {
    let text =
      "func descend(from start: [Double], until stop: (Iterate) -> Bool = { _ in false }) -> Way"
    #expect(
      SignatureLayout.lines(of: text) == """
        func descend(
          from start: [Double],
          until stop: (Iterate) -> Bool = { _ in false }
        ) -> Way
        """)
    #expect(SignatureLayout.lines(of: "func f(x: Int)") == "func f(x: Int)")
    #expect(SignatureLayout.lines(of: String(repeating: "x", count: 200)).count == 200)
  }
}

@Suite struct ReferenceAnswerTests {
  static let reference = EngineReference(ReferencePageTests.declarations)

  @Test(
    "a name is found in full, by its last part, under a foreign name and in either case",
    arguments: [
      ("SGD", "final class SGD"), ("SGD.init", "init(rate: Double)"),
      ("sum", "func sum(axis: Int)"),
      ("sgd", "final class SGD"), ("torch.optim.SGD", "torch.optim.SGD (PyTorch): SGD"),
      ("torch.optim.Adam", "final class Adam"), ("NDArray.sum(axis:)", "func sum()"),
    ])
  func found(name: String, part: String) {
    let answer = ReferenceAnswer(name, in: Self.reference)
    #expect(answer.text?.contains(part) ?? false, "\(answer.text ?? "nothing")")
    #expect(answer.near.isEmpty)
  }

  @Test("an answer has the comment, the members, the example and the place")
  func parts() throws {
    let text = try #require(
      ReferenceAnswer("SGD", in: Self.reference) { $0 == "SGD" ? "go()\n" : nil }.text)
    for part in [
      "Slowly.\n- Shape: any", "Members: ", "rate", "    go()", "Sources/M/Rules/SGD.swift:1",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("near names are named for what is not found")
  func near() {
    #expect(ReferenceAnswer("Adm", in: Self.reference).near == ["Adam"])
    #expect(
      ReferenceAnswer("np.outer", in: Self.reference).text?.hasPrefix("numpy.outer: write") == true)
    #expect(ReferenceAnswer("SGDD", in: Self.reference).near.first == "SGD")
    #expect(ReferenceAnswer("", in: Self.reference).near == [])
    #expect(ReferenceAnswer("Wasserstein", in: Self.reference).text == nil)
  }
}
