import Transcript

/// A public declaration of what blocks can use.
public struct Declaration: Equatable, Sendable {
  /// The kinds of declarations, as far as pages tell them apart.
  public enum Kind: UInt8, Sendable {
    case type
    case initializer
    case function
    case property
    case enumCase
    case subscripting
    case `operator`
    case alias

    /// The kind of a symbol of the compiler's graph.
    init(_ identifier: String) {
      self =
        switch identifier {
        case "swift.class", "swift.struct", "swift.enum", "swift.protocol": .type
        case "swift.init": .initializer
        case "swift.func.op": .operator
        case "swift.subscript", "swift.type.subscript": .subscripting
        case "swift.property", "swift.type.property", "swift.var": .property
        case "swift.enum.case": .enumCase
        case "swift.typealias", "swift.associatedtype": .alias
        default: .function
        }
    }
  }

  /// The module that declares it.
  public let module: String
  /// The names of the types around it and its own, with its argument labels: `SGD`, `update(_:gradient:index:)`.
  public let path: [String]
  /// Its kind.
  public let kind: Kind
  /// The declaration on one line, without the code that it stands for.
  public let text: String
  /// The documentation, in Markdown.
  public let comment: String
  /// The file below `Sources`.
  public let file: String
  /// The line there, counted from 1.
  public let line: Int

  /// The names that lead to it, without argument labels: `SGD.update`.
  public var name: String {
    (path.dropLast() + [baseName]).joined(separator: ".")
  }

  /// Its own name without argument labels.
  public var baseName: String {
    let last = path.last ?? ""
    guard let bracket = last.dropFirst().firstIndex(of: "(") else { return last }
    return String(last[..<bracket])
  }

  /// The type that it is a member of; empty for what stands by itself.
  public var owner: String { path.dropLast().joined(separator: ".") }
}

extension Declaration {
  func write(to writer: inout ByteWriter) {
    for text in [module, text, comment, file] { writer.write(text) }
    writer.write(UInt32(path.count))
    for name in path { writer.write(name) }
    writer.write(kind.rawValue)
    writer.write(UInt32(line))
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    module = try reader.string()
    text = try reader.string()
    comment = try reader.string()
    file = try reader.string()
    path = try reader.strings()
    guard let kind = Kind(rawValue: try reader.byte()) else { throw .malformed }
    self.kind = kind
    line = Int(try reader.uint32())
  }
}
