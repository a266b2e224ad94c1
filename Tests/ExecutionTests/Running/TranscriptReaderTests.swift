import BookModel
import Charts
import Testing

@testable import Execution

@Suite struct TranscriptReaderTests {
  private func record(_ kind: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0, kind, UInt8(payload.count & 255), UInt8(payload.count >> 8), 0, 0] + payload
  }

  @Test("Neighbouring texts are one item, and charts stand between them")
  func order() {
    let chart = Chart(title: "A")
    let bytes =
      record(1, Array("a\n".utf8)) + Array("raw\n".utf8) + record(2, chart.encoded())
      + record(1, Array("b\n".utf8)) + record(3, Array("shapes".utf8))
    let reader = TranscriptReader(bytes)
    #expect(reader.outputs == [.text("a\nraw\n"), .chart(chart), .text("b\n")])
    #expect(reader.fault == "shapes")
  }

  @Test("Unknown kinds, broken charts and missing ends become a text that says so")
  func damage() {
    #expect(
      TranscriptReader(record(9, [1])).outputs
        == [.text("[damaged output: a record of the unknown kind 9]\n")])
    #expect(
      TranscriptReader([65] + record(2, [1, 2])).outputs
        == [.text("A\n[damaged output: a chart that cannot be read]\n")])
    #expect(
      TranscriptReader(record(1, [65, 66]).dropLast()).outputs
        == [.text("[damaged output: the output ends in the middle of a record]\n")])
    #expect(TranscriptReader(record(1, [65]) + [0, 1], isCut: true).outputs == [.text("A")])
  }

  @Test("Bytes that are not UTF-8 are shown as markers")
  func invalidText() {
    #expect(TranscriptReader(record(1, [65, 0xFF, 66])).outputs == [.text("A\u{FFFD}B")])
  }

  @Test("No stream of bytes makes the reader fail")
  func anything() {
    var state: UInt64 = 1
    for _ in 0..<2000 {
      let bytes = (0..<24).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return UInt8(truncatingIfNeeded: state >> 60)
      }
      _ = TranscriptReader(bytes)
    }
  }
}

extension TranscriptReader {
  fileprivate init(_ bytes: ArraySlice<UInt8>) { self.init(Array(bytes)) }
}
