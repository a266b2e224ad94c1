/// The parts of a declaration's documentation.
public struct DocComment: Equatable, Sendable {
  /// A parameter, and what it means.
  public struct Parameter: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// What it means, in Markdown on one line.
    public let text: String
  }

  /// The first sentence, in Markdown.
  public private(set) var sentence = ""
  /// All before the fields, in Markdown, with formulas as math.
  public private(set) var body = ""
  /// `- Parameters:`
  public private(set) var parameters: [Parameter] = []
  /// `- Shape:`, `- Returns:`, `- Throws:`, `- Source:` and whatever else has this form.
  public private(set) var fields: [Parameter] = []

  /// Takes a documentation apart.
  public init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.firstIndex { Self.field(in: $0) != nil } ?? lines.endIndex
    body = Self.body(of: lines[..<first])
    sentence = Self.sentence(of: lines[..<first])
    var isInParameters = false
    var index = first
    while index < lines.endIndex {
      let line = lines[index]
      index += 1
      let entry = isInParameters && line.hasPrefix("  - ") ? line.dropFirst(4) : ""
      if let (name, text) = Self.parts(of: entry) {
        parameters.append(Parameter(name: name, text: text + Self.rest(of: lines, at: &index)))
        continue
      }
      guard let (name, text) = Self.field(in: line) else { continue }
      isInParameters = name == "Parameters"
      if isInParameters { continue }
      let whole = text + Self.rest(of: lines, at: &index)
      if name.hasPrefix("Parameter ") {
        parameters.append(Parameter(name: String(name.dropFirst(10)), text: whole))
      } else {
        fields.append(Parameter(name: name, text: whole))
      }
    }
  }

  /// Returns the name and the text of a field's first line.
  private static func field(in line: Substring) -> (String, String)? {
    guard line.hasPrefix("- "), let (name, text) = parts(of: line.dropFirst(2)),
      name.first?.isUppercase ?? false,
      !name.contains(" ") || name.hasPrefix("Parameter ")
    else { return nil }
    return (name, text)
  }

  private static func parts(of line: Substring) -> (String, String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let text = line[line.index(after: colon)...].drop { $0 == " " }
    return (String(line[..<colon]), String(text))
  }

  /// Returns the lines that continue a field, on one line.
  private static func rest(of lines: [Substring], at index: inout Int) -> String {
    var text = ""
    while index < lines.endIndex {
      let line = lines[index].drop { $0 == " " }
      if line.isEmpty || line.hasPrefix("- ") { break }
      text += " " + line
      index += 1
    }
    return text
  }

  /// The first paragraph up to the end of its first sentence.
  private static func sentence(of lines: ArraySlice<Substring>) -> String {
    let paragraph = lines.prefix { !$0.isEmpty }.joined(separator: " ")
    var end = paragraph.startIndex
    while let stop = paragraph[end...].firstIndex(of: ".") {
      end = paragraph.index(after: stop)
      if end == paragraph.endIndex { break }
      if paragraph[end] == " ", paragraph[end...].dropFirst().first?.isUppercase ?? false {
        return String(paragraph[..<end])
      }
    }
    return paragraph
  }

  /// Sets indented lines that are formulas as such.
  private static func body(of lines: ArraySlice<Substring>) -> String {
    var text = ""
    var indented: [Substring] = []
    func flush() {
      while indented.last?.isEmpty ?? false { indented.removeLast() }
      if indented.isEmpty { return }
      let inner = indented.map { String($0.dropFirst(4)) }
      if let formulas = UnicodeFormula.markdown(inner) {
        text += formulas + "\n\n"
      } else {
        text += "```swift\n\(inner.joined(separator: "\n"))\n```\n\n"
      }
      indented = []
    }
    for line in lines {
      if line.hasPrefix("    ") || (line.isEmpty && !indented.isEmpty) {
        indented.append(line)
      } else {
        flush()
        text += line + "\n"
      }
    }
    flush()
    return text
  }
}
