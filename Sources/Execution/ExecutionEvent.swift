/// Something that happens while chapters are executed, for showing progress.
public struct ExecutionEvent: Equatable, Sendable {
  /// What happens.
  public enum Step: Equatable, Sendable {
    /// The engine's library is being built; that happens once.
    case buildingEngine
    /// The engine's library is built.
    case builtEngine(seconds: Double)
    /// The compiler starts on a program of this many experiments.
    case compiling(experiments: Int)
    /// The compiler is done, with or without success.
    case compiled(seconds: Double)
    /// An experiment is started.
    case started(experiment: String)
    /// An experiment tells how much of it is done, from 0 to 1.
    case progress(experiment: String, fraction: Double)
    /// An experiment has ended.
    case finished(experiment: String, seconds: Double, failed: Bool)
    /// An experiment need not run: its outputs are remembered.
    case remembered(experiment: String)
    /// Experiments that trapped run once more, to find out where.
    case locating(experiments: Int)
  }

  /// The path of the chapter; nil for what all chapters share.
  public var chapter: String?
  /// What happens.
  public var step: Step
}

extension ExecutionEvent: CustomStringConvertible {
  /// One line for a terminal, such as `Chapters/en/03-sgd.md: sgd-batch-1 ran in 12 ms`.
  public var description: String {
    (chapter.map { $0 + ": " } ?? "") + step.description
  }
}

extension ExecutionEvent.Step: CustomStringConvertible {
  /// What happens, in words.
  public var description: String {
    switch self {
    case .buildingEngine: "building the engine, once"
    case .builtEngine(let seconds): "built the engine in \(Self.duration(seconds))"
    case .compiling(1): "compiling 1 experiment"
    case .compiling(let count): "compiling \(count) experiments"
    case .compiled(let seconds): "compiled in \(Self.duration(seconds))"
    case .started(let id): "running \(id)"
    case .progress(let id, let fraction): "running \(id), \(Int(fraction * 100)) % done"
    case .finished(let id, let seconds, false): "\(id) ran in \(Self.duration(seconds))"
    case .finished(let id, let seconds, true): "\(id) failed after \(Self.duration(seconds))"
    case .remembered(let id): "\(id) is unchanged"
    case .locating(1): "finding out where an experiment trapped"
    case .locating(let count): "finding out where \(count) experiments trapped"
    }
  }

  private static func duration(_ seconds: Double) -> String {
    if seconds < 1 { return "\(Int((seconds * 1000).rounded())) ms" }
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
