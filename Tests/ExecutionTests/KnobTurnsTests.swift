import Testing
import Transcript

@testable import Execution

@Suite struct KnobTurnsTests {
  private let knobs = [
    Knob(name: "learning-rate", kind: .real, range: 0.001...2, standard: 0.2, value: 0.2),
    Knob(name: "batch-size", kind: .integer, range: 1...1000, standard: 10, value: 10),
    Knob(
      name: "decay", kind: .choice(["step", "exponential"]), range: 0...1, standard: 0, value: 0),
  ]

  @Test("Turned knobs are settings, except those that are turned to their default")
  func settings() {
    let turns = KnobTurns(
      wanted: ["learning-rate": "5e-1", "batch-size": "10", "decay": "exponential", "x": "1"])
    #expect(turns.settings(for: knobs) == ["learning-rate": 0.5, "decay": 1])
  }

  @Test(
    "A value that a knob cannot have is an error that says what it can have",
    arguments: [
      ("learning-rate", "5", "found learning-rate=5, expected a number from 0.001 to 2"),
      ("learning-rate", "nan", "found learning-rate=nan, expected a number from 0.001 to 2"),
      ("learning-rate", "", "found learning-rate=, expected a number from 0.001 to 2"),
      ("batch-size", "1.5", "found batch-size=1.5, expected a whole number from 1 to 1000"),
      ("decay", "stop", "found decay=stop, expected one of step, exponential"),
      ("batchsize", "1", "no experiment of this chapter reads a knob 'batchsize'"),
    ])
  func errors(name: String, text: String, message: String) {
    let turns = KnobTurns(wanted: [name: text])
    #expect(turns.settings(for: knobs).isEmpty)
    #expect(turns.findings(among: knobs).map(\.message) == [message])
    #expect(turns.findings(among: knobs).allSatisfy { $0.hint != nil })
  }

  @Test("A value that only some of the knobs of a name can have turns those, and warns of the rest")
  func partly() {
    let wide = Knob(
      name: "learning-rate", kind: .real, range: 0.5...6, standard: 3, value: 3)
    let turns = KnobTurns(wanted: ["learning-rate": "5"])
    #expect(turns.settings(for: [wide]) == ["learning-rate": 5])
    let findings = turns.findings(among: knobs + [wide])
    #expect(findings.map(\.severity) == [.warning])
    #expect(
      findings.map(\.message) == [
        "learning-rate=5 is not for all experiments: one expects a number from 0.001 to 2, and keeps 0.2"
      ])
  }
}
