import BookModel
import Transcript

/// The messages for everything that can fail between a chapter and its outputs.
enum ExecutionWording {
  static func sourceLocationDirective(_ directive: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range, "'\(directive)' cannot stand in a block that runs",
      hint: "remove it: Gradbook itself gives every line its place in the chapter")
  }

  static func sectionAttribute(_ attribute: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range, "'\(attribute)' cannot stand in a block that runs",
      hint: "remove it: where a value lies in the program is Gradbook's business")
  }

  static func reservedName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range, "'\(name)' cannot be used in a block that runs",
      hint:
        "choose another name: those that begin with 'gradbook', and 'startNotebook', belong to the"
        + " program around the blocks")
  }

  /// The failure of an experiment that does not run because a setup block above it has an error.
  static func setupFailed(_ experiment: SourceRange, setup: SourceRange) -> Diagnostic {
    Diagnostic(
      at: experiment,
      "not run, because the setup block at line \(setup.start.line) has an error",
      hint: "correct the setup block first",
      notes: [.init(range: setup, message: "the setup block")])
  }

  /// The note on a setup block's fault that lists the experiments which it stops.
  static func stops(_ experiments: [String], first: SourceRange) -> Diagnostic.Note {
    let names = experiments.map { "'\($0)'" }
    let list =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
    return .init(
      range: first, message: "stops the experiment\(names.count < 2 ? "" : "s") \(list)")
  }

  static func notRun(_ experiment: SourceRange, _ reason: Diagnostic) -> Diagnostic {
    Diagnostic(at: experiment, "not run: \(reason.message)", hint: reason.hint)
  }

  static func claimDoesNotHold(_ claim: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range, "the claim does not hold: \(claim)",
      hint: "print what the condition compares; correct the experiment, or the claim")
  }

  static func unknownValue(_ value: InlineValue, known: [String]) -> Diagnostic {
    let names = Set(known).sorted()
    return Diagnostic(
      at: value.range, "the experiment '\(value.experiment)' publishes no '\(value.name)'",
      hint: NearMiss.question(value.name, among: names)
        ?? (names.isEmpty
          ? "write publish(\"\(value.name)\", …) in the experiment"
          : "it publishes \(names.joined(separator: ", "))"))
  }

  static func formatOfText(_ value: InlineValue) -> Diagnostic {
    Diagnostic(
      at: value.range, "'\(value.experiment).\(value.name)' is a text, and has no number format",
      hint: "write '=\(value.experiment).\(value.name)' alone")
  }

  static func unseenSetup(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "no experiment below sees this setup block: it is neither compiled nor run",
      hint:
        "experiments that it is for stand below it; code that is only shown is a block '```swift'")
  }

  static func surplusCaption(_ caption: FigureCaption) -> Diagnostic {
    Diagnostic(
      .warning, at: caption.range, "the block shows no chart or table for this caption",
      hint: "captions are for charts, and tables without one of their own, as the block shows them")
  }

  static func surplusAlternatives(_ count: Int, charts: Int, at place: SourceRange) -> Diagnostic {
    func plural(_ count: Int, _ word: String) -> String {
      "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return Diagnostic(
      .warning, at: place,
      "found \(plural(count, "text alternative")) for \(plural(charts, "chart"))",
      hint: "write one line '//| alt: …' for each chart, in their order")
  }

  static func dataChanged(_ file: DeclaredFile) -> Diagnostic {
    Diagnostic(
      at: file.range, "the data file '\(file.name)' changed while the experiment ran",
      hint: "build again when it is complete")
  }

  static func unknownKnob(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      at: nil, "no experiment of this chapter reads a knob '\(name)'",
      hint: NearMiss.question(name, among: known)
        ?? (known.isEmpty
          ? "the chapter has no knobs" : "the knobs are \(known.joined(separator: ", "))"))
  }

  /// A warning about a value that other knobs of the name have taken.
  static func keptDefault(_ text: String, of knob: Knob) -> Diagnostic {
    Diagnostic(
      .warning, at: nil,
      "\(knob.name)=\(text) is not for all experiments: one expects \(knob.expectation), and keeps"
        + " \(knob.standardText)")
  }

  static func wrongSetting(_ text: String, of knob: Knob) -> Diagnostic {
    var hint = "write for example --set \(knob.name)=\(knob.standardText)"
    if case .choice(let names) = knob.kind {
      hint = NearMiss.question(text, among: names) ?? hint
    }
    return Diagnostic(
      at: nil, "found \(knob.name)=\(text), expected \(knob.expectation)", hint: hint)
  }

  /// A warning without a range, because neither the chapter nor the page is affected.
  static func damagedEntry(_ experiment: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, at: nil,
      "\(place.file): what was remembered of the experiment '\(experiment)' is damaged; it ran again"
    )
  }
}
