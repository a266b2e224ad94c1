import Files

/// The program that makes pages.
enum RunningProgram {
  /// Identifies this version of the program.
  static var stamp: String? { FileAccess.runningProgram.flatMap(FileStamp.init)?.description }
}
