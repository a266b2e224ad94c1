import BookModel

/// The errors of earlier builds that the last build no longer has, as one line of text.
package struct MendedFaults: CustomStringConvertible {
  /// Identifies an error regardless of its position in the file.
  private struct Fault: Hashable {
    let file: String?
    let message: String

    init(_ diagnostic: Diagnostic) {
      (file, message) = (diagnostic.range?.file, diagnostic.message)
    }

    var description: String {
      let line = message.split(separator: "\n").first ?? ""
      return (file.map { "\($0): " } ?? "") + line
    }
  }

  /// The line, such as `mended: Chapters/en/01-a.md: unknown block option 'hiden'; no error is left`.
  package let description: String

  /// The largest number of errors that are listed.
  private static let namedCount = 3

  /// Compares the errors before and after a build; nil unless there are fewer.
  package init?(before: [Diagnostic], after: [Diagnostic]) {
    let left = Set(after.map(Fault.init))
    var old: Set<Fault> = []
    let ordered = before.map(Fault.init).filter { old.insert($0).inserted }
    let mended = ordered.filter { !left.contains($0) }
    if mended.isEmpty || left.count >= old.count { return nil }
    var parts = mended.prefix(Self.namedCount).map(\.description)
    if mended.count > parts.count { parts.append("\(mended.count - parts.count) more") }
    switch left.count {
    case 0: parts.append("no error is left")
    case 1: parts.append("1 error is left")
    case let count: parts.append("\(count) errors are left")
    }
    description = "mended: " + parts.joined(separator: "; ")
  }
}
