/// Told the message of a fault, just before the program traps. Nil by default: then the message goes
/// to standard error only.
///
/// The engine is made for one thread; so is this variable.
public nonisolated(unsafe) var onFault: ((String) -> Void)?

/// Stops the program because an operation was asked for something that makes no sense.
/// - Parameters:
///   - operation: the operation as the user wrote it, such as `matmul`
///   - message: what was found and what was expected, with both shapes where shapes matter
@inline(never)
func fault(_ operation: String, _ message: String) -> Never {
  let text = operation + ": " + message
  onFault?(text)
  fatalError(text)
}
