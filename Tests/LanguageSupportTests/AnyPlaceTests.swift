import Execution
import Testing

@testable import LanguageSupport

@Suite struct AnyPlaceTests {
  private static let text = """
    ---
    title: T
    lang: en
    ---
    # T 𝒳

    See [](#falls), $\\eta$, `=run.floor %.2f`, ![w](p.png), [@a; @b] and $$ a $$ {#eq-a}

    > - ```swift experiment id=run timeout=1s
    >   //| caption: é {#fig-a}
    >
    >   let a = "𝒳\\(1)" + knob("rate")
    >   ```

    ```swift setup
    //| data: a.csv, b.csv
    \tlet x = 1
    ```

    ## Falls {#falls}

    ```math
    \\begin{aligned} a \\end{aligned}
    ```

    """

  private static let texts = [
    text, "\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), "", "\u{FEFF}", "---\n", "```",
    "\r\n\r\n", "$", "> ```swift setup\n>",
  ]

  private func answer(_ chapter: EditedChapter, at offset: Int) async {
    let context = ContextReader.context(in: chapter, at: offset)
    if let typed = context.typed {
      #expect(0 <= typed.lowerBound && typed.upperBound <= chapter.text.bytes.count)
    }
    _ = await OwnCompletions(chapter: chapter, book: GivenBook()).proposals(for: context)
    if case .code(let place) = context {
      _ = NameCompletions(chapter: chapter).proposals(at: offset, place)
      #expect(EditedProgram(chapter.chapter, block: place.block)?.position(of: place) != nil)
    }
    _ = await OwnExplanations(chapter: chapter, book: GivenBook()).explanation(at: offset)
    _ = LabelRenaming.target(in: chapter, at: offset)
  }

  @Test("Every place of a text has an answer, or none, but no fault", arguments: texts)
  func everyPlace(text: String) async {
    let chapter = MarkedChapter.chapter(text)
    for offset in 0...chapter.text.bytes.count { await answer(chapter, at: offset) }
    let hasParts = text.contains("# T") || text.contains("swift setup")
    #expect(ChapterOutline.items(of: chapter).isEmpty == !hasParts)
  }

  @Test("So has the end of every text that is still being written", arguments: texts.prefix(3))
  func everyBeginning(text: String) async {
    for length in 0...text.unicodeScalars.count {
      let beginning = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
      let chapter = MarkedChapter.chapter(beginning)
      await answer(chapter, at: chapter.text.bytes.count)
    }
  }
}
