import BookModel
import Testing

@testable import BookPipeline

@Suite struct OutputDifferenceTests {
  private func difference(_ remembered: [Output], _ fresh: [Output]) -> String? {
    OutputDifference(remembered: remembered, fresh: fresh)?.description
  }

  @Test("Equal outputs have no difference, and of others the first one is named")
  func words() {
    #expect(difference([.text("a\nb\n")], [.text("a\nb\n")]) == nil)
    #expect(
      difference([.text("a\nb\n")], [.text("a\nc\n")])
        == "output 1: line 2 is 'c', where 'b' was remembered")
    #expect(
      difference([.text("a"), .text("b\n")], [.text("a"), .text("b")])
        == "output 2: line 2 is '', where '' was remembered")
    #expect(
      difference([.text("a")], [.check(Check(claim: "it falls"))])
        == "output 1: the claim 'it falls' that holds, where the text 'a' was remembered")
  }

  @Test("More outputs and fewer are a difference")
  func counts() {
    let (one, two): ([Output], [Output]) = ([.text("a")], [.text("a"), .text("b")])
    #expect(difference(two, one) == "1 outputs, where 2 were remembered")
    #expect(difference(one, two) == "2 outputs, where 1 were remembered")
  }
}
