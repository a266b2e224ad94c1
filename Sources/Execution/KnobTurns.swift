import BookModel
import Numerals
import Transcript

/// The knobs that were turned on the command line, as written there.
struct KnobTurns: Sendable {
  /// The values by the knobs' names.
  let wanted: [String: String]

  /// Returns the settings for an experiment with the given knobs: the turned ones among them,
  /// except those turned to their default.
  func settings(for knobs: [Knob]) -> [String: Double] {
    var settings: [String: Double] = [:]
    for knob in knobs {
      if let value = value(for: knob), value != knob.standard { settings[knob.name] = value }
    }
    return settings
  }

  /// Returns the errors in the turns, given all knobs of the chapter. A value that some of the knobs of
  /// a name can have, and others cannot, is a warning.
  func findings(among knobs: [Knob]) -> [Diagnostic] {
    wanted.sorted { $0.key < $1.key }.flatMap { name, text -> [Diagnostic] in
      let meant = knobs.filter { $0.name == name }
      if meant.isEmpty {
        return [ExecutionWording.unknownKnob(name, known: Set(knobs.map(\.name)).sorted())]
      }
      let refusing = meant.filter { value(for: $0) == nil }
      let word =
        refusing.count < meant.count
        ? ExecutionWording.keptDefault : ExecutionWording.wrongSetting
      return Set(refusing.map { word(text, $0) }).sorted { $0.message < $1.message }
    }
  }

  /// Returns the value to which a knob is turned; nil when it is not turned, or cannot have the
  /// value.
  private func value(for knob: Knob) -> Double? {
    guard let text = wanted[knob.name] else { return nil }
    if case .choice(let names) = knob.kind { return names.firstIndex(of: text).map(Double.init) }
    return Double(text).flatMap { knob.allows($0) ? $0 : nil }
  }
}

extension Knob {
  /// The default as it would be written on the command line.
  var standardText: String {
    if case .choice(let names) = kind { return names[Int(standard)] }
    return NumberFormat.shortest.text(standard)
  }

  /// The allowed values in words.
  var expectation: String {
    let number = NumberFormat.shortest
    let (low, high) = (number.text(range.lowerBound), number.text(range.upperBound))
    switch kind {
    case .real: return "a number from \(low) to \(high)"
    case .integer: return "a whole number from \(low) to \(high)"
    case .choice(let names): return "one of \(names.joined(separator: ", "))"
    }
  }
}
