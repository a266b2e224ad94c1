/// What something of another framework is called here.
public struct ForeignName: Hashable, Sendable {
  /// A framework whose names people bring along.
  public enum Framework: String, CaseIterable, Sendable {
    case pyTorch = "PyTorch"
    case gluon = "Gluon"
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
  /// (`optim.SGD`, `SGD`), in letters of either case, with underscores or without. Those whose last part
  /// is written exactly so come first.
  public static func entries(for written: String) -> [ForeignName] {
    let parts = parts(of: written)
    if parts.isEmpty { return [] }
    let found = table.filter { Self.parts(of: $0.name).suffix(parts.count).elementsEqual(parts) }
    let last = written.split(separator: ".").last.map(String.init)
    return found.filter { $0.lastPart == last } + found.filter { $0.lastPart != last }
  }

  /// Returns true for the name of a module that people import from Python: `torch`, `numpy`.
  public static func isModule(_ name: String) -> Bool {
    if imported[name] != nil { return true }
    let name = name.lowercased()
    return imported[name] != nil
      || table.contains { parts(of: $0.name).first == name }
  }

  /// The parts of a name in lower case and without underscores, with the names of Python's modules in
  /// full.
  static func parts(of name: String) -> [String] {
    var parts = name.lowercased().split(separator: ".").map { part in
      String(part.filter { $0 != "_" })
    }
    let written = name.prefix { $0 != "." }
    if let first = parts.first, parts.count > 1,
      let full = imported[String(written)] ?? imported[first]
    {
      parts.replaceSubrange(0..<1, with: full)
    }
    return parts
  }

  /// Usual short names of modules. `F` is one only as a capital.
  private static let imported = [
    "np": ["numpy"], "plt": ["matplotlib", "pyplot"], "F": ["torch", "nn", "functional"],
    "mx": ["mxnet"], "tf": ["tensorflow"], "jnp": ["numpy"], "nd": ["mxnet", "nd"],
    "nn": ["torch", "nn"], "optim": ["torch", "optim"], "sns": ["seaborn"], "pd": ["pandas"],
    "ax": ["matplotlib", "axes"], "fig": ["matplotlib", "figure"], "init": ["mxnet", "init"],
    "autograd": ["mxnet", "autograd"], "linalg": ["numpy", "linalg"],
    "torchvision": ["torchvision"], "sklearn": ["sklearn"],
  ]
}
