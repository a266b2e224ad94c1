import BookModel
import Transcript

/// The settings of knobs at which an experiment is tried.
enum TriedSettings {
  /// The shares of a knob's range that are tried; each knob begins with another one.
  private static let shares = [0.35, 0.8, 0.1]

  /// Returns the settings beside the defaults: three when there are knobs, else none. Each gives the
  /// knobs that are not at their defaults. They depend on nothing but the knobs.
  static func settings(of knobs: [Knob]) -> [[String: Double]] {
    if knobs.isEmpty { return [] }
    return shares.indices.map { round in
      var settings: [String: Double] = [:]
      for (place, knob) in knobs.enumerated() {
        let value = value(of: knob, share: shares[(round + place) % shares.count], round)
        if value != knob.standard { settings[knob.name] = value }
      }
      return settings
    }
  }

  private static func value(of knob: Knob, share: Double, _ round: Int) -> Double {
    let (low, high) = (knob.range.lowerBound, knob.range.upperBound)
    switch knob.kind {
    case .choice(let names): return Double((Int(knob.standard) + round + 1) % names.count)
    case .integer: return (low + share * (high - low)).rounded()
    case .real: return low + share * (high - low)
    }
  }
}

/// Settings of knobs as bytes and in words.
enum SettingsText {
  /// Returns the settings as an experiment reads them in a page: a line for each knob, with the bits of its
  /// value in hexadecimal digits.
  static func input(_ settings: [String: Double]) -> String {
    settings.sorted { $0.key < $1.key }.map { name, value in
      let digits = String(value.bitPattern, radix: 16)
      return name + "=" + String(repeating: "0", count: 16 - digits.count) + digits + "\n"
    }.joined()
  }

  /// Returns the settings in words, such as ` with rate = 0.3`; nothing for the defaults.
  static func words(_ settings: [String: Double]) -> String {
    if settings.isEmpty { return "" }
    return " with "
      + settings.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      .joined(separator: ", ")
  }
}
