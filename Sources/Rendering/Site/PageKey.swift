import BookModel
import Digests
import Markdown
import Transcript

/// Names everything that a chapter's page and its part of the whole books depend on, and nothing else.
struct PageKey {
  /// 64 hexadecimal digits.
  let name: String

  /// Makes the key of a chapter.
  /// - Parameters:
  ///   - chapter: the chapter, with the files that it asks for
  ///   - run: what running it came to
  ///   - outline: the book; nil for a page that stands alone
  ///   - live: what the page needs to run its experiments itself, if it does
  ///   - program: tells apart the programs that make pages
  init(
    _ chapter: Chapter, _ run: ChapterRun, _ outline: BookOutline?,
    _ live: LiveChapter? = nil, program: String
  ) {
    var digest = SHA256()
    digest.update(program)
    digest.update(MarkdownDocument.libraryVersion)
    digest.update(chapter.path)
    digest.update(chapter.text)
    digest.update(chapter.macros.fingerprint)
    Self.update(&digest, chapter.faults)
    Self.update(&digest, enclosuresOf: chapter)
    Self.update(&digest, run)
    if let outline { Self.update(&digest, outline, seenFrom: chapter) }
    if let live { Self.update(&digest, live) }
    name = digest.hexadecimal()
  }

  private static func update(_ digest: inout SHA256, _ live: LiveChapter) {
    switch live.module {
    case .embedded(let base64): digest.update("embedded \(base64)")
    case .beside(let path): digest.update("beside \(path)")
    }
    digest.update(UInt64(live.experiments.count))
    for (id, number) in live.experiments.sorted(by: { $0.key < $1.key }) {
      digest.update("\(id) \(number)")
    }
    for (id, reason) in live.refusals.sorted(by: { $0.key < $1.key }) {
      digest.update("\(id) \(reason)")
    }
  }

  private static func update(_ digest: inout SHA256, enclosuresOf chapter: Chapter) {
    for block in chapter.blocks where block.options.source != nil { digest.update(block.code) }
    for image in chapter.prose.images {
      digest.update(image.content?.mediaType ?? "")
      digest.update(UInt64(image.content?.bytes.count ?? 0))
      digest.update(image.content?.bytes ?? [])
    }
    for file in chapter.prose.files { digest.update(file.isMissing ? file.path : "") }
    for group in chapter.prose.citationGroups {
      for citation in group.citations { digest.update(citation.key) }
    }
    for entry in chapter.prose.bibliography { update(&digest, entry) }
  }

  private static func update(_ digest: inout SHA256, _ entry: BibliographyEntry) {
    digest.update(entry.key)
    digest.update(entry.type)
    digest.update(UInt64(entry.names.count))
    for (role, people) in entry.names.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      digest.update(role.rawValue)
      digest.update(UInt64(people.names.count) << 1 | (people.hasMore ? 1 : 0))
      for name in people.names {
        for part in [name.family, name.given, name.particle, name.suffix] { digest.update(part) }
      }
    }
    digest.update(UInt64(entry.dates.count))
    for (field, date) in entry.dates.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      digest.update("\(field.rawValue) \(date)")
    }
    digest.update(UInt64(entry.fields.count))
    for (field, text) in entry.fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      digest.update(field.rawValue)
      digest.update(UInt64(text.runs.count))
      for run in text.runs {
        digest.update(UInt64(run.style.rawValue))
        for part in [run.text, run.tex ?? "", run.address ?? ""] { digest.update(part) }
      }
    }
    digest.update(UInt64(entry.links.count))
    for link in entry.links {
      digest.update(link.text)
      digest.update(link.address ?? "")
    }
  }

  private static func update(_ digest: inout SHA256, _ run: ChapterRun) {
    digest.update(UInt64(run.results.count))
    for (id, result) in run.results.sorted(by: { $0.key < $1.key }) {
      digest.update(id)
      digest.update(UInt64(result.outputs.count))
      for output in result.outputs { update(&digest, output) }
      update(&digest, result.failure.map { [$0] } ?? [])
      digest.update(result.standardError)
    }
    update(&digest, run.diagnostics)
  }

  private static func update(_ digest: inout SHA256, _ output: Output) {
    func update(_ kind: UInt64, _ bytes: [UInt8]) {
      digest.update(kind)
      digest.update(UInt64(bytes.count))
      digest.update(bytes)
    }
    switch output {
    case .text(let text): update(0, Array(text.utf8))
    case .chart(let chart): update(1, chart.encoded())
    case .table(let table): update(2, table.encoded())
    case .check(let check): update(3, check.encoded())
    case .value(let value): update(4, value.encoded())
    case .knob(let knob): update(5, knob.encoded())
    case .failure(let diagnostic): Self.update(&digest, [diagnostic])
    }
  }

  private static func update(_ digest: inout SHA256, _ diagnostics: [Diagnostic]) {
    digest.update(UInt64(diagnostics.count))
    for diagnostic in diagnostics { digest.update(diagnostic.description) }
  }

  /// Adds the facts about other chapters that a page shows: the list of chapters, its neighbours,
  /// and the numbers and titles that it refers to.
  private static func update(
    _ digest: inout SHA256, _ outline: BookOutline, seenFrom chapter: Chapter
  ) {
    let path = PagePath(ofChapter: chapter.path)
    digest.update(outline.fingerprint)
    let neighbours = outline.neighbours(of: path)
    digest.update(neighbours.previous?.frontMatter.title ?? "")
    digest.update(neighbours.next?.frontMatter.title ?? "")
    for reference in chapter.prose.references {
      guard let address = reference.chapter, let page = path.page(ofChapterAt: address) else {
        continue
      }
      let frontMatter = outline.entry(of: page)?.frontMatter
      digest.update(frontMatter?.title ?? "")
      digest.update(UInt64(bitPattern: Int64(frontMatter?.order ?? -1)))
      let place = reference.label.flatMap { outline.numbers[page]?.places[$0] }
      digest.update(place.map { "\($0.kind) \($0.number) \($0.anchor) \($0.title)" } ?? "")
    }
  }
}
