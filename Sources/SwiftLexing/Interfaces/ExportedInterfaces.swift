/// Marks each concrete function of a library so that only its interface is exported: its body stays
/// in the library, and is not compiled again with each program that uses it.
///
/// In Embedded Swift every body is exported unless `@export(interface)` prevents it. Generic code
/// has to be exported. The attribute is inserted within the line, so that line numbers do not
/// change.
/// - Source: Swift Evolution, SE-0497, Controlling function definition visibility in clients
public struct ExportedInterfaces: Sendable {
  /// The inserted attribute.
  static let attribute = "@export(interface) "

  /// The types of the standard library without generic parameters.
  private static let standardTypes: Set<String> = [
    "Bool", "Character", "DefaultStringInterpolation", "Double", "Float", "Int", "Int32", "Int64",
    "String", "Substring", "UInt", "UInt8", "UInt32", "UInt64",
  ]

  private let concreteTypes: Set<String>

  /// Finds the types with generic parameters.
  /// - Parameter sources: all files of all modules that extend each other's types
  public init(of sources: [String]) {
    var concrete = Self.standardTypes
    var generic: Set<String> = []
    for source in sources {
      var walk = InterfaceWalk(source, concreteTypes: [])
      walk.walk()
      concrete.formUnion(walk.declaredTypes)
      generic.formUnion(walk.genericTypes)
    }
    concreteTypes = concrete.subtracting(generic)
  }

  /// Returns a source with the attributes inserted.
  /// - Parameter source: one of the sources
  public func marked(_ source: String) -> String {
    var walk = InterfaceWalk(source, concreteTypes: concreteTypes)
    walk.walk()
    var bytes = Array(source.utf8)
    for insertion in walk.insertions.reversed() {
      bytes.insert(contentsOf: insertion.text.utf8, at: insertion.offset)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
