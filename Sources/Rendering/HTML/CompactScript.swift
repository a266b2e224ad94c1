/// A script as a page carries it: without the spaces, line ends and comments that are there for those
/// who read the sources.
///
/// Strings, templates and regular expressions stay as they are. So does a line end wherever it might
/// end a statement.
struct CompactScript {
  private let bytes: [UInt8]
  private var place = 0
  private var result: [UInt8] = []
  private var gap = Gap.none

  private enum Gap {
    case none
    case space
    case lineEnd
  }

  /// The statements without what nobody needs.
  static func text(_ statements: String) -> String {
    var script = CompactScript(bytes: Array(statements.utf8))
    script.take()
    return String(decoding: script.result, as: UTF8.self)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func take() {
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: " "):
        if gap == .none { gap = .space }
        place += 1
      case UInt8(ascii: "\n"):
        gap = .lineEnd
        place += 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): add(literalEnd(place) - place)
      case UInt8(ascii: "/") where next == UInt8(ascii: "/"): skip(to: "\n")
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        skip(to: "*/")
        place += 2
      case UInt8(ascii: "/") where isOperandExpected: add(expressionLength)
      default: add(1)
      }
    }
  }

  private var next: UInt8? { place + 1 < bytes.count ? bytes[place + 1] : nil }

  private mutating func skip(to end: String) {
    while place < bytes.count, !bytes[place...].starts(with: end.utf8) { place += 1 }
  }

  /// Takes bytes over, after what is needed between them and those before.
  private mutating func add(_ count: Int) {
    if let last = result.last {
      let byte = bytes[place]
      switch gap {
      case .none: break
      case .space: if Self.needsSpace(last, byte) { result.append(UInt8(ascii: " ")) }
      case .lineEnd: if Self.needsLineEnd(last, byte) { result.append(UInt8(ascii: "\n")) }
      }
    }
    gap = .none
    result += bytes[place..<min(place + count, bytes.count)]
    place += count
  }

  /// Returns the end of a string or a template literal, including nested ones.
  private func literalEnd(_ start: Int) -> Int {
    let isTemplate = bytes[start] == UInt8(ascii: "`")
    var end = start + 1
    var depth = 0
    while end < bytes.count, depth > 0 || bytes[end] != bytes[start] {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 2
      case UInt8(ascii: "{") where isTemplate && (depth > 0 || bytes[end - 1] == UInt8(ascii: "$")):
        depth += 1
        end += 1
      case UInt8(ascii: "}") where depth > 0:
        depth -= 1
        end += 1
      case UInt8(ascii: "'") where depth > 0, UInt8(ascii: "\"") where depth > 0,
        UInt8(ascii: "`") where depth > 0:
        end = literalEnd(end)
      default: end += 1
      }
    }
    return end + 1
  }

  /// The length of a regular expression without its flags.
  private var expressionLength: Int {
    var end = place + 1
    var isInClass = false
    while end < bytes.count, isInClass || bytes[end] != UInt8(ascii: "/") {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      default: break
      }
      end += 1
    }
    return end + 1 - place
  }

  /// True when a slash begins a regular expression instead of dividing.
  private var isOperandExpected: Bool {
    let isAfterWord = result.suffix(6).elementsEqual("return".utf8)
    return isAfterWord || result.last.map { "(,=:[!&|?{};>".utf8.contains($0) } ?? true
  }

  private static func needsSpace(_ last: UInt8, _ next: UInt8) -> Bool {
    if last == next, "+-/".utf8.contains(last) { return true }
    return !"{}()[];,=<>*?:&|!+-/%".utf8.contains { $0 == last || $0 == next }
  }

  private static func needsLineEnd(_ last: UInt8, _ next: UInt8) -> Bool {
    !"{([,;?:=&|".utf8.contains(last) && !")].,}?:&|".utf8.contains(next)
  }
}
