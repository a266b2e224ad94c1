import Testing

@testable import Execution

@Suite struct ExperimentEntryTests {
  private let entry = ExperimentEntry(
    transcript: [0, 1, 2, 255], standardError: "oh",
    warnings: [
      .init(severity: .warning, position: .init(line: 3, column: 4), message: "será")
    ],
    failure: .init(
      message: "trapped", hint: "look",
      notes: [.init(position: .init(line: 7, column: 9), message: "called")]))

  @Test("An entry is read back as it was written")
  func roundTrip() {
    #expect(ExperimentEntry(decoding: entry.encoded(as: "a"), as: "a") == entry)
  }

  @Test("An entry that stands under another one's name is noticed")
  func swapped() {
    #expect(ExperimentEntry(decoding: entry.encoded(as: "a"), as: "b") == nil)
  }

  @Test("No flipped bit and no missing or added byte goes unnoticed")
  func damage() {
    let bytes = entry.encoded(as: "a")
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        #expect(ExperimentEntry(decoding: flipped, as: "a") == nil, "byte \(index), bit \(bit)")
      }
      #expect(ExperimentEntry(decoding: Array(bytes[..<index]), as: "a") == nil, "cut at \(index)")
    }
    #expect(ExperimentEntry(decoding: bytes + [0], as: "a") == nil)
  }
}
