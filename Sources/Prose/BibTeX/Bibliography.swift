import BookModel

/// The contents of a BibTeX file. Its syntax is read at once, the texts of an entry when it is asked
/// for: what nobody cites costs nothing, and its LaTeX is nobody's concern.
public struct Bibliography: Sendable {
  /// An entry with the findings that concern whoever cites it.
  public struct Work: Equatable, Sendable {
    /// The entry.
    public var entry: BibliographyEntry
    /// The keys of the entries that a set consists of.
    public var members: [String]
    /// The errors and warnings in the entry, sorted by position.
    public var diagnostics: [Diagnostic]
  }

  /// The keys in the order of the file.
  public private(set) var keys: [String] = []
  /// The errors of a file that cannot be read at all.
  public private(set) var errors: [Diagnostic] = []
  private var entries: [BibTeXEntry] = []
  /// The indices of the entries by their keys, and by the other names that they have.
  private var indices: [String: Int] = [:]
  private var faults: [BibTeXFault] = []
  private var place: @Sendable (Int) -> (line: Int, column: Int) = { _ in (1, 1) }
  private let path: String

  /// The largest file that is read, in bytes.
  public static let maximumSize = BibTeXLimit.fileSize

  /// Reads a file. What is broken in an entry is left out, the rest is kept.
  ///
  /// - Parameters:
  ///   - bytes: the file's content, UTF-8.
  ///   - path: the path for the diagnostics.
  public init(_ bytes: [UInt8], path: String) {
    if bytes.count > Self.maximumSize {
      self = Bibliography(tooLarge: bytes.count, path: path)
      return
    }
    self.path = path
    let isUTF8 = String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes)
    var reader = BibTeXReader(bytes, isUTF8: isUTF8)
    reader.readAll()
    (entries, faults, place) = (reader.entries, reader.faults, reader.places())
    keys = entries.map(\.key)
    for (index, entry) in entries.enumerated() {
      for name in BibLaTeXInheritance.keys(entry.fields["ids"]) where indices[name] == nil {
        indices[name] = index
      }
    }
    for (index, key) in keys.enumerated() { indices[key] = index }
  }

  /// Makes an empty bibliography with the error of a file that is larger than `maximumSize`.
  ///
  /// - Parameters:
  ///   - size: the size of the file, in bytes.
  ///   - path: the path for the diagnostics.
  public init(tooLarge size: Int, path: String) {
    self.path = path
    errors = [
      Diagnostic(
        at: SourceRange(file: path, line: 1, column: 1),
        "the bibliography has \(size) bytes; it has at most \(Self.maximumSize)",
        hint: "keep only the entries that the book cites")
    ]
  }

  /// Returns true when there is an entry with a key.
  public func contains(_ key: String) -> Bool { indices[key] != nil }

  /// Returns the entry with a key; nil when there is none. Keys that differ in the case of a letter
  /// are different.
  public func work(_ key: String) -> Work? {
    guard let index = indices[key] else { return nil }
    let source = entries[index]
    var inheritance = BibLaTeXInheritance { name in indices[name].map { entries[$0] } }
    let fields = inheritance.fields(of: source)
    var reader = BibLaTeXEntryReader(source, fields: fields)
    let entry = reader.read()
    let all = source.faults + inheritance.faults + reader.faults
    return Work(
      entry: entry,
      members: source.type == "set" ? BibLaTeXInheritance.keys(source.fields["entryset"]) : [],
      diagnostics: all.map { diagnostic($0, $0.isLoss ? .error : .warning) }.sortedByPlace)
  }

  /// Returns the warnings about the file as a whole, and about the entries that nobody cites, sorted
  /// by position.
  ///
  /// - Parameter cited: the keys of the entries whose findings are told with the citations.
  public func warnings(exceptOf cited: Set<String>) -> [Diagnostic] {
    let others = entries.lazy.filter { !cited.contains($0.key) }.flatMap(\.faults)
    let all = (faults + others).sorted { $0.offset < $1.offset }
    var warnings = all.prefix(BibTeXLimit.faults).map { diagnostic($0, .warning) }
    if all.count > warnings.count {
      let next = all[warnings.count]
      let more = BibTeXFault(
        offset: next.offset,
        message: "the bibliography has \(all.count - warnings.count) more faults, from here on",
        hint: "correct those above")
      warnings.append(diagnostic(more, .warning))
    }
    return warnings
  }

  private func diagnostic(_ fault: BibTeXFault, _ severity: Diagnostic.Severity) -> Diagnostic {
    let notes = fault.note.map { [Diagnostic.Note(range: range($0.offset), message: $0.message)] }
    return Diagnostic(
      severity, at: range(fault.offset), fault.message, hint: fault.hint, notes: notes ?? [])
  }

  private func range(_ offset: Int) -> SourceRange {
    let place = place(offset)
    return SourceRange(file: path, line: place.line, column: place.column)
  }
}
