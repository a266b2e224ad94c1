/// The declarations of a Swift source, with their names and positions. Enough to show the code of a
/// well-formed file; not a compiler.
public struct Declarations {
  /// A declaration.
  public struct Declaration: Equatable {
    /// The name, qualified with the enclosing types: `SGD.update`.
    public let name: String
    /// The labels of its parameters, `_` for none; nil when it takes no arguments.
    public let labels: [String]?
    /// True when other modules see it, as far as its own modifiers and those of its protocol say.
    public let isPublic: Bool
    /// The bytes from its keyword, such as `func`, to its end.
    let bytes: Range<Int>
  }

  private let source: [UInt8]
  /// All declarations, in order.
  public private(set) var found: [Declaration] = []

  /// Finds the declarations of a source, in order, except those local to functions.
  public init(of source: String) {
    self.source = Array(source.utf8)
    var scanner = DeclarationScanner(source)
    found = scanner.scan()
  }

  /// All names, each once.
  public var names: [String] {
    var seen: Set<String> = []
    return found.map(\.name).filter { seen.insert($0).inserted }
  }

  /// Returns the code of a declaration without its indentation; ends with a newline.
  ///
  /// - Parameters:
  ///   - name: one of `names`; of several declarations the first is taken.
  ///   - documented: true to include the comments directly above.
  /// - Returns: nil when there is no such declaration.
  public func code(of name: String, documented: Bool) -> String? {
    guard let declaration = found.first(where: { $0.name == name }) else { return nil }
    var start = lineStart(of: declaration.bytes.lowerBound)
    while let line = lineBefore(start), belongs(line, documented: documented) {
      start = line.lowerBound
    }
    return withoutIndentation(source[start..<declaration.bytes.upperBound])
  }

  private func lineStart(of offset: Int) -> Int {
    (source[..<offset].lastIndex(of: 0x0A) ?? -1) + 1
  }

  private func lineBefore(_ start: Int) -> Range<Int>? {
    start > 0 ? lineStart(of: start - 1)..<(start - 1) : nil
  }

  /// Returns true when a line above a declaration is a part of it: an attribute, or documentation.
  private func belongs(_ line: Range<Int>, documented: Bool) -> Bool {
    let text = source[line].drop { $0 == 0x20 }
    if text.first == UInt8(ascii: "@") { return true }
    return documented && text.starts(with: "//".utf8)
  }

  private func withoutIndentation(_ code: ArraySlice<UInt8>) -> String {
    let indentation = code.prefix { $0 == 0x20 }.count
    let lines = code.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.dropFirst(min(indentation, line.prefix { $0 == 0x20 }.count))
    }
    return String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self) + "\n"
  }
}
