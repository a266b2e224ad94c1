/// The ranges that optimizers' settings have to keep. Each is checked once, when a rule is made; a
/// fault names the rule, the setting and its value. Nan keeps no range.
enum Settings {
  /// A fault if a setting is nan or negative.
  static func requireNotNegative(_ rule: String, _ setting: String, _ value: Double) {
    if value.isNaN { fault(rule, "the \(setting) \(value) is not a number") }
    if value < 0 { fault(rule, "the \(setting) \(value) is negative; expected at least 0") }
  }

  /// A fault if η is nan or negative.
  static func requireLearningRate(_ rule: String, _ value: Double) {
    if value.isNaN { fault(rule, "the learning rate \(value) is not a number") }
    if value < 0 { fault(rule, "the learning rate \(value) is negative") }
  }

  /// A fault unless 0 ≤ value < 1, as the share of a running mean that stays must be.
  static func requireShare(_ rule: String, _ setting: String, _ value: Double) {
    if !(value >= 0 && value < 1) {
      fault(rule, "\(setting) \(value) is outside of 0 to 1; expected at least 0 and below 1")
    }
  }

  /// A fault unless both are at least 0 and below 1.
  static func requireShares(_ rule: String, _ betas: (Double, Double)) {
    requireShare(rule, "the first beta", betas.0)
    requireShare(rule, "the second beta", betas.1)
  }
}
