import BookModel

/// The contents of a BibTeX file.
public struct Bibliography: Equatable, Sendable {
  /// The entries by their keys.
  public private(set) var entries: [String: BibliographyEntry] = [:]
  /// The keys in the order of the file.
  public private(set) var keys: [String] = []
  /// The errors in the file, sorted by position.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The largest file that is read, in bytes.
  public static let maximumSize = BibTeXLimit.fileSize

  /// Reads a file. An entry with an error is left out, the others are kept.
  ///
  /// - Parameters:
  ///   - bytes: the file's content, UTF-8.
  ///   - path: the path for the diagnostics.
  public init(_ bytes: [UInt8], path: String) {
    if bytes.count > Self.maximumSize {
      self = Bibliography(tooLarge: bytes.count, path: path)
      return
    }
    let decoded = String(decoding: bytes, as: UTF8.self)
    guard decoded.utf8.elementsEqual(bytes) else {
      diagnostics = [
        Diagnostic(
          at: SourceRange(file: path, line: 1, column: 1), "the bibliography is not UTF-8",
          hint: "save the file as UTF-8")
      ]
      return
    }
    var reader = BibTeXReader(bytes, path: path)
    for entry in reader.readAll() {
      entries[entry.key] = entry
      keys.append(entry.key)
    }
    diagnostics = reader.diagnostics.sortedByPlace
  }

  /// Makes an empty bibliography with the error of a file that is larger than `maximumSize`.
  ///
  /// - Parameters:
  ///   - size: the size of the file, in bytes.
  ///   - path: the path for the diagnostics.
  public init(tooLarge size: Int, path: String) {
    diagnostics = [
      Diagnostic(
        at: SourceRange(file: path, line: 1, column: 1),
        "the bibliography has \(size) bytes; it has at most \(Self.maximumSize)",
        hint: "keep only the entries that the book cites")
    ]
  }

  /// Makes an empty bibliography.
  public init() {}
}
