import BookModel
import Parsing

/// A new name for a label, with all places that have to change.
package struct LabelRenaming: Equatable, Sendable {
  /// The reason why a label cannot get a name.
  package enum Refusal: Error, Equatable, Sendable {
    case noLabel
    case invalid(String)
    case taken(String)
    case unwritten(String)

    /// The reason in words, with the next step.
    package var message: String {
      switch self {
      case .noLabel:
        "there is no label here: put the cursor into one, such as the name behind '#' or 'id='"
      case .invalid(let name):
        "'\(name)' cannot be a label: write small letters and digits, with single hyphens between"
      case .taken(let name): "the chapter has a label '\(name)' already"
      case .unwritten(let name):
        "the label '\(name)' is made from the words of its heading: write {#\(name)} behind them first"
      }
    }
  }

  /// The label's places.
  package var uses: [LabelUse]

  /// Finds the label at a byte of a chapter's text.
  static func target(in chapter: EditedChapter, at offset: Int) -> LabelUse? {
    LabelUseReader.uses(in: chapter).first {
      $0.range.lowerBound <= offset && offset <= $0.range.upperBound
    }
  }

  /// Finds the places of the label at a byte of a chapter's text, which is to get another name.
  /// - Parameters:
  ///   - others: the other chapters of the book
  ///   - name: the new name; nil to find the places only
  init(
    in chapter: EditedChapter, at offset: Int, others: [EditedChapter], name: String?
  ) throws(Refusal) {
    guard let target = Self.target(in: chapter, at: offset) else { throw .noLabel }
    let all = [chapter] + others
    uses = all.flatMap(LabelUseReader.uses).filter {
      $0.label == target.label && $0.owner == target.owner
    }
    guard let name else { return }
    if !ChapterSyntax.isLabel(name) { throw .invalid(name) }
    if !uses.contains(where: \.isDeclaration) { throw .unwritten(target.label) }
    let owner = all.first { BookReferences.normalized($0.path) == target.owner }
    let isTaken = owner?.chapter.prose.labels.contains { $0.id == name } ?? false
    if isTaken, name != target.label { throw .taken(name) }
    uses = uses.filter(\.isExact)
  }
}
