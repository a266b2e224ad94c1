import BookModel
import Testing

@Suite struct AnchorNamesTests {
  @Test(arguments: [
    ("Why it works", "why-it-works"), ("为什么 有效？", "为什么-有效"), ("__proto__", "proto"),
    ("C++ & <b>", "c-b"), ("…", "section"), ("", "section"), ("  3.2 Ünïcode ", "3-2-ünïcode"),
    ("\" onclick=\u{301}x", "onclick-x"),
  ])
  func aHeadingBecomesLettersDigitsAndHyphens(heading: String, expected: String) {
    var names = AnchorNames()
    #expect(names.name(for: heading) == expected)
  }

  @Test func namesAreUnique() {
    var names = AnchorNames(taken: ["sgd"])
    let given = ["SGD", "a", "A!", "a-2", "a"].map { names.name(for: $0) }
    #expect(given == ["sgd-2", "a", "a-2", "a-2-2", "a-3"])
  }
}
