import BookModel
import Files
import Parsing

/// The file that says what a book is called, `book.yml` in its folder of chapters.
package struct BookFile {
  package static let name = "book.yml"

  /// The book; without the file it is called like its folder.
  package private(set) var book: BookDescription
  /// The errors and warnings.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Reads the file of a book.
  /// - Parameter folder: the folder of the chapters
  package init(in folder: String) {
    let title = Self.title(ofFolder: folder)
    book = BookDescription(title: title)
    let path = PageFiles.join(folder, Self.name)
    guard FileKind(path) != .nothing else { return }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileAccess.read(path, atMost: BookFileReader.maximumSize + 1)
    } catch {
      let place = SourceRange(file: path, line: 1, column: 1)
      diagnostics = [
        Diagnostic(
          at: place, "the file cannot be read: \(error.reason)",
          hint: "it is a text with at most \(BookFileReader.maximumSize) bytes")
      ]
      return
    }
    let result = BookFileReader.read(bytes, path: path, title: title)
    (book, diagnostics) = (result.book, result.diagnostics)
    guard let cover = result.cover else { return }
    switch ImageFile(cover, chapter: path, root: folder).read() {
    case .success(let content): book.cover = .image(content)
    case .failure(let diagnostic): diagnostics.append(diagnostic)
    }
  }

  /// Returns a file to change into that of a book of one's own.
  package static func template(title: String) -> String {
    """
    # What the book is called. For several languages: title: {en: …, zh: …}
    title: \(quoted(title))
    # description: One or two sentences for the page that lists the chapters.
    # author: [Given Family, …]
    # licence: CC BY 4.0
    # cover: cover.png
    # identifier: urn:isbn:…
    # Commands for the formulas of all chapters:
    # macros:
    #   '\\E': '\\mathbb{E}'
    #   '\\norm': '\\lVert #1 \\rVert'

    """
  }

  /// The text between single quotes, as YAML reads it.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  /// Returns the name of the folder that holds the folder of chapters, as a title: `my-book` becomes
  /// `My book`.
  private static func title(ofFolder folder: String) -> String {
    let parts = (FileAccess.resolved(folder) ?? folder).split(separator: "/")
    let name = parts.last == "Chapters" ? parts.dropLast().last ?? "Book" : parts.last ?? "Book"
    let words = name.split { "-_ ".contains($0) }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
