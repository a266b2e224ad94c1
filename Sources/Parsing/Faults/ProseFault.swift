import BookModel
import Prose

/// An error in the text between the blocks.
enum ProseFault: Equatable {
  /// A heading of the first level is more than one level deeper than the previous one, of the
  /// second.
  case skippedLevel(Int, after: Int)
  case wrongLabel(String, suggestion: String?)
  case duplicateLabel(String)
  /// A place of the text has a name that is taken.
  case duplicateAnchor(String)
  case unknownLabel(String, known: [String])
  /// A link names nearly a label.
  case nearLabel(String, meant: String)
  /// A row has this many cells, more than the table has columns.
  case tooManyCells(Int, columns: Int)
  /// A row has this many cells, fewer than the table has columns.
  case tooFewCells(Int, columns: Int)
  /// The rows of a table lack this many cells, too many to be filled in.
  case tooManyMissingCells(Int, most: Int)
  /// The row of names and the row of hyphens differ in length.
  case unequalHeader(Int, hyphens: Int)
  /// A table has a label but no caption for its number.
  case emptyCaption
  /// A heading has neither words nor a picture with words.
  case emptyHeading
  case unknownAdmonition(String)
  /// There is text after `[!NOTE]` on its line.
  case admonitionLine(String)
  case unknownFootnote(String, known: [String])
  case duplicateFootnote(String)
  case unusedFootnote(String)
  case brokenCitation(String)
  /// An image has no text alternative.
  case imageWithoutText(String)
  /// An image is on the web, but pages load nothing from there.
  case imageElsewhere(String)
}

extension ProseFault {
  /// The severity: an error when the page cannot show what is specified.
  var severity: Diagnostic.Severity {
    switch self {
    case .wrongLabel(_, nil), .duplicateLabel: .error
    default: .warning
    }
  }

  /// The kind of a fault of which a chapter is told once; see `ParsingError`.
  var kindToldOnce: String? {
    switch self {
    case .skippedLevel: "skipped level"
    case .emptyHeading: "empty heading"
    case .tooManyCells: "too many cells"
    case .tooFewCells: "too few cells"
    case .imageWithoutText: "image without text"
    case .imageElsewhere: "image elsewhere"
    default: nil
    }
  }

  /// The finding.
  var message: String {
    switch self {
    case .skippedLevel(let level, let last):
      "found a heading of level \(level) after one of level \(last)"
    case .wrongLabel(let label, _):
      "found the label '\(label)', expected small letters and digits with single hyphens between"
    case .duplicateLabel(let label): "the label '\(label)' is used twice"
    case .duplicateAnchor(let name): "the name '\(name)' is taken, and has no effect here"
    case .nearLabel(let label, _): "there is no '#\(label)' in this chapter"
    case .unknownLabel(let label, _): "there is no '#\(label)' in this chapter"
    case .tooManyCells(let cells, let columns):
      "found \(cells) cells in a row of a table with \(columns) columns"
    case .tooFewCells(let cells, let columns):
      "found only \(cells) cell\(cells == 1 ? "" : "s") in a row of a table with \(columns) columns"
    case .tooManyMissingCells(let missing, let most):
      "the table's rows lack \(missing) cells; at most \(most) are filled in"
    case .unequalHeader(let names, let hyphens):
      "found \(names) column names above \(hyphens) columns of hyphens"
    case .emptyCaption: "the table's caption has no text"
    case .emptyHeading: "the heading has no text"
    case .unknownAdmonition(let word): "unknown admonition '[!\(word)]'"
    case .admonitionLine(let word): "found text behind '[!\(word)]' on the same line"
    case .unknownFootnote(let label, _): "there is no footnote '[^\(label)]' in this chapter"
    case .duplicateFootnote(let label): "the footnote '[^\(label)]' is given twice"
    case .unusedFootnote(let label): "nothing refers to the footnote '[^\(label)]'"
    case .brokenCitation(let text): "found '\(text)', expected a citation such as '[@robbins1951]'"
    case .imageWithoutText(let address): "the image '\(address)' has no text alternative"
    case .imageElsewhere(let address): "the image '\(address)' lies outside of the book"
    }
  }

  /// The next step.
  var hint: String {
    switch self {
    case .skippedLevel(_, let last):
      "write \(String(repeating: "#", count: last + 1)), so that no level is left out"
    case .wrongLabel(_, let suggestion):
      suggestion.map { "write '{#\($0)}'" } ?? "write for example '{#why-it-works}'"
    case .duplicateLabel, .duplicateAnchor: "give each label of a chapter to one place"
    case .nearLabel(_, let meant): "the link leads to '#\(meant)': write that"
    case .unknownLabel(let label, let known):
      NearMiss.question(label, among: known)
        ?? (known.isEmpty
          ? "write '{#\(label)}' at the end of a heading" : Self.list("the labels are", known))
    case .tooManyCells: "they are left out: remove a cell, or write '\\|' for a bar within one"
    case .tooFewCells: "write a bar for each empty cell"
    case .tooManyMissingCells: "write all cells of its rows, or fewer columns"
    case .unequalHeader: "write as many '---' as there are names"
    case .emptyHeading: "write what the section is about, or remove the line"
    case .emptyCaption: "write for example ': Rates by step {#tbl-rates}'"
    case .unknownAdmonition(let word):
      NearMiss.question(word.uppercased(), among: Admonition.Kind.allCases.map(\.word))
        ?? "write \(Admonition.Kind.allCases.map { "[!\($0.word)]" }.joined(separator: ", "))"
    case .admonitionLine: "begin the text on the next line"
    case .unknownFootnote(let label, let known):
      NearMiss.question(label, among: known)
        ?? "write its text as a paragraph: '[^\(label)]: …'"
    case .duplicateFootnote: "give each footnote its own label"
    case .unusedFootnote(let label): "write '[^\(label)]' where it belongs, or remove it"
    case .brokenCitation: "write '[@key]', '[@key, p. 3]' or '[@one; @two]'"
    case .imageWithoutText: "write what it shows between the brackets: '![…](…)'"
    case .imageElsewhere: "save it beside the chapter: a page loads nothing from elsewhere"
    }
  }

  private static func list(_ lead: String, _ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    return "\(lead) \(shown)\(names.count > 12 ? ", …" : "")"
  }
}
