import BookModel
import Numerals
import Transcript

/// A knob for a page: its name, its values, the one that it has.
struct KnobDescription: Codable, Equatable, Sendable {
  var name: String
  /// `real`, `integer` or `choice`.
  var kind: String
  var low: Double
  var high: Double
  /// The values as they are written on the command line.
  var standard: String
  var value: String
  /// The names of a choice; empty for numbers.
  var choices: [String]

  init(_ knob: Knob) {
    (name, low, high) = (knob.name, knob.range.lowerBound, knob.range.upperBound)
    switch knob.kind {
    case .real: (kind, choices) = ("real", [])
    case .integer: (kind, choices) = ("integer", [])
    case .choice(let names): (kind, choices) = ("choice", names)
    }
    func text(_ value: Double) -> String {
      if case .choice(let names) = knob.kind { return names[Int(value)] }
      return NumberFormat.shortest.text(value)
    }
    (standard, value) = (text(knob.standard), text(knob.value))
  }
}
