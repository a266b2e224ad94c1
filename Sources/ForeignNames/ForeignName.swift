/// What something of another framework is called here.
public struct ForeignName: Hashable, Sendable {
  /// A framework whose names people bring along.
  public enum Framework: String, CaseIterable, Sendable {
    case pyTorch = "PyTorch"
    case gluon = "Gluon and MXNet"
    case numPy = "NumPy"
    case optax = "optax"
    case keras = "Keras"
    case matplotlib = "matplotlib"
  }

  /// The name as it is written there: `torch.optim.SGD`.
  public let name: String
  /// The framework that it comes from.
  public let framework: Framework
  /// Our declaration, by the names that lead to it: `NDArray.zeros`. Argument labels follow where only
  /// one of several declarations with the same name is meant: `NDArray.softmax()`.
  public let ours: String
  /// A difference that the one who changes over must know; empty without any.
  public let note: String

  /// Makes an entry of the table.
  init(_ framework: Framework, _ name: String, _ ours: String, _ note: String = "") {
    (self.framework, self.name, self.ours, self.note) = (framework, name, ours, note)
  }

  /// The name's last part: `SGD`.
  public var lastPart: String { String(name.split(separator: ".").last ?? "") }

  /// Returns the entries for a name as somebody may write it: in full, or without its first parts
  /// (`optim.SGD`, `SGD`), in letters of either case.
  public static func entries(for written: String) -> [ForeignName] {
    let parts = parts(of: written)
    if parts.isEmpty { return [] }
    return table.filter { Self.parts(of: $0.name).suffix(parts.count).elementsEqual(parts) }
  }

  /// The parts of a name in lower case, without the short names by which Python's modules are imported.
  private static func parts(of name: String) -> [String] {
    var parts = name.lowercased().split(separator: ".").map(String.init)
    if let first = parts.first, parts.count > 1, let full = imported[first] {
      parts.replaceSubrange(0..<1, with: full)
    }
    return parts
  }

  private static let imported = [
    "np": ["numpy"], "plt": ["matplotlib", "pyplot"], "f": ["torch", "nn", "functional"],
    "mx": ["mxnet"], "tf": ["tensorflow"],
  ]
}
