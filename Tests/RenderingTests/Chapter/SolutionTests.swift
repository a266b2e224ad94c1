import Testing

@testable import Rendering

@Suite struct SolutionTests {
  @Test func aSolutionIsFoldedUpToTheNextHeadingOfItsLevel() {
    let html = SampleChapter.prose(
      """
      ## Exercise: decays

      Task.

      ### Solution

      Answer.

      #### Detail

      More.

      ## Next
      """)
    let folded = """
      <details class="solution" id="solution">
      <summary>Solution</summary>
      <p>Answer.</p>
      <h4 id="detail">
      """
    #expect(html.contains(folded.dropLast(1)))
    #expect(html.contains("<p>More.</p>\n</details>\n<h2 id=\"next\">"))
  }

  @Test func everyExerciseHasItsOwnSolutionInChineseToo() {
    let html = SampleChapter.prose(
      "## 练习\n\n### 练习 1\n\n#### 解答\n\n甲\n\n### 练习 2\n\n#### 解答\n\n乙\n\n## 完")
    #expect(html.ranges(of: "<details class=\"solution\"").count == 2)
    #expect(html.contains("<p>甲</p>\n</details>\n<h3 id=\"练习-2\">"))
    #expect(html.contains("<p>乙</p>\n</details>\n<h2 id=\"完\">"))
  }

  @Test func aSolutionOutsideOfAnExerciseIsAHeading() {
    #expect(
      SampleChapter.prose("## Theory\n\n### Solution\n\nText").contains("<h3 id=\"solution\">"))
  }

  @Test func anEmptySolutionAtTheEndFoldsNothing() {
    let html = SampleChapter.prose("## Exercise\n\n### Solution")
    #expect(html.hasSuffix("<summary>Solution</summary>\n</details>\n"))
  }

  @Test func blocksInASolutionAreShownInIt() {
    let html = SampleChapter.prose(
      "## Exercise\n\n### Solution\n\n```swift experiment id=x\nlet a = 1\n```")
    #expect(html.contains("<summary>Solution</summary>\n<div class=\"block\" id=\"x\">"))
    #expect(html.hasSuffix("</div>\n</details>\n"))
  }
}
