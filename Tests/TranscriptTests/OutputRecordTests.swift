import Testing
import Transcript

@Suite struct OutputRecordTests {
  @Test(arguments: [
    CheckRecord(place: .init(line: 1, column: 1), holds: true, claim: "the loss falls"),
    CheckRecord(place: .init(line: 41, column: 3), holds: false, claim: "损失下降"),
    CheckRecord(place: .init(line: 100_000_000, column: 7), holds: true, claim: nil),
  ])
  func aCheckIsReadBack(check: CheckRecord) throws {
    #expect(try CheckRecord(decoding: check.encoded()) == check)
  }

  @Test(arguments: [0, 100_000_001])
  func aCheckAtNoPossibleLineIsMalformed(line: Int) {
    let check = CheckRecord(place: .init(line: line, column: 1), holds: true, claim: "a")
    #expect(throws: ByteReadingError.malformed) { try CheckRecord(decoding: check.encoded()) }
  }

  @Test("A check with a flag of no meaning is malformed")
  func unknownFlag() {
    var bytes = CheckRecord(place: .init(line: 1, column: 1), holds: true, claim: "a").encoded()
    bytes[0] |= 4
    #expect(throws: ByteReadingError.malformed) { try CheckRecord(decoding: bytes) }
  }

  @Test func aWarningIsReadBackAndHasALineOfText() throws {
    let warning = WarningRecord(line: 41, column: 3, message: "step: a mean already, 已经")
    #expect(try WarningRecord(decoding: warning.encoded()) == warning)
    for wrong in [
      WarningRecord(line: 0, column: 3, message: "a"), .init(line: 4, column: 0, message: "a"),
      .init(line: 4, column: 3, message: "a\nb"),
    ] {
      #expect(throws: ByteReadingError.malformed) {
        try WarningRecord(decoding: wrong.encoded())
      }
    }
  }

  @Test(arguments: [
    PublishedValue(name: "final-loss", content: .number(-0.1)),
    PublishedValue(name: "n", content: .text("a <b>")),
  ])
  func aPublishedValueIsReadBack(value: PublishedValue) throws {
    #expect(try PublishedValue(decoding: value.encoded()) == value)
  }

  @Test(arguments: [
    Knob(name: "rate", kind: .real, range: 0.001...2, standard: 0.2, value: 0.5),
    Knob(name: "size", kind: .integer, range: 1...9, standard: 2, value: 3),
    Knob(name: "how", kind: .choice(["a", "b"]), range: 0...1, standard: 0, value: 1),
  ])
  func aKnobIsReadBack(knob: Knob) throws {
    #expect(try Knob(decoding: knob.encoded()) == knob)
  }

  @Test(arguments: [
    Knob(name: "Rate", kind: .real, range: 0...1, standard: 0, value: 0),
    Knob(name: "rate", kind: .real, range: 0...1, standard: 2, value: 0),
    Knob(name: "rate", kind: .real, range: 0...1, standard: 0, value: .nan),
    Knob(name: "rate", kind: .real, range: 0...(.infinity), standard: 0, value: 0),
    Knob(name: "size", kind: .integer, range: 0...1, standard: 0.5, value: 0),
    Knob(name: "how", kind: .choice([]), range: 0...1, standard: 0, value: 0),
    Knob(name: "how", kind: .choice(["a"]), range: 0...1, standard: 0, value: 0),
  ])
  func aKnobWhosePartsDoNotGoTogetherIsMalformed(knob: Knob) {
    #expect(throws: ByteReadingError.malformed) { try Knob(decoding: knob.encoded()) }
  }

  @Test("A knob has at most 50 choices")
  func choices() {
    let knobs = [50, 51].map { count in
      Knob(
        name: "how", kind: .choice((1...count).map { "n\($0)" }), range: 0...Double(count - 1),
        standard: 0, value: 1)
    }
    #expect(knobs.map(\.isValid) == [true, false])
  }

  @Test(arguments: ["", "A", "1a", "-a", "a-", "a--b", "a.b", "a b", "é"])
  func aNameIsOfSmallLettersDigitsAndSingleHyphens(name: String) {
    #expect(!OutputName.isValid(name))
    #expect(OutputName.isValid("sgd-batch-1"))
    #expect(!OutputName.isValid(String(repeating: "a", count: 65)))
  }

  @Test(arguments: ["two\nlines", "\u{1B}[0m", String(repeating: "a", count: 501)])
  func aTextIsOneBoundedLine(text: String) {
    #expect(throws: ByteReadingError.malformed) {
      try CheckRecord(
        decoding: CheckRecord(place: .init(line: 1, column: 1), holds: true, claim: text)
          .encoded())
    }
    #expect(throws: ByteReadingError.malformed) {
      try PublishedValue(
        decoding: PublishedValue(name: "a", content: .text(text)).encoded())
    }
  }
}
