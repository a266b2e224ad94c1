import BookModel

/// An event in the execution of chapters, for showing progress.
public struct ExecutionEvent: Equatable, Sendable {
  /// The kind of event.
  public enum Step: Equatable, Sendable {
    /// The engine's library is being built; that happens once.
    case buildingEngine
    /// The engine's library is built.
    case builtEngine(seconds: Double)
    /// A warning before any experiment runs. It is among the diagnostics of the run as well.
    case warned(Diagnostic)
    /// The compiler has finished an experiment, successfully or not.
    case compiled(experiment: String, optimized: Bool, seconds: Double)
    /// An experiment has started: it is compiled, if necessary, and run.
    case started(experiment: String)
    /// An experiment reports its progress, from 0 to 1.
    case progress(experiment: String, fraction: Double)
    /// An experiment has ended.
    case finished(experiment: String, seconds: Double, failed: Bool)
    /// An experiment does not run, because its result is cached.
    case remembered(experiment: String)
  }

  /// The path of the chapter; nil for an event that concerns all chapters.
  public var chapter: String?
  /// The kind of event.
  public var step: Step
}

extension ExecutionEvent: CustomStringConvertible {
  /// One line for a terminal, such as `Chapters/en/03-sgd.md: sgd-batch-1 ran in 12 ms`.
  public var description: String {
    (chapter.map { $0 + ": " } ?? "") + step.description
  }
}

extension ExecutionEvent.Step: CustomStringConvertible {
  /// The event in words.
  public var description: String {
    switch self {
    case .buildingEngine: "building the engine, once"
    case .builtEngine(let seconds): "built the engine in \(Self.duration(seconds))"
    case .warned(let warning): warning.message
    case .compiled(let id, let optimized, let seconds):
      "compiled \(id)\(optimized ? ", optimized," : "") in \(Self.duration(seconds))"
    case .started(let id): "running \(id)"
    case .progress(let id, let fraction): "running \(id), \(Int(fraction * 100)) % done"
    case .finished(let id, let seconds, false): "\(id) ran in \(Self.duration(seconds))"
    case .finished(let id, let seconds, true): "\(id) failed after \(Self.duration(seconds))"
    case .remembered(let id): "\(id) is unchanged"
    }
  }

  private static func duration(_ seconds: Double) -> String {
    if seconds < 1 { return "\(Int((seconds * 1000).rounded())) ms" }
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}

extension ContinuousClock.Instant {
  /// The seconds elapsed since this instant.
  var secondsSince: Double {
    let passed = ContinuousClock.now - self
    return Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
  }
}
