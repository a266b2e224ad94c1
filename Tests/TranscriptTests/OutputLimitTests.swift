import Testing
import Transcript

@Suite struct OutputLimitTests {
  @Test(arguments: OutputLimit.allCases)
  func theLargestAllowedNumberIsAllowedAndTheNextIsNot(limit: OutputLimit) {
    #expect(OutputExcess.of(limit.maximum, limit) == nil)
    #expect(OutputExcess.of(limit.maximum + 1, limit)?.found == limit.maximum + 1)

    var tally = OutputTally()
    #expect(tally.count(limit, by: limit.maximum - 1) == nil)
    #expect(tally.count(limit) == nil)
    #expect(tally.count(limit) == OutputExcess(limit))
    #expect(tally.count(limit, by: .max) == OutputExcess(limit))
  }

  @Test func limitsAreCountedApart() {
    var tally = OutputTally()
    for limit in OutputLimit.allCases { #expect(tally.count(limit, by: limit.maximum) == nil) }
    for limit in OutputLimit.allCases { #expect(tally.count(limit) != nil) }
  }

  @Test(arguments: OutputLimit.allCases)
  func anExcessIsReadBack(limit: OutputLimit) throws {
    for excess in [OutputExcess(limit), OutputExcess(limit, found: limit.maximum + 1)] {
      #expect(try OutputExcess(decoding: excess.encoded()) == excess)
    }
    let allowed = OutputExcess(limit, found: limit.maximum).encoded()
    #expect(throws: ByteReadingError.malformed) { try OutputExcess(decoding: allowed) }
  }

  @Test func anUnknownLimitIsMalformed() {
    #expect(throws: ByteReadingError.malformed) { try OutputExcess(decoding: [0, 0, 0, 0, 0]) }
    #expect(throws: ByteReadingError.malformed) { try OutputExcess(decoding: [99, 0, 0, 0, 0]) }
    #expect(throws: ByteReadingError.truncated) { try OutputExcess(decoding: [1, 0]) }
  }

  @Test func aLineIsCountedAcrossTextsAndEndsAtANewline() {
    var tally = OutputTally()
    let half = [UInt8](repeating: 65, count: OutputLimit.line.maximum / 2)
    #expect(tally.count(text: half).excess == nil)
    #expect(tally.count(text: half + [10]).excess == nil)
    #expect(tally.count(text: half + half).excess == nil)
    let (allowed, excess) = tally.count(text: [65, 10])
    #expect(allowed == 0 && excess == OutputExcess(.line))
  }

  @Test func textEndsAtTheLimitAndNotWithinACharacter() {
    let line = [UInt8](repeating: 65, count: 99) + [10]
    let most = OutputLimit.text.maximum
    var tally = OutputTally()
    for _ in 0..<(most / 100 - 1) { #expect(tally.count(text: line).excess == nil) }
    var exact = tally
    #expect(exact.count(text: line).excess == nil)
    #expect(exact.count(text: [65]) == (0, OutputExcess(.text)))
    let (allowed, excess) = tally.count(text: line.dropLast() + "损".utf8)
    #expect(allowed == 99 && excess == OutputExcess(.text))
  }
}

private func == (a: (allowed: Int, excess: OutputExcess?), b: (Int, OutputExcess?)) -> Bool {
  a.allowed == b.0 && a.excess == b.1
}
