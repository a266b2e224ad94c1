import Numerals
import Transcript

/// Gives a number to the prose, which names it as `` `=experiment.name` ``. It shows nowhere else. Of
/// several numbers under one name the last one counts.
/// - Parameters:
///   - name: small letters and digits, with single hyphens between, such as `final-loss`
///   - value: the number; the prose says how it is written
public func publish(_ name: String, _ value: Double) {
  demandName(name, of: "publish")
  demand(tally.count(.values))
  emit(.value, PublishedValue(name: name, content: .number(value)).encoded())
}

/// Gives a whole number to the prose, which names it as `` `=experiment.name` ``.
/// - Parameters:
///   - name: small letters and digits, with single hyphens between
///   - value: the number
public func publish(_ name: String, _ value: Int) {
  guard let exact = Double(exactly: value) else { return publish(name, value.description) }
  publish(name, exact)
}

/// Gives a text to the prose, which names it as `` `=experiment.name` ``.
/// - Parameters:
///   - name: small letters and digits, with single hyphens between
///   - value: the text, one line
public func publish(_ name: String, _ value: String) {
  demandName(name, of: "publish")
  guard OutputText.isValid(value) else {
    refuse("publish", "the text must be one line of at most 500 bytes")
  }
  demand(tally.count(.values))
  emit(.value, PublishedValue(name: name, content: .text(value.withoutSignsOfNaN)).encoded())
}
