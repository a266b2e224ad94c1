import BookModel

/// Checks the links from chapter to chapter, which requires all chapters.
public enum BookReferences {
  /// Finds errors in the references of a book's chapters to one another, and marks them in the
  /// chapters.
  ///
  /// - Returns: the errors.
  public static func check(_ chapters: inout [Chapter]) -> [Diagnostic] {
    guard chapters.contains(where: { $0.prose.references.contains { $0.chapter != nil } }) else {
      return []
    }
    let byPath = Dictionary(
      chapters.map { (normalized($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    var findings: [Diagnostic] = []
    for place in chapters.indices {
      let chapter = chapters[place]
      for (index, reference) in chapter.prose.references.enumerated() {
        guard let address = reference.chapter,
          let finding = finding(address, reference, from: chapter, byPath)
        else { continue }
        chapters[place].prose.references[index].isBroken = true
        chapters[place].faults.append(finding)
        findings.append(finding)
      }
    }
    return findings
  }

  /// Returns the normalized path of the chapter that a reference leads to.
  public static func path(of address: String, from chapter: Chapter) -> String {
    let folder = chapter.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { chapter.path[...$0] }
    return normalized((folder ?? "") + address)
  }

  /// Returns a path without `.`, and with each `..` resolved as far as possible.
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
    _ address: String, _ reference: Reference, from chapter: Chapter,
    _ chapters: [String: Chapter]
  ) -> Diagnostic? {
    let path = path(of: address, from: chapter)
    guard let target = chapters[path] else {
      let names = chapters.keys.sorted().map { String($0.split(separator: "/").last ?? "") }
      let name = address.split(separator: "/").last.map(String.init) ?? address
      return Diagnostic(
        at: reference.range, "there is no chapter '\(address)' in the book",
        hint: NearMiss.question(name, among: names) ?? "check the path")
    }
    // The labels of a chapter without a tree are unknown.
    guard let label = reference.label, target.tree != nil,
      !LinkReader.isOfPage(label), !target.prose.labels.contains(where: { $0.id == label })
    else { return nil }
    let labels = target.prose.labels.map(\.id)
    return Diagnostic(
      at: reference.range, "there is no '#\(label)' in the chapter '\(address)'",
      hint: NearMiss.question(label, among: labels) ?? "look for the label in that chapter")
  }
}
