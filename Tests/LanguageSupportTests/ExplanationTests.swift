import Testing

@testable import LanguageSupport

@Suite struct ExplanationTests {
  private func explanation(_ text: String) async -> String? {
    let marked = MarkedChapter(text)
    let found = await OwnExplanations(chapter: marked.chapter, book: GivenBook())
      .explanation(at: marked.offset)
    guard let found, let range = found.range else { return nil }
    return "\(marked.chapter.text.text(range)): \(found.markdown)"
  }

  @Test("What the text names is explained, from any of its letters")
  func prose() async {
    for place in ["[](#‸falls)", "[](#fal‸ls)", "[](#falls‸)"] {
      #expect(await explanation("# T\n\n## Why {#falls}\n\n\(place)\n") == "falls: section: Why")
    }
    #expect(
      await explanation("# T\n\n[@robb‸ins1951]\n")
        == "robbins1951: Robbins, Monro (1951): A method")
    #expect(await explanation("# T\n\n$\\e‸ta$\n") == "\\eta: η")
    #expect(await explanation("# T\n\nA wo‸rd\n") == nil)
  }

  @Test("Options and keys are explained by their forms")
  func options() async {
    #expect(
      await explanation("# T\n\n```swift experiment id=a time‸out=3s\nlet a = 1\n```\n")
        == "timeout: `timeout=10s`")
    #expect(
      await explanation("# T\n\n```swift experiment id=a\n//| cap‸tion: b\nlet a = 1\n```\n")
        == "caption: `//| caption: …`")
    #expect(
      await explanation("---\nse‸ed: 1\n---\n# T\n")?.hasPrefix("seed: `seed`: a whole") == true)
  }
}
