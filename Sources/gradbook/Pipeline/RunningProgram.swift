import Execution
import Foundation

/// The program that makes pages.
enum RunningProgram {
  /// Tells it apart from other versions of itself.
  static var stamp: String? {
    Bundle.main.executablePath.flatMap(FileStamp.init)?.description
  }
}
