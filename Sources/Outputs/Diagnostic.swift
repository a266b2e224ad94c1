/// A message to the author: the finding, its position and the next step.
public struct Diagnostic: Error, Hashable, Sendable {
  /// The severity of a diagnostic.
  public enum Severity: String, Hashable, Sendable {
    /// The page cannot show what the chapter specifies; the command exits with 1.
    case error
    /// The page is complete, but the author should look at the finding.
    case warning
  }

  /// A second place that helps to understand the first.
  public struct Note: Hashable, Sendable {
    /// The range to look at.
    public var range: SourceRange
    /// The explanation of that range.
    public var message: String

    /// Makes a note.
    public init(range: SourceRange, message: String) {
      self.range = range
      self.message = Diagnostic.shortened(message)
    }
  }

  /// The severity.
  public var severity: Severity
  /// The range concerned; nil when the diagnostic concerns no particular place.
  public var range: SourceRange?
  /// The finding, and what was expected instead.
  public var message: String
  /// The next step, when there is one to suggest.
  public var hint: String?
  /// Further places.
  public var notes: [Note]

  /// The limit for each line of the texts, in UTF-8 bytes; longer lines are cut.
  public static let longestLine = 1000

  /// Makes a diagnostic. Lines longer than `longestLine`, which quote the author's text, are cut.
  public init(
    _ severity: Severity = .error, at range: SourceRange?, _ message: String, hint: String? = nil,
    notes: [Note] = []
  ) {
    self.severity = severity
    self.range = range
    self.message = Self.shortened(message)
    self.hint = hint.map(Self.shortened)
    self.notes = notes
  }

  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > longestLine else { return text }
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { line in
        guard line.count > longestLine else { return String(Substring(line)) }
        var end = line.index(line.startIndex, offsetBy: longestLine)
        // Not within a character.
        while line[end] & 0xC0 == 0x80 { end = line.index(before: end) }
        return String(Substring(line[..<end])) + "…"
      }
      .joined(separator: "\n")
  }
}

extension Diagnostic {
  /// Returns true when another diagnostic reports the same at the same range, perhaps with other
  /// notes.
  public func isAbout(_ other: Diagnostic) -> Bool {
    range == other.range && message == other.message && severity == other.severity
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: message`, the notes in the same form, then `  hint: …`.
  public var description: String {
    let place = range.map { "\($0): " } ?? ""
    var lines = ["\(place)\(severity.rawValue): \(message)"]
    lines += notes.map { "\($0.range): note: \($0.message)" }
    if let hint { lines.append("  hint: \(hint)") }
    return lines.joined(separator: "\n")
  }
}

extension Sequence where Element == Diagnostic {
  /// The diagnostics in the order of their places.
  public var sortedByPlace: [Diagnostic] {
    sorted { a, b in
      switch (a.range, b.range) {
      case (let x?, let y?): (x.file, x.start) < (y.file, y.start)
      case (nil, .some): true
      default: false
      }
    }
  }
}
