import BookModel
import BookPipeline

/// The number, the file and the title of a new chapter.
struct NewChapter {
  /// The reason why the chapter cannot be made.
  enum Failure: Error, Equatable, CustomStringConvertible {
    case notAName(String)
    case exists(String)
    case numberTaken(String, by: String)

    var description: String {
      switch self {
      case .notAName(let name):
        """
        '\(name)' cannot be a chapter's name
          hint: write small letters and digits with single hyphens between, such as noise-floor
        """
      case .exists(let path):
        """
        the chapter is there already: \(path)
          hint: choose another name; nothing was written
        """
      case .numberTaken(let number, let path):
        """
        the number \(number) belongs to \(path)
          hint: choose another number, or leave it out to get the next one
        """
      }
    }
  }

  /// The chapter's number, from 1.
  let number: Int
  /// The title made from the name: `noise-floor` becomes `Noise floor`.
  let title: String
  /// The folder of the chapter's language.
  let folder: String
  /// The path of the file.
  let path: String

  /// Determines the number and the file of a chapter, whose name may contain its number:
  /// `04-noise`.
  init(_ chapter: String, in book: BookFolder, language: FrontMatter.Language) throws(Failure) {
    guard var name = ChapterFileName(chapter) else { throw .notAName(chapter) }
    let folder = PageFiles.join(book.chaptersPath, language.rawValue)
    let existing = book.existingChapters()
    let sameLanguage = existing.filter { $0.folder == folder }
    if let same = sameLanguage.first(where: { $0.name.words == name.words }) {
      throw .exists(same.path)
    }
    if name.number == nil {
      let translation = existing.first { $0.name.words == name.words }?.name.number
      let last = existing.compactMap { $0.name.number }.max() ?? 0
      name.number = translation ?? last + 1
    }
    let number = name.number ?? 1
    if let other = sameLanguage.first(where: { $0.name.number == number }) {
      throw .numberTaken(name.numberText, by: other.path)
    }
    (self.number, self.folder) = (number, folder)
    title = name.title
    path = PageFiles.join(folder, name.text)
  }
}

/// The parts of a chapter's file name: `04-noise-floor.md`.
struct ChapterFileName {
  /// The number before the name; nil without one.
  var number: Int?
  /// The name's words.
  let words: [String]

  /// Parses a name, with or without `.md`; nil when it is not a valid one.
  init?(_ text: String) {
    var parts = (text.hasSuffix(".md") ? text.dropLast(3) : text[...])
      .split(separator: "-", omittingEmptySubsequences: false)
    if let first = parts.first, (1...4).contains(first.utf8.count), first.utf8.allSatisfy(isDigit),
      let value = Int(first), value > 0, parts.count > 1
    {
      number = value
      parts.removeFirst()
    }
    words = parts.map(String.init)
    let areWords = words.allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { isDigit($0) || (0x61...0x7A).contains($0) }
    }
    let letters = words.joined().utf8
    if !areWords || letters.allSatisfy(isDigit) || letters.count > 80 { return nil }
  }

  /// The number with at least two digits, so that files sort in the order of the chapters.
  var numberText: String {
    let digits = String(number ?? 0)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }

  /// The file name.
  var text: String { numberText + "-" + words.joined(separator: "-") + ".md" }

  /// The words as a title.
  var title: String {
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

extension BookFolder {
  /// Returns the existing chapters with their folders and names; none for a book without chapters.
  fileprivate func existingChapters() -> [(folder: String, path: String, name: ChapterFileName)] {
    let paths = readContents()?.chapters ?? []
    return paths.compactMap { path in
      let slash = path.lastIndex(of: "/")
      let file = slash.map { String(path[path.index(after: $0)...]) } ?? path
      guard let name = ChapterFileName(file) else { return nil }
      return (slash.map { String(path[..<$0]) } ?? "", path, name)
    }
  }
}
