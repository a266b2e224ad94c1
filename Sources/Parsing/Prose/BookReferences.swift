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
        switch finding(of: reference, address, in: target, searches[path], from: chapter, byPath) {
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

  /// Returns the address of the chapter whose file has the nearest name; of several those in the
  /// chapter's own folder come first.
  private static func address(near address: String, from chapter: Chapter, among paths: [String])
    -> String?
  {
    func name(_ address: String) -> String {
      address.split(separator: "/").last.map(String.init) ?? address
    }
    let own = normalized(chapter.path)
    let addresses = paths.map { RelativeAddress.address(of: $0, from: own) }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    return NearMiss.word(near: name(address), among: addresses.map(name)).flatMap { near in
      addresses.first { name($0) == near }
    }
  }

  /// What a reference leads to.
  private enum Finding {
    case found(label: String?)
    case near(label: String, Diagnostic)
    case missing(Diagnostic)
  }

  private static func finding(
    of reference: Reference, _ address: String, in target: Chapter?, _ search: LabelSearch?,
    from chapter: Chapter, _ chapters: [String: Chapter]
  ) -> Finding {
    guard let target else {
      let near = self.address(near: address, from: chapter, among: Array(chapters.keys))
      return .missing(
        Diagnostic(
          .warning, at: reference.range, "there is no chapter '\(address)' in the book",
          hint: near.map { "did you mean '\($0)'?" } ?? "check the path"))
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
