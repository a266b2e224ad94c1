import BookModel

/// Checks the links from chapter to chapter, which requires all chapters.
public enum BookReferences {
  /// Finds the dead links between a book's chapters, and marks them in the chapters.
  ///
  /// - Returns: a warning for each dead link.
  public static func check(_ chapters: inout [Chapter]) -> [Diagnostic] {
    guard chapters.contains(where: { $0.prose.references.contains { $0.chapter != nil } }) else {
      return []
    }
    let byPath = Dictionary(
      chapters.map { (normalized($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    var findings: [Diagnostic] = []
    var searches: [String: LabelSearch] = [:]
    for place in chapters.indices {
      let chapter = chapters[place]
      for (index, reference) in chapter.prose.references.enumerated() {
        guard let address = reference.chapter else { continue }
        let path = path(of: address, from: chapter)
        let target = byPath[path]
        if let target, searches[path] == nil, reference.label != nil {
          searches[path] = LabelSearch(target.prose.labels)
        }
        // What is not a chapter's page may be a file, which is looked for elsewhere.
        if target == nil, reference.isPage { continue }
        switch finding(of: reference, address, in: target, searches[path], byPath) {
        case .found(let label): chapters[place].prose.references[index].label = label
        case .near(let label, let finding):
          chapters[place].prose.references[index].label = label
          findings.append(finding)
        case .missing(let finding):
          chapters[place].prose.references[index].isBroken = true
          findings.append(finding)
        }
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

  /// What a reference leads to.
  private enum Finding {
    case found(label: String?)
    case near(label: String, Diagnostic)
    case missing(Diagnostic)
  }

  private static func finding(
    of reference: Reference, _ address: String, in target: Chapter?, _ search: LabelSearch?,
    _ chapters: [String: Chapter]
  ) -> Finding {
    guard let target else {
      let names = chapters.keys.sorted().map { String($0.split(separator: "/").last ?? "") }
      let name = address.split(separator: "/").last.map(String.init) ?? address
      return .missing(
        Diagnostic(
          .warning, at: reference.range, "there is no chapter '\(address)' in the book",
          hint: NearMiss.question(name, among: names) ?? "check the path"))
    }
    // The labels of a chapter without a tree are unknown.
    guard let label = reference.label, target.tree != nil else {
      return .found(label: reference.label)
    }
    let message = "there is no '#\(label)' in the chapter '\(address)'"
    switch search?.find(label) {
    case .exact(let id): return .found(label: id)
    case .near(let id):
      return .near(
        label: id,
        Diagnostic(
          .warning, at: reference.range, message, hint: "the link leads to '#\(id)': write that"))
    case nil:
      let labels = target.prose.labels.map(\.id)
      return .missing(
        Diagnostic(
          .warning, at: reference.range, message,
          hint: NearMiss.question(label, among: labels) ?? "look for the label in that chapter"))
    }
  }
}
