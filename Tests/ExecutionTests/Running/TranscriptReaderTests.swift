import BookModel
import Charts
import Synchronization
import Testing
import Transcript

@testable import Execution

@Suite struct TranscriptReaderTests {
  private func record(_ kind: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0, kind] + (0..<4).map { UInt8(payload.count >> (8 * $0) & 255) } + payload
  }

  private func check(_ claim: String?, line: Int = 3, holds: Bool = true) -> [UInt8] {
    record(
      4, CheckRecord(place: .init(line: line, column: 1), holds: holds, claim: claim).encoded())
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

  @Test("Warnings are no output, and only the first ones are kept")
  func warnings() {
    let warning = WarningRecord(line: 3, column: 7, message: "step: a mean already")
    var bytes = record(1, [65]) + record(12, warning.encoded()) + record(1, [66])
    #expect(TranscriptReader(bytes).warnings == [warning])
    #expect(TranscriptReader(bytes).outputs == [.text("AB")])
    for _ in 0..<30 { bytes += record(12, warning.encoded()) }
    #expect(TranscriptReader(bytes).warnings.count == 20)
    #expect(
      IslandDiagnostic(warning)
        == IslandDiagnostic(
          severity: .warning, position: .init(line: 3, column: 7),
          message: "step: a mean already"))
  }

  @Test("The beginning and the end are known, and neither is an output")
  func ends() {
    let (begin, end) = (record(10, []), record(11, []))
    let whole = TranscriptReader(begin + record(1, [65]) + end)
    #expect(whole.hasBegun && whole.hasEnded)
    #expect(whole.outputs == [.text("A")])
    let cut = TranscriptReader(begin + record(1, [65]))
    #expect(cut.hasBegun && !cut.hasEnded)
    #expect(!TranscriptReader(record(1, [65])).hasBegun)
  }

  @Test("Claims, values, knobs and tables are read; progress is no output; a knob counts once")
  func descriptions() {
    let knob = Knob(name: "rate", kind: .real, range: 0...1, standard: 0.5, value: 0.25)
    let check = Check(claim: "it falls", failure: .init(line: 3, column: 1))
    let value = PublishedValue(name: "floor", content: .number(-0.0))
    let table = Table(columns: ["a"], rows: [["1"]], caption: "c")
    let bytes =
      record(6, knob.encoded()) + record(6, knob.encoded()) + record(1, [65])
      + record(5, value.encoded()) + record(1, [66]) + record(8, [0, 0, 0, 0, 0, 0, 0, 0])
      + self.check("it falls", holds: false) + record(7, table.encoded())
    let reader = TranscriptReader(bytes)
    #expect(
      reader.outputs == [.knob(knob), .value(value), .text("AB"), .check(check), .table(table)])
    #expect(reader.damage == nil)
  }

  @Test("No damage to a record crashes the reader, and none goes unnoticed that it can see")
  func fuzz() {
    let whole =
      check("x", holds: false)
      + record(
        6,
        Knob(name: "k", kind: .choice(["a", "b"]), range: 0...1, standard: 0, value: 1).encoded())
      + record(5, PublishedValue(name: "n", content: .text("t")).encoded())
      + record(7, Table(columns: ["a"], rows: [["1"], ["2"]]).encoded())
    #expect(TranscriptReader(whole).outputs.count == 4)
    for index in whole.indices {
      for byte: UInt8 in [0, 1, 2, 7, 127, 255] {
        var broken = whole
        broken[index] = byte
        let reader = TranscriptReader(broken)
        #expect(reader.outputs.count <= 8)
      }
      #expect(TranscriptReader(Array(whole[..<index]), isCut: true).outputs.count <= 4)
    }
    #expect(TranscriptReader(record(4, [1])).damage == "a check that cannot be read")
    #expect(TranscriptReader(record(6, [1])).damage == "a knob that cannot be read")
  }

  @Test("Progress is seen while the stream is written, however it is cut into pieces")
  func progress() {
    var writer = ByteWriter()
    writer.write(0.25)
    let stream =
      Array("text".utf8) + record(1, [0, 8, 8, 0]) + record(8, writer.bytes) + [65]
      + record(8, writer.bytes)
    for size in 1...stream.count {
      let seen = Mutex<[Double]>([])
      let watch = ProgressWatch { fraction in seen.withLock { $0.append(fraction) } }
      var rest = stream[...]
      while !rest.isEmpty {
        watch.take(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }
      let fractions = seen.withLock { $0 }
      #expect((1...2).contains(fractions.count) && fractions.allSatisfy { $0 == 0.25 }, "\(size)")
    }
  }

  @Test("Unknown kinds, broken charts and missing ends become a text that says so")
  func damage() {
    #expect(
      TranscriptReader(record(99, [1])).outputs
        == [.text("[damaged output: a record of the unknown kind 99]\n")])
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
