import BookModel
import MathML
import Parsing
import Prose

/// Proposals for all that is no Swift.
struct OwnCompletions: Sendable {
  let chapter: EditedChapter
  let book: any EditedBook

  /// Returns the proposals for what is being written.
  func proposals(for context: CursorContext) async -> [Completion] {
    switch context {
    case .fence(let words, let typed): fence(words, typed)
    case .optionName(let block, let typed): optionNames(ofBlock: block, typed)
    case .frontMatterKey(let typed): keys(typed)
    case .frontMatterValue(let key, let typed): values(of: key, typed)
    case .label(let path, let typed): await labels(inChapter: path, typed)
    case .path(let isImage, let typed): await paths(isImage: isImage, typed)
    case .dataFile(let typed): await files(typed) { Self.isData($0) }
    case .citation(let typed): await works(typed)
    case .inlineValue(let typed): inlineValues(typed)
    case .formulaCommand(let typed): commands(typed)
    case .formulaEnvironment(let typed):
      FormulaCommand.environments.map { Completion($0, .keyword, replacing: typed) }
    case .code, .text: []
    }
  }

  // MARK: Blocks and front matter

  private func fence(_ words: [String], _ typed: Range<Int>) -> [Completion] {
    guard let language = words.first else {
      return ["swift experiment id=", "swift setup", "swift", "math"].map {
        Completion($0, .keyword, replacing: typed)
      }
    }
    guard language == "swift" else { return [] }
    let option = chapter.text.text(typed).split(
      separator: "=", omittingEmptySubsequences: false)
    if option.count == 2 {
      let start = typed.upperBound - option[1].utf8.count
      return ChapterSyntax.values(ofOption: String(option[0])).map {
        Completion($0, .value, replacing: start..<typed.upperBound)
      }
    }
    let role = words.dropFirst().first { ChapterSyntax.roles.contains($0) }
    let roles =
      words.count == 1
      ? ChapterSyntax.roles.map { name in
        Completion(
          name, .keyword, insertion: name == "experiment" ? "experiment id=" : name,
          replacing: typed)
      } : []
    let given = words.map { $0.prefix { $0 != "=" } }
    return roles
      + ChapterSyntax.fenceOptions(role: role ?? "listing")
      .filter { !given.contains(Substring($0.name)) }
      .map {
        Completion($0.name, .property, detail: $0.form, insertion: $0.opening, replacing: typed)
      }
  }

  private func optionNames(ofBlock index: Int, _ typed: Range<Int>) -> [Completion] {
    let role =
      switch chapter.chapter.blocks[index].role {
      case .listing: "listing"
      case .setup: "setup"
      case .experiment: "experiment"
      }
    return ChapterSyntax.lineOptions(role: role).map {
      Completion($0.name, .property, detail: $0.form, insertion: $0.opening, replacing: typed)
    }
  }

  private func keys(_ typed: Range<Int>) -> [Completion] {
    ChapterSyntax.frontMatterKeys.map {
      Completion($0.name, .property, detail: $0.form, insertion: $0.opening, replacing: typed)
    }
  }

  private func values(of key: String, _ typed: Range<Int>) -> [Completion] {
    guard key == "lang" else { return [] }
    return FrontMatter.Language.allCases.map {
      Completion($0.rawValue, .value, replacing: typed)
    }
  }

  // MARK: Links, works and values

  private func labels(inChapter path: String?, _ typed: Range<Int>) async -> [Completion] {
    var chapter: Chapter? = chapter.chapter
    if let path {
      let target = BookReferences.path(
        of: ReferenceAddress.relative(ReferenceAddress.decoded(path), from: self.chapter.path),
        from: self.chapter.chapter)
      chapter = await book.chapters(beside: self.chapter.path)?.first {
        BookReferences.normalized($0.path) == target
      }?.chapter
    }
    return (chapter?.prose.labels ?? []).filter { !$0.id.hasPrefix("_") }.map {
      Completion($0.id, .reference, detail: $0.explanation, replacing: typed)
    }
  }

  private func paths(isImage: Bool, _ typed: Range<Int>) async -> [Completion] {
    let files = await files(typed) { isImage ? Self.isImage($0) : !Self.isBook($0) }
    if isImage || !typed.isEmpty { return files }
    let labels = await labels(inChapter: nil, typed).map { label in
      var label = label
      (label.label, label.insertion) = ("#" + label.label, "#" + label.insertion)
      return label
    }
    return labels + files
  }

  private func files(_ typed: Range<Int>, where isWanted: (String) -> Bool) async -> [Completion] {
    await book.files(beside: chapter.path).filter(isWanted).map {
      Completion($0, .file, replacing: typed)
    }
  }

  private static func isImage(_ path: String) -> Bool {
    ["png", "jpg", "jpeg", "gif", "webp", "svg"].contains(ending(path))
  }

  private static func isData(_ path: String) -> Bool {
    ["csv", "tsv", "npy", "txt"].contains(ending(path))
  }

  private static func isBook(_ path: String) -> Bool { ["bib", "yml"].contains(ending(path)) }

  private static func ending(_ path: String) -> String {
    path.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  private func works(_ typed: Range<Int>) async -> [Completion] {
    await book.works(for: chapter.path).map { work in
      var item = Completion(work.key, .reference, detail: work.text, replacing: typed)
      item.filter = work.key + " " + work.text
      return item
    }
  }

  private func inlineValues(_ typed: Range<Int>) -> [Completion] {
    let source = chapter.chapter
    let values = CalledName.all(givenBy: "publish", in: source).flatMap { given -> [String] in
      if let id = source.blocks[given.block].experimentID { return ["\(id).\(given.name)"] }
      // What a setup block publishes, each experiment below it does.
      return source.blocks.dropFirst(given.block).compactMap(\.experimentID)
        .map { "\($0).\(given.name)" }
    }
    return values.uniqued.map { Completion($0, .value, replacing: typed) }
  }

  // MARK: Formulas

  private func commands(_ typed: Range<Int>) -> [Completion] {
    FormulaCommand.all.map {
      Completion("\\" + $0.name, .constant, detail: $0.sign, replacing: typed)
    } + ["\\begin", "\\end"].map { Completion($0, .keyword, replacing: typed) }
  }
}

extension Label {
  /// The kind of element at the label with its title, in words.
  var explanation: String {
    switch kind {
    case .chapter: "chapter: \(title)"
    case .section: "section: \(title)"
    case .exercise: title
    case .solution: title
    case .experiment: "experiment"
    case .output(.chart, let id): "chart of \(id)"
    case .output(.table, let id): "table of \(id)"
    case .caption(_, let id): "figure of \(id)"
    case .table: "table"
    case .equation: title.isEmpty ? "equation" : "equation (\(title))"
    case .anchor: title.isEmpty ? "place" : title
    }
  }
}
