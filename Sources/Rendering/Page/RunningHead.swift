import BookModel
import Markup

/// The head of every printed sheet: the book and the chapter. Browsers without margin boxes print
/// their own line there.
struct RunningHead {
  let words: InterfaceWords
  let frontMatter: FrontMatter

  /// The rule for the sheets.
  /// - Parameter name: the kind of sheet, as CSS calls it by `page`; all of the file without one
  func rule(for name: String = "") -> String {
    let number = frontMatter.order.map { words.chapter($0) + " · " } ?? ""
    let book =
      words.bookTitle.isEmpty
      ? "" : "\n  @top-left { content: \"\(Self.escaped(words.bookTitle))\"; }"
    return """

      @page \(name) {\(book)
        @top-right { content: "\(Self.escaped(number + frontMatter.title))"; }
      }
      """
  }

  /// Text within a string of CSS: whatever is not a letter, digit or space stands as its number, so
  /// that nothing can end the string or the stylesheet. What cannot be seen is left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    let plain = VisibleText(text).pieces.map { piece in
      if case .plain(let text) = piece { text } else { "" }
    }
    for scalar in plain.joined().unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": result.unicodeScalars.append(scalar)
      case "\u{A0}"...: result.unicodeScalars.append(scalar)
      default: result += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return result
  }
}
