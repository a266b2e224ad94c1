import Files

/// The program that makes pages.
enum RunningProgram {
  /// Tells it apart from other versions of itself.
  static var stamp: String? { FileAccess.runningProgram.flatMap(FileStamp.init)?.description }
}
