import Transcript

/// All public declarations of what blocks can use.
public struct EngineReference: Equatable, Sendable {
  /// The modules, in the order of the book.
  public static let modules = ["GradientDescent", "Charts", "Notebook"]

  /// The declarations, by their places in the sources.
  public let declarations: [Declaration]

  /// Puts the declarations of several graphs together.
  public init(_ graphs: [SymbolGraph]) {
    self.init(graphs.flatMap(\.declarations).filter { !Self.isPlumbing($0) })
  }

  /// Returns true for what the program around a block calls, and the block itself never.
  private static func isPlumbing(_ declaration: Declaration) -> Bool {
    let name = declaration.path.first ?? ""
    return name == "startNotebook" || name.lowercased().hasPrefix("gradbook")
  }

  init(_ declarations: [Declaration]) { self.declarations = declarations }

  /// The declarations as bytes, from which `init(decoding:)` makes the same.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt32(declarations.count))
    for declaration in declarations { declaration.write(to: &writer) }
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  /// - Throws: `ByteReadingError` when the bytes are something else
  public init(decoding bytes: [UInt8]) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    var declarations: [Declaration] = []
    for _ in 0..<(try reader.uint32()) { declarations.append(try Declaration(from: &reader)) }
    guard reader.isAtEnd else { throw .malformed }
    self.declarations = declarations
  }

  /// Returns the declarations whose files lie in some folders below `Sources`, or are some files.
  public func declarations(in places: [String]) -> [Declaration] {
    places.flatMap { place in
      declarations.filter { $0.file == place || $0.file.hasPrefix(place + "/") }
    }
  }
}
