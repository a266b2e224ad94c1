import Testing

@testable import LanguageSupport

@Suite struct NavigationTests {
  private static let text = """
    ---
    title: T
    ---
    # T

    ## Falls {#falls}

    See [](#falls), [](#fig-loss), [](#eq-rate), [](#run), [](#tbl-a), `=run.floor`.

    ```swift experiment id=run
    //| caption: Loss {#fig-loss}
    publish("floor", 1)
    ```

    $$ a = b $$ {#eq-rate}

    ### Deeper

    | a |
    | --- |
    | 1 |

    : Words {#tbl-a}

    ```swift setup
    let a = 1
    ```

    ## Last

    """

  private let chapter = MarkedChapter.chapter(text)
  private let other = MarkedChapter.chapter(
    "# B\n\n[](01-a.md#falls) and [](#falls-not), [](01-a.md#Falls)\n\n## Own {#falls-not}\n",
    path: "/book/Chapters/en/02-b.md")

  private func offset(of text: String, in chapter: EditedChapter) throws -> Int {
    let range = try #require(chapter.text.bytes.firstRange(of: Array(text.utf8)))
    return range.upperBound
  }

  private func renamed(_ place: String, to name: String) throws -> [String] {
    let offset = try offset(of: place, in: chapter)
    let renaming = try LabelRenaming(in: chapter, at: offset, others: [other], name: name)
    return [chapter, other].map { edited in
      let uses = renaming.uses.filter { $0.path == edited.path }
        .sorted { $0.range.lowerBound > $1.range.lowerBound }
      return uses.reduce(edited.text) {
        $0.replacing($1.range, with: Array(name.utf8))
      }.text(0..<uses.reduce(edited.text.bytes.count) { $0 + name.utf8.count - $1.range.count })
    }
  }

  @Test("A label is renamed wherever the book writes it, and nothing else is")
  func rename() throws {
    for place in ["{#fal", "[](#fal"] {
      let texts = try renamed(place, to: "goes-down")
      #expect(texts[0] == Self.text.replacing("#falls", with: "#goes-down"))
      #expect(
        texts[1].hasPrefix("# B\n\n[](01-a.md#goes-down) and [](#falls-not), [](01-a.md#Falls)"))
    }
    #expect(
      try renamed("id=r", to: "again")[0]
        == Self.text.replacing("id=run", with: "id=again").replacing("=run.", with: "=again.")
        .replacing("(#run)", with: "(#again)"))
    for label in ["fig-loss", "eq-rate", "tbl-a"] {
      #expect(
        try renamed("(#\(label)", to: "new-name")[0]
          == Self.text.replacing("#\(label)", with: "#new-name"))
    }
  }

  @Test("A label that cannot get a name is refused in words")
  func refusals() throws {
    func refusal(_ place: String, _ name: String) throws -> LabelRenaming.Refusal? {
      let offset = try offset(of: place, in: chapter)
      do throws(LabelRenaming.Refusal) {
        _ = try LabelRenaming(in: chapter, at: offset, others: [], name: name)
        return nil
      } catch {
        #expect(error.message.count > 20)
        return error
      }
    }
    #expect(try refusal("{#fal", "Goes Down") == .invalid("Goes Down"))
    #expect(try refusal("{#fal", "run") == .taken("run"))
    #expect(try refusal("title", "a") == .noLabel)
    let heading = MarkedChapter("# T\n\n## Why so\n\nSee [](#why‸-so).\n")
    #expect(throws: LabelRenaming.Refusal.unwritten("why-so")) {
      try LabelRenaming(in: heading.chapter, at: heading.offset, others: [], name: "a")
    }
  }

  @Test("The outline has sections in each other, with the experiments, figures and setups in them")
  func outline() throws {
    func lines(_ items: [OutlineItem], _ depth: Int = 0) -> [String] {
      items.flatMap { item in
        ["\(String(repeating: " ", count: depth))\(item.kind) \(item.name)"]
          + lines(item.children, depth + 1)
      }
    }
    let items = ChapterOutline.items(of: chapter)
    #expect(
      lines(items) == [
        "section T", " section Falls", "  experiment run", "  figure fig-loss",
        "  equation eq-rate", "  section Deeper", "   table tbl-a", "   setup setup 1",
        " section Last",
      ])
    let falls = try #require(items.first?.children.first)
    #expect(chapter.text.text(falls.range).hasPrefix("## Falls"))
    #expect(chapter.text.text(falls.range).hasSuffix("```\n\n"))
    #expect(chapter.text.text(falls.children[0].range).hasSuffix("publish(\"floor\", 1)\n```"))
  }
}
