import Testing

@testable import Execution

@Suite struct ExperimentEntryTests {
  private let entry = ExperimentEntry(
    transcript: [0, 1, 2, 255],
    warnings: [.init(blocksAbove: 1, line: 3, column: 4, text: "será")],
    failure: .init(
      message: .init(blocksAbove: 0, line: 2, column: 0, text: "trapped"), hint: "look",
      notes: [.init(blocksAbove: 1, line: 0, column: 9, text: "called")]))

  @Test("An entry is read back as it was written")
  func roundTrip() {
    #expect(ExperimentEntry(decoding: entry.encoded()) == entry)
  }

  @Test("No flipped bit and no missing or added byte goes unnoticed")
  func damage() {
    let bytes = entry.encoded()
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        #expect(ExperimentEntry(decoding: flipped) == nil, "byte \(index), bit \(bit)")
      }
      #expect(ExperimentEntry(decoding: Array(bytes[..<index])) == nil, "cut at \(index)")
    }
    #expect(ExperimentEntry(decoding: bytes + [0]) == nil)
  }
}
