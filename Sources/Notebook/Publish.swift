import Numerals
import Transcript

/// Publishes a number for the prose, which refers to it as `` `=experiment.name` ``. It is not
/// shown anywhere else. Of several numbers with one name the last one counts.
/// - Parameters:
///   - name: lower-case letters and digits, with single hyphens between them, such as `final-loss`
///   - value: the number; its format is given in the prose
public func publish(_ name: String, _ value: Double) {
  demandName(name, of: "publish")
  demand(tally.count(.values))
  emit(.value, PublishedValue(name: name, content: .number(value)).encoded())
}

/// Publishes an integer for the prose, which refers to it as `` `=experiment.name` ``.
/// - Parameters:
///   - name: lower-case letters and digits, with single hyphens between them
///   - value: the number
public func publish(_ name: String, _ value: Int) {
  guard let exact = Double(exactly: value) else { return publish(name, value.description) }
  publish(name, exact)
}

/// Publishes a text for the prose, which refers to it as `` `=experiment.name` ``.
/// - Parameters:
///   - name: lower-case letters and digits, with single hyphens between them
///   - value: the text, one line
public func publish(_ name: String, _ value: String) {
  demandName(name, of: "publish")
  guard OutputText.isValid(value) else {
    refuse("publish", "the text must be one line of at most 500 bytes")
  }
  demand(tally.count(.values))
  emit(.value, PublishedValue(name: name, content: .text(value.withoutSignsOfNaN)).encoded())
}
