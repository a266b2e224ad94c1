import BookModel
import Charts
import Transcript

/// The first difference between two runs of one experiment, byte for byte.
package struct OutputDifference: CustomStringConvertible {
  /// The difference in words.
  package let description: String

  /// Compares cached outputs with those of a fresh run; nil when they are equal.
  package init?(remembered: [Output], fresh: [Output]) {
    for (index, (old, new)) in zip(remembered, fresh).enumerated() {
      guard Self.bytes(of: old) != Self.bytes(of: new) else { continue }
      let place = "output \(index + 1)"
      if case .text(let a) = old, case .text(let b) = new {
        description = "\(place): \(Self.words(a, b))"
      } else {
        description = "\(place): \(Self.kind(of: new)), where \(Self.kind(of: old)) was remembered"
      }
      return
    }
    if remembered.count == fresh.count { return nil }
    description = "\(fresh.count) outputs, where \(remembered.count) were remembered"
  }

  private static func words(_ old: String, _ new: String) -> String {
    let (a, b) = (
      old.split(separator: "\n", omittingEmptySubsequences: false),
      new.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(a, b).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let (was, now) = (line < a.count ? a[line] : "", line < b.count ? b[line] : "")
    return "line \(line + 1) is '\(now)', where '\(was)' was remembered"
  }

  private static func bytes(of output: Output) -> [UInt8] {
    switch output {
    case .text(let text): [0] + text.utf8
    case .chart(let chart): [1] + chart.encoded()
    case .table(let table): [2] + table.encoded()
    case .check(let check): [3] + check.encoded()
    case .value(let value): [4] + value.encoded()
    case .knob(let knob): [5] + knob.encoded()
    case .failure(let diagnostic): [6] + diagnostic.message.utf8
    }
  }

  private static func kind(of output: Output) -> String {
    switch output {
    case .text(let text): "the text '\(text.prefix(60))'"
    case .chart(let chart): "a chart '\(chart.title)' with other data"
    case .table: "a table with other contents"
    case .check(let check): "the claim '\(check.claim)' that \(check.holds ? "holds" : "fails")"
    case .value(let value): "another value '\(value.name)'"
    case .knob(let knob): "a knob '\(knob.name)'"
    case .failure(let diagnostic): "the failure '\(diagnostic.message)'"
    }
  }
}
