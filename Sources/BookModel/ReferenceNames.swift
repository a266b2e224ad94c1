/// The names that a book documents, for the links from its code.
public struct ReferenceNames: Equatable, Sendable {
  /// Where a name is documented.
  public struct Place: Equatable, Sendable {
    /// The path of the chapter.
    public let chapter: String
    /// The label there.
    public let anchor: String
    /// The first sentence of the documentation, without marks.
    public let sentence: String
    /// True for a function, which is known by the call.
    public let isFunction: Bool
    /// True for what nearly every block calls, such as `show`: one link on a page is enough.
    public let isEverywhere: Bool

    /// Makes a place.
    public init(
      chapter: String, anchor: String, sentence: String, isFunction: Bool = false,
      isEverywhere: Bool = false
    ) {
      self.chapter = chapter
      self.anchor = anchor
      self.sentence = sentence
      self.isFunction = isFunction
      self.isEverywhere = isEverywhere
    }
  }

  /// The places by names without argument labels, such as `SGD` and `NDArray.sum`.
  public let places: [String: Place]
  /// The names of methods that only one type has, by what stands behind the dot.
  private let methods: [String: String]

  /// Makes a table of names.
  public init(_ places: [String: Place] = [:]) {
    self.places = places
    var owners: [String: [String]] = [:]
    for (name, place) in places where place.isFunction {
      guard let dot = name.lastIndex(of: ".") else { continue }
      owners[String(name[name.index(after: dot)...]), default: []].append(name)
    }
    methods = owners.filter { $0.value.count == 1 && !Self.swifts.contains($0.key) }
      .compactMapValues(\.first)
  }

  /// Returns true for a function that Swift has under the same name.
  public static func isSwifts(_ function: String) -> Bool {
    ["abs", "max", "min"].contains(function)
  }

  /// Returns the full name of the only method with a name; nil when several types have it, or types of
  /// Swift.
  public func method(_ name: String) -> String? { methods[name] }

  /// Methods of Swift's own arrays, numbers and generators.
  private static let swifts: Set = [
    "append", "contains", "count", "dropFirst", "dropLast", "enumerated", "filter", "first", "init",
    "insert", "joined", "makeIterator", "map", "max", "min", "next", "pow", "prefix", "reduce",
    "remove", "reversed", "rounded", "shuffle", "shuffled", "sorted", "split", "squareRoot",
    "subscript",
    "suffix", "write",
  ]
}
