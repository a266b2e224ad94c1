/// A command that formulas can use, for whoever writes one.
package struct FormulaCommand: Equatable, Sendable {
  /// The name without its backslash.
  package let name: String
  /// The sign that it stands for; nil where it stands for no single one.
  package let sign: String?

  /// All commands whose names are words, and the environments that `\begin{…}` names.
  package static let all: [FormulaCommand] = TeXCommand.table
    .filter { !$0.value.isRefused && $0.key.utf8.allSatisfy(isLetter) }
    .map { FormulaCommand(name: $0.key, sign: $0.value.sign) }
    .sorted { $0.name < $1.name }

  /// The names of the environments.
  package static let environments: [String] = TeXEnvironment.table.keys.sorted()

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension TeXCommand {
  fileprivate var sign: String? {
    switch self {
    case .symbol(let symbol): symbol.text
    case .letter(let text, _): text
    case .longArrow(let arrow): arrow
    case .dots(let text): text
    default: nil
    }
  }
}
