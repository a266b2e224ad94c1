/// Says of each concrete function of a library that only its interface is exported: its body stays in
/// the library, and is not compiled again with each program that uses it.
///
/// In Embedded Swift every body is exported unless `@export(interface)` forbids it. Generic code has to
/// be exported. The attribute goes before what it is about, within the line, so that lines keep their
/// numbers.
/// - Source: Swift Evolution, SE-0497, Controlling function definition visibility in clients
public struct ExportedInterfaces: Sendable {
  /// What is put in.
  static let attribute = "@export(interface) "

  /// Types of the standard library that have no parameters.
  private static let standardTypes: Set<String> = [
    "Bool", "Character", "DefaultStringInterpolation", "Double", "Float", "Int", "Int32", "Int64",
    "String", "Substring", "UInt", "UInt8", "UInt32", "UInt64",
  ]

  private let concreteTypes: Set<String>

  /// Finds out which types have parameters.
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

  /// The source with the attributes.
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
