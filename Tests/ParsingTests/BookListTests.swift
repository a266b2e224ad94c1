import BookModel
import Testing

@testable import Parsing

@Suite struct BookListTests {
  private func chapter(_ path: String, _ text: String) -> Chapter {
    ChapterParser.parse(Array(text.utf8), path: "Chapters/" + path).chapter
  }

  private var chapters: [Chapter] {
    [
      chapter(
        "en/02-second.md",
        """
        ---
        title: "Second * one"
        order: 2
        ---
        The **learning rate** sets the step; cite [@cauchy1847].

        ## Rolling on

        A **heavy ball** has **momentum**. **Never so.**

        - **First** of all, and a **trick**.

        | **head** | b |
        | --- | --- |
        | **cell** | 1 |

        ## Exercise: more

        **Momentum** again, and **this too:** no.
        """),
      chapter(
        "en/01-first.md",
        """
        ---
        order: 1
        ---
        # First

        ## Start {#begin}

        **Momentum** is a word; [@robbins1951] and [@cauchy1847].

        ```swift experiment id=walk
        //| caption: A *walk* of $\\eta$.
        //| caption: Its end, by [](#begin) {#fig-end}
        //| caption: No label.
        print(1)
        ```

        ```swift experiment id=quiet
        print(2)
        ```
        """),
      chapter(
        "zh/01-first.md", "---\nlang: zh\ntitle: 一\norder: 1\n---\n\n## 始\n\n**动量**，**学习率**。\n"),
      chapter("en/reference-x.md", "---\nreference: names\n---\n**not listed** [@k]\n"),
    ]
  }

  private func list(_ kind: String, _ folder: String = "en") throws -> String {
    let lang = folder == "zh" ? "lang: zh\n" : ""
    let own = chapter("\(folder)/list.md", "---\n\(lang)lists: \(kind)\n---\n**own** [@own]\n")
    return try #require(BookList(of: own, among: chapters + [own])).markdown
  }

  @Test("terms are in the order of the alphabet, each with the sections that define it")
  func terms() throws {
    #expect(
      try list("terms") == """

        ## H

        - heavy ball: [](02-second.md#rolling-on)

        ## L

        - learning rate: [](02-second.md)

        ## M

        - momentum: [](01-first.md#begin), [](02-second.md#rolling-on)

        ## T

        - trick: [](02-second.md#rolling-on)

        """)
  }

  @Test("in Chinese terms are in the order of the chapters")
  func chineseTerms() throws {
    #expect(
      try list("terms", "zh") == """
        ## 一

        - 动量：[](01-first.md#始)
        - 学习率：[](01-first.md#始)


        """)
  }

  @Test("figures have their captions; a further caption needs a label to be listed")
  func figures() throws {
    #expect(
      try list("figures") == """
        ## First

        - [](01-first.md#walk): A *walk* of $\\eta$.
        - [](01-first.md#fig-end): Its end, by [](01-first.md#begin)


        """)
  }

  @Test("works are listed once, with all chapters that cite them")
  func works() throws {
    #expect(
      try list("works") == """
        - @{robbins1951}: [First](01-first.md)
        - @{cauchy1847}: [First](01-first.md), [Second \\* one](02-second.md)

        """)
  }

  @Test(
    "addresses are relative to the folder of the list",
    arguments: [
      ("Chapters/en/a.md", "Chapters/en/list.md", "a.md"),
      ("Chapters/en/part/a.md", "Chapters/en/list.md", "part/a.md"),
      ("/b/Chapters/en/a.md", "/b/Chapters/en/back/list.md", "../a.md"),
      ("Chapters/one/en/a.md", "Chapters/two/en/list.md", "../../one/en/a.md"),
    ])
  func addresses(path: String, other: String, address: String) {
    #expect(RelativeAddress.address(of: path, from: other) == address)
  }

  @Test("a list that there is not is an error with those that there are")
  func unknown() {
    let parsed = ChapterParser.parse(
      Array("---\nlists: tables\n---\n# A\n".utf8), path: "Chapters/en/a.md")
    #expect(parsed.diagnostics.count == 1)
    let message = parsed.diagnostics.first?.description ?? ""
    #expect(message.contains("'lists'") && message.contains("'terms', 'figures', 'works'"))
    #expect(parsed.chapter.frontMatter.lists == nil)
  }
}
