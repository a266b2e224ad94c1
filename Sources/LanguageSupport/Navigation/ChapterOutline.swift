import BookModel

/// A part of a chapter, for an outline.
package struct OutlineItem: Equatable, Sendable {
  /// The kinds of parts.
  package enum Kind: Equatable, Sendable {
    case section
    case experiment
    case setup
    case figure
    case table
    case equation
  }

  /// The name.
  package var name: String
  /// More about it.
  package var detail: String?
  /// The kind.
  package var kind: Kind
  /// The bytes of all of it.
  package var range: Range<Int>
  /// The bytes of its first line.
  package var heading: Range<Int>
  /// What it holds.
  package var children: [OutlineItem] = []
}

/// Makes the outline of a chapter: its sections with the experiments, figures, tables and equations in
/// them.
struct ChapterOutline {
  private struct Entry {
    var item: OutlineItem
    /// The level of a section; nil for what sections hold.
    var level: Int?
  }

  /// Returns the parts on the outermost level.
  static func items(of chapter: EditedChapter) -> [OutlineItem] {
    let entries = (labels(of: chapter) + setups(of: chapter)).sorted {
      $0.item.range.lowerBound < $1.item.range.lowerBound
    }
    var rest = entries[...]
    return nested(&rest, below: 0, until: chapter.text.bytes.count)
  }

  private static func nested(_ rest: inout ArraySlice<Entry>, below level: Int, until end: Int)
    -> [OutlineItem]
  {
    var items: [OutlineItem] = []
    while let entry = rest.first {
      guard let own = entry.level else {
        items.append(entry.item)
        rest.removeFirst()
        continue
      }
      if own <= level { break }
      rest.removeFirst()
      let next = rest.first { $0.level.map { $0 <= own } ?? false }
      let last = next?.item.range.lowerBound ?? end
      var item = entry.item
      item.range = item.range.lowerBound..<max(last, item.heading.upperBound)
      item.children = nested(&rest, below: own, until: last)
      items.append(item)
    }
    return items
  }

  private static func labels(of chapter: EditedChapter) -> [Entry] {
    chapter.chapter.prose.labels.compactMap { label in
      let heading = chapter.text.content(ofLine: label.range.start.line)
      func entry(
        _ kind: OutlineItem.Kind, _ name: String, _ detail: String? = nil, level: Int? = nil
      ) -> Entry {
        Entry(
          item: OutlineItem(
            name: name.isEmpty ? label.id : name, detail: detail, kind: kind, range: heading,
            heading: heading),
          level: level)
      }
      switch label.kind {
      case .chapter: return entry(.section, label.title, level: 1)
      case .section(let level): return entry(.section, label.title, level: level)
      case .exercise: return entry(.section, label.title, level: 2)
      case .solution: return entry(.section, label.title, level: 3)
      case .experiment(let id): return block(id, heading, in: chapter)
      case .output(_, let id), .caption(_, let id):
        return entry(label.id.hasPrefix("tbl-") ? .table : .figure, label.id, "of \(id)")
      case .table: return label.id.hasPrefix("_") ? nil : entry(.table, label.id)
      case .equation: return entry(.equation, label.id)
      case .anchor: return nil
      }
    }
  }

  private static func block(_ id: String, _ heading: Range<Int>, in chapter: EditedChapter)
    -> Entry?
  {
    guard let block = chapter.chapter.blocks.first(where: { $0.experimentID == id }) else {
      return nil
    }
    return Entry(
      item: OutlineItem(
        name: id, detail: "experiment", kind: .experiment,
        range: heading.lowerBound..<end(of: block, in: chapter), heading: heading))
  }

  private static func setups(of chapter: EditedChapter) -> [Entry] {
    chapter.chapter.blocks.filter { $0.role == .setup }.enumerated().map { index, block in
      let heading = chapter.text.content(ofLine: block.fence.start.line)
      return Entry(
        item: OutlineItem(
          name: "setup \(index + 1)", detail: "setup", kind: .setup,
          range: heading.lowerBound..<end(of: block, in: chapter), heading: heading))
    }
  }

  private static func end(of block: Block, in chapter: EditedChapter) -> Int {
    let newlines = block.code.utf8.count { $0 == UInt8(ascii: "\n") }
    return chapter.text.content(ofLine: block.codeStart.line + newlines).upperBound
  }
}
