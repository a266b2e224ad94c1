import Charts
import Outputs
import Testing
import Transcript

@testable import OutputViews

@Suite struct LiveRedrawTests {
  private static func record(_ kind: RecordKind, _ payload: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(0 as UInt8)
    writer.write(kind.rawValue)
    writer.write(UInt32(payload.count))
    return writer.bytes + payload
  }

  private static let transcript: [UInt8] = {
    let knob = Knob(name: "rate", kind: .real, range: 0...1, standard: 0.2, value: 0.5)
    let chart = Chart(
      title: "It's \"down\"", x: Axis(label: "epoch"), y: Axis(label: "loss"),
      marks: [.line(LineMark(x: [0, 1, 2], y: [10, 1, 0.5]))])
    let place = CheckRecord.Place(line: 3, column: 1)
    let value = PublishedValue(name: "floor", content: .number(-4.8941e-05))
    return record(.begin, []) + record(.knob, knob.encoded()) + record(.text, Array("a\n".utf8))
      + record(.chart, chart.encoded()) + record(.chart, chart.encoded())
      + record(.table, Table(columns: ["n"], rows: [["1"]], caption: "<c>").encoded())
      + record(.check, CheckRecord(place: place, holds: true, claim: "it's so").encoded())
      + record(.value, value.encoded()) + record(.text, Array("b\n".utf8)) + record(.end, [])
  }()

  private static func pieces(_ input: String) -> (html: [UInt8: String], values: [String]) {
    var html: [UInt8: String] = [:]
    var values: [String] = []
    LiveRedraw(transcript: transcript, input: Array(input.utf8)).send { kind, bytes in
      switch kind {
      case .output:
        #expect(bytes[1..<4] == [0, 0, 0])
        html[bytes[0]] = String(decoding: bytes[4...], as: UTF8.self)
      case .value: values.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    return (html, values)
  }

  @Test("Each output comes at its place, with the numbers and names of the page")
  func outputs() throws {
    let html = Self.pieces(
      """
      rate=3fe0000000000000
      show language=en
      show block=4
      show anchor=descent
      show figures=2 3.
      show tables=5 3.

      """
    ).html
    #expect(html.keys.sorted() == [0, 1, 2, 3, 4, 5, 7])
    #expect(try #require(html[0]).contains("(from 0 to 1; usually 0.2)"))
    #expect(html[1] == "<pre class=\"printed\">a\n</pre>\n")
    let figure = try #require(html[2])
    #expect(figure.contains("<figure id=\"descent_1-figure\">"))
    #expect(figure.contains("<span class=\"number\">Figure 3.2</span>"))
    #expect(figure.contains("It’s “down”"))
    #expect(try #require(html[3]).contains("<span class=\"number\">Figure 3.3</span>"))
    #expect(
      try #require(html[4]).contains(
        "<caption><span class=\"number\">Table 3.5</span> &lt;c&gt;</caption>"))
    #expect(try #require(html[5]).contains("Checked:</span> it’s so"))
    #expect(html[7] == "<pre class=\"printed\">b\n</pre>\n")
  }

  @Test("The page's language is that of the words; what the page does not say has a default")
  func language() throws {
    #expect(try #require(Self.pieces("show language=zh\n").html[2]).contains("图 1</span>"))
    #expect(try #require(Self.pieces("").html[2]).contains("Figure 1</span>"))
  }

  @Test("Values come as the prose asked for them, and none that was not published")
  func values() {
    #expect(
      Self.pieces(
        "show value=floor %.1e\nshow value=floor \nshow value=none \nshow value=floor %.3f\n"
      ).values == [
        "floor %.1e\n−4.9 · 10⁻⁵".replacing(" · ", with: "\u{A0}·\u{A0}"),
        "floor \n−4.89 · 10⁻⁵".replacing(" · ", with: "\u{A0}·\u{A0}"), "floor %.3f\n−0.000",
      ])
  }

  @Test("Lines of any kind and bytes that are no transcript stop nothing")
  func damage() {
    let redraw = LiveRedraw(
      transcript: [0, 2, 255, 255, 255, 255, 7],
      input: Array("show\nshow =\nshow figures=x y\nshow value=\nshow block=-\n\n=\u{FF}".utf8))
    var count = 0
    redraw.send { _, _ in count += 1 }
    #expect(count == 1)
  }
}
