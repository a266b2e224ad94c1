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

/// A part of a fault's message in generic code. A page's module compiles anew what is generic, and a text
/// that is put together there takes most of the standard library's `String` along, 2 s each time.
enum FaultText: ExpressibleByStringLiteral {
  case words(String)
  case count(Int)
  case number(Double)
  case shape(Shape)

  init(stringLiteral words: String) { self = .words(words) }

  fileprivate var text: String {
    switch self {
    case .words(let words): words
    case .count(let count): "\(count)"
    case .number(let number): "\(number)"
    case .shape(let shape): "\(shape)"
    }
  }
}

/// Stops the program because generic code was asked for something that makes no sense.
/// - Parameters:
///   - operation: the operation as the user wrote it
///   - message: what was found and what was expected, in parts
@inline(never)
func fault(_ operation: String, _ message: [FaultText]) -> Never {
  fault(operation, message.reduce("") { $0 + $1.text })
}
