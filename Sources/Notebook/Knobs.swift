import Transcript

/// A number that can be turned without editing the experiment:
/// `let rate = knob("learning-rate", default: 0.2, in: 0.001...2)`.
/// - Parameters:
///   - name: lower-case letters and digits, with single hyphens between them; identifies the knob
///   - standard: the default value, within the range
///   - range: the smallest and the largest value, both finite
/// - Returns: the current value.
public func knob(_ name: String, default standard: Double, in range: ClosedRange<Double>) -> Double
{
  turn(Knob(name: name, kind: .real, range: range, standard: standard, value: standard))
}

/// An integer that can be turned without editing the experiment:
/// `let size = knob("batch-size", default: 10, in: 1...1000)`.
/// - Parameters:
///   - name: lower-case letters and digits, with single hyphens between them; identifies the knob
///   - standard: the default value, within the range
///   - range: the smallest and the largest value
/// - Returns: the current value.
public func knob(_ name: String, default standard: Int, in range: ClosedRange<Int>) -> Int {
  // Knobs are set to numbers in double precision, which has no odd ones beyond.
  let most: Int64 = 9_007_199_254_740_992
  if Int64(range.lowerBound) < -most || Int64(range.upperBound) > most {
    refuse("knob", "the range of '" + name + "' must lie within -2⁵³ to 2⁵³")
  }
  let bounds = Double(range.lowerBound)...Double(range.upperBound)
  let value = Double(standard)
  let turned = turn(
    Knob(name: name, kind: .integer, range: bounds, standard: value, value: value))
  return Int(exactly: turned) ?? standard
}

/// A choice between names that can be turned without editing the experiment:
/// `let how = knob("decay", default: "step", of: ["step", "exponential"])`.
/// - Parameters:
///   - name: lower-case letters and digits, with single hyphens between them; identifies the knob
///   - standard: the default choice
///   - choices: the names to choose from, at most 50
/// - Returns: the current choice.
public func knob(_ name: String, default standard: String, of choices: [String]) -> String {
  guard let index = choices.firstIndex(of: standard) else {
    refuse("knob", "the default '" + standard + "' of '" + name + "' is none of its choices")
  }
  let value = Double(index)
  let turned = turn(
    Knob(
      name: name, kind: .choice(choices), range: 0...Double(choices.count - 1), standard: value,
      value: value))
  return choices[Int(exactly: turned) ?? index]
}

/// The knobs that have been reported, so that a knob read in a loop is reported once. A block runs
/// on one thread.
private nonisolated(unsafe) var knownKnobs: [Knob] = []

/// Returns the current value of a knob, and reports the knob.
private func turn(_ knob: Knob) -> Double {
  demandName(knob.name, of: "knob")
  if case .choice(let names) = knob.kind,
    !names.allSatisfy({ !$0.isEmpty && OutputText.isValid($0) })
  {
    refuse(
      "knob",
      "a choice of '" + knob.name + "' is empty, or has characters that cannot be shown on one line"
    )
  }
  guard knob.isValid else {
    refuse(
      "knob",
      "the default of '" + knob.name + "' must lie within its range, and the range must be finite")
  }
  var turned = knob
  turned.value = setting(of: knob)
  guard turned.isValid else {
    refuse("knob", "'" + knob.name + "' is set to a value that it cannot have")
  }
  if !knownKnobs.contains(turned) {
    if knownKnobs.contains(where: { $0.name == knob.name }) {
      refuse(
        "knob", "two knobs named '" + knob.name + "' differ in their default, range or choices")
    }
    demand(tally.count(.knobs))
    knownKnobs.append(turned)
    emit(.knob, turned.encoded())
  }
  return turned.value
}

#if hasFeature(Embedded)
  /// Asks the host for the value of a knob: a number, or the index of a choice. For a knob that it
  /// does not know, the host returns `standard`.
  @_extern(c, "gradbook_knob")
  private func hostKnob(_ name: UnsafePointer<UInt8>?, _ count: UInt32, _ standard: Double)
    -> Double

  private func setting(of knob: Knob) -> Double {
    [UInt8](knob.name.utf8).withUnsafeBufferPointer {
      hostKnob($0.baseAddress, UInt32($0.count), knob.standard)
    }
  }
#else
  /// Returns the value in the program's arguments, in which Gradbook writes `name=number` before
  /// the experiment's id; a choice is written as its index.
  private func setting(of knob: Knob) -> Double {
    let mark = [UInt8]((knob.name + "=").utf8)
    for argument in CommandLine.arguments.dropFirst()
    where argument.utf8.starts(with: mark) {
      return Double(String(Substring(argument.utf8.dropFirst(mark.count)))) ?? .nan
    }
    return knob.standard
  }
#endif
