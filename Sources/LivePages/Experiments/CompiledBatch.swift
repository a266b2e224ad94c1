/// An object file with one or more experiments.
struct ObjectFile: Equatable, Sendable {
  /// Its name, without a suffix.
  let name: String
  /// Its contents.
  let bytes: [UInt8]
}

/// The result of compiling a batch, as the cache keeps it.
enum CompiledBatch: Equatable, Sendable {
  /// The object file's contents.
  case object([UInt8])
  /// The batch of one experiment cannot be compiled.
  case refused(Refusal)
  /// Its experiments have to be compiled each by itself.
  case separated

  /// Reads the result of `encoded()`; nil when it is something else.
  init?(decoding bytes: [UInt8]) {
    switch bytes.first {
    case 0: self = .object(Array(bytes.dropFirst()))
    case 1:
      guard let refusal = Refusal(decoding: Array(bytes.dropFirst())) else { return nil }
      self = .refused(refusal)
    case 2: self = .separated
    default: return nil
    }
  }

  /// Returns the result as bytes.
  func encoded() -> [UInt8] {
    switch self {
    case .object(let bytes): [0] + bytes
    case .refused(let refusal): [1] + refusal.encoded()
    case .separated: [2]
    }
  }
}
