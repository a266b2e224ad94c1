/// Something that happens while a chapter is executed, for showing progress.
public enum ExecutionEvent: Equatable, Sendable {
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
  /// An experiment has ended.
  case finished(experiment: String, seconds: Double, failed: Bool)
  /// An experiment need not run: its outputs are remembered.
  case remembered(experiment: String)
  /// Experiments that trapped run once more, to find out where.
  case locating(experiments: Int)
}
