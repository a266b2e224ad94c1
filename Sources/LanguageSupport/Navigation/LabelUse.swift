import BookModel
import Parsing
import Prose

/// A place at which a chapter writes a label.
package struct LabelUse: Equatable, Sendable {
  /// The path of the chapter that it is written in.
  package var path: String
  /// The label.
  package var label: String
  /// The normalized path of the chapter that the label belongs to.
  package var owner: String
  /// The bytes of the label in the text.
  package var range: Range<Int>
  /// True where the label is given to something.
  package var isDeclaration: Bool
  /// False where the text says the label in other words, such as the ones that GitHub would use.
  package var isExact = true
}

/// Finds the places at which a chapter writes labels.
struct LabelUseReader {
  private let chapter: EditedChapter
  private let owner: String

  /// Returns all places, those at which labels are given first.
  static func uses(in chapter: EditedChapter) -> [LabelUse] {
    let reader = LabelUseReader(chapter)
    return reader.declarations + reader.references + reader.values
  }

  private init(_ chapter: EditedChapter) {
    self.chapter = chapter
    owner = BookReferences.normalized(chapter.path)
  }

  private var declarations: [LabelUse] {
    chapter.chapter.prose.labels.compactMap { label in
      guard !label.id.hasPrefix("_"), let range = declaration(of: label) else { return nil }
      return use(label.id, at: range, isDeclaration: true)
    }
  }

  private var references: [LabelUse] {
    chapter.chapter.prose.references.compactMap { reference in
      guard let label = reference.label else { return nil }
      let range = chapter.text.bytes(of: reference.range)
      let written = Array(("#" + label).utf8)
      let isExact = chapter.text.bytes[range].suffix(written.count).elementsEqual(written)
      let target = reference.chapter.map {
        BookReferences.path(of: $0, from: chapter.chapter)
      }
      return LabelUse(
        path: chapter.path, label: label, owner: target ?? owner,
        range: isExact ? (range.upperBound - label.utf8.count)..<range.upperBound : range,
        isDeclaration: false, isExact: isExact)
    }
  }

  private var values: [LabelUse] {
    chapter.chapter.inlineValues.map { value in
      let start = chapter.text.offset(of: value.range.start) + 1
      return use(
        value.experiment, at: start..<(start + value.experiment.utf8.count), isDeclaration: false)
    }
  }

  private func use(_ label: String, at range: Range<Int>, isDeclaration: Bool) -> LabelUse {
    LabelUse(
      path: chapter.path, label: label, owner: owner, range: range, isDeclaration: isDeclaration)
  }

  /// The number of lines below an element's first in which its label is looked for.
  private static let span = 60

  /// Returns the bytes of a label where it is given; nil for one that nobody wrote.
  private func declaration(of label: Label) -> Range<Int>? {
    let marks: [String] =
      switch label.kind {
      case .chapter, .section, .exercise, .solution, .table, .caption: ["{#"]
      case .experiment: ["id="]
      case .output: ["label:"]
      case .equation: ["id=", "{#", "\\label{"]
      case .anchor: ["id=\"", "id='", "{#", "#"]
      }
    let first = label.range.start.line
    let last: Int
    switch label.kind {
    case .output, .caption, .equation, .table: last = first + Self.span
    case .chapter, .section, .exercise, .solution, .experiment, .anchor: last = first
    }
    for line in first...min(last, max(chapter.text.lineCount, first)) {
      let content = chapter.text.content(ofLine: line)
      for mark in marks {
        if let range = range(of: label.id, after: mark, in: content) { return range }
      }
    }
    return nil
  }

  /// Returns the bytes of a name behind a mark, perhaps with space between.
  private func range(of name: String, after mark: String, in content: Range<Int>) -> Range<Int>? {
    let (bytes, mark, name) = (chapter.text.bytes, Array(mark.utf8), Array(name.utf8))
    var index = content.lowerBound
    while index + mark.count <= content.upperBound {
      defer { index += 1 }
      guard bytes[index...].starts(with: mark) else { continue }
      let start = bytes[(index + mark.count)..<content.upperBound].firstIndex { $0 != 0x20 }
      guard let start, bytes[start..<content.upperBound].starts(with: name) else { continue }
      let end = start + name.count
      let isWhole =
        end == content.upperBound || !(ChapterText.isOfWord(bytes[end]) || bytes[end] == 0x2D)
      if isWhole { return start..<end }
    }
    return nil
  }
}
