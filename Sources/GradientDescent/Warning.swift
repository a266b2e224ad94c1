/// Told a warning and the place of the call that it is about. Nil by default: then nobody is told.
///
/// The engine is made for one thread; so is this variable.
public nonisolated(unsafe) var onWarning: ((_ message: String, _ line: Int, _ column: Int) -> Void)?

/// Says that a call most likely does not do what was meant; the program goes on.
/// - Parameters:
///   - operation: the operation as the user wrote it, such as `step`
///   - message: what was found, and what to write instead
///   - line: the line of the call
///   - column: its column
@inline(never)
func warn(_ operation: String, _ message: String, line: Int, column: Int) {
  onWarning?(operation + ": " + message, line, column)
}
