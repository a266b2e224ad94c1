import Testing
import Transcript

@Suite struct LocalTypeNamesTests {
  @Test(
    "A name loses the addresses and the module in front of it, and everything else stays",
    arguments: [
      ("chapter.(unknown context at $5581c0de1294).Point(x: 1)", "Point(x: 1)"),
      (
        "[chapter.(unknown context at $1).(unknown context at $2).P, (unknown context at $3).Q]",
        "[P, Q]"
      ),
      ("chapter.Point and (unknown context", "chapter.Point and (unknown context"),
      ("cut (unknown context at $12", "cut (unknown context at $12"),
      ("chapter.(unknown context at $1)", ""), ("", ""), ("(é)", "(é)"),
    ])
  func shortened(text: String, expected: String) {
    #expect(LocalTypeNames.shortened(text) == expected)
    #expect(LocalTypeNames.shortened(Array(text.utf8)) == Array(expected.utf8))
    var writer = ByteWriter()
    writer.write(text)
    #expect(writer.bytes.dropFirst(4).elementsEqual(expected.utf8))
  }
}
