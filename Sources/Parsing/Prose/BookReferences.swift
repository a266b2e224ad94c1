import BookModel

/// Checks the links from chapter to chapter, which no chapter can check by itself.
public enum BookReferences {
  /// What is wrong with the references of a book's chapters to one another.
  ///
  /// - Parameters:
  ///   - chapters: the chapters that could be parsed.
  ///   - paths: the paths of all chapters, those included that could not.
  public static func check(_ chapters: [Chapter], paths: [String]) -> [Diagnostic] {
    guard chapters.contains(where: { $0.prose.references.contains { $0.chapter != nil } }) else {
      return []
    }
    let known = Set(paths.map { normalized($0) })
    let byPath = Dictionary(
      chapters.map { (normalized($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    return chapters.flatMap { chapter in
      chapter.prose.references.compactMap { reference in
        reference.chapter.flatMap { finding($0, reference, from: chapter, known, byPath) }
      }
    }
  }

  /// The path of the chapter that a reference leads to, in a form that can be compared with others.
  public static func path(of address: String, from chapter: Chapter) -> String {
    let folder = chapter.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { chapter.path[...$0] }
    return normalized((folder ?? "") + address)
  }

  /// A path without `.` and with each `..` resolved as far as it can be.
  public static func normalized(_ path: some StringProtocol) -> String {
    var parts: [Substring] = []
    for part in String(path).split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.utf8.first == UInt8(ascii: "/") ? "/" : "") + parts.joined(separator: "/")
  }

  private static func finding(
    _ address: String, _ reference: Reference, from chapter: Chapter, _ known: Set<String>,
    _ chapters: [String: Chapter]
  ) -> Diagnostic? {
    let path = path(of: address, from: chapter)
    guard known.contains(path) else {
      let names = known.sorted().map { String($0.split(separator: "/").last ?? "") }
      let name = address.split(separator: "/").last.map(String.init) ?? address
      return Diagnostic(
        at: reference.range, "there is no chapter '\(address)' in the book",
        hint: NearMiss.question(name, among: names) ?? "check the path")
    }
    guard let label = reference.label, let target = chapters[path],
      !LinkReader.isOfPage(label), !target.prose.labels.contains(where: { $0.id == label })
    else { return nil }
    let labels = target.prose.labels.map(\.id)
    return Diagnostic(
      at: reference.range, "there is no '#\(label)' in the chapter '\(address)'",
      hint: NearMiss.question(label, among: labels) ?? "look for the label in that chapter")
  }
}
