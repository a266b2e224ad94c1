/// A proposal for what could stand at a place of a chapter.
package struct Completion: Equatable, Sendable {
  /// The kinds of proposals, which editors show by icons. The numbers are those of the language server
  /// protocol.
  package enum Kind: Int, Sendable {
    case text = 1
    case method = 2
    case function = 3
    case initializer = 4
    case field = 5
    case variable = 6
    case type = 7
    case protocolType = 8
    case module = 9
    case property = 10
    case value = 12
    case enumeration = 13
    case keyword = 14
    case template = 15
    case file = 17
    case reference = 18
    case enumerationCase = 20
    case constant = 21
    case structure = 22
    case operation = 24
    case typeParameter = 25
  }

  /// The text that is shown.
  package var label: String
  /// The kind.
  package var kind: Kind
  /// More about it, in a line.
  package var detail: String?
  /// An explanation in Markdown.
  package var documentation: String?
  /// The text that is put in.
  package var insertion: String
  /// True when `insertion` has places to fill in, such as `${1:rate}`.
  package var isTemplate = false
  /// The bytes of the chapter that are replaced.
  package var replaced: Range<Int>
  /// What the typed text is compared with, instead of the label.
  package var filter: String?
  /// What the list is sorted by, instead of the label.
  package var order: String?

  /// Makes a proposal that puts in its own label, unless another text is given.
  package init(
    _ label: String, _ kind: Kind, detail: String? = nil, insertion: String? = nil,
    replacing replaced: Range<Int>
  ) {
    (self.label, self.kind, self.detail) = (label, kind, detail)
    (self.insertion, self.replaced) = (insertion ?? label, replaced)
  }

  /// The text that is put in where nothing can be filled in: of `${1:rate}`, `rate` is left.
  package var plainInsertion: String { filled.text }

  /// The text that is put in, with the bytes of it that its author is likely to replace: of `${1:rate}`,
  /// `rate` is left and is such a place.
  package var filled: (text: String, places: [Range<Int>]) {
    guard isTemplate else { return (insertion, []) }
    var (plain, rest): ([UInt8], Substring.UTF8View) = ([], insertion[...].utf8)
    var (open, places): ([Int], [Range<Int>]) = ([], [])
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let next = rest.popFirst() {
        plain.append(next)
      } else if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "{") {
        rest = rest.dropFirst().drop { (0x30...0x39).contains($0) }
        if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
        open.append(plain.count)
      } else if byte == UInt8(ascii: "$"), let digit = rest.first, (0x30...0x39).contains(digit) {
        rest = rest.drop { (0x30...0x39).contains($0) }
      } else if byte == UInt8(ascii: "}"), let start = open.popLast() {
        if open.isEmpty, start < plain.count { places.append(start..<plain.count) }
      } else {
        plain.append(byte)
      }
    }
    return (String(decoding: plain, as: UTF8.self), places)
  }
}

/// Proposals for a place.
package struct Completions: Equatable, Sendable {
  /// The proposals.
  package var items: [Completion] = []
  /// True when more typing can bring others.
  package var isIncomplete = false

  /// Makes a list.
  package init(_ items: [Completion] = [], isIncomplete: Bool = false) {
    (self.items, self.isIncomplete) = (items, isIncomplete)
  }
}
