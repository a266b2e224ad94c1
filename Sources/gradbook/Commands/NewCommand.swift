import ArgumentParser
import BookModel
import BookPipeline
import Files
import Foundation

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a chapter that builds, to change into one of your own, or start a book.",
    discussion: """
      A new book gets Chapters/book.yml, which says what it is called, and its first chapter; without a \
      name that is Chapters/en/01-first-steps.md.

      The file is Chapters/LANGUAGE/NN-NAME.md, where NN is the number after the last chapter's, or \
      the one that a translation of the chapter has. A number of your own stands before the name: \
      04-noise. A file that is there is never overwritten.

      Example: gradbook new --book my-book
      Example: gradbook new noise --book my-book
      """)

  @Option(help: "The book: a folder that holds Chapters, or will.")
  var book = "."

  @Option(help: "The chapter's language, en or zh.")
  var language = "en"

  @Argument(
    help: "The chapter's name: small letters and digits, with single hyphens between.")
  var chapter: String?

  func run() async throws {
    guard let language = FrontMatter.Language(rawValue: language) else {
      throw ValidationError("the language '\(language)' is not known; expected en or zh")
    }
    let folder = BookFolder(book)
    let isNew = folder.readContents()?.hasChapters != true
    guard let name = chapter ?? (isNew ? "first-steps" : nil) else {
      throw ValidationError("the book '\(book)' has chapters already; name the new one")
    }
    let place = try NewChapter(name, in: folder, language: language)
    let template = ChapterTemplate(number: place.number, title: place.title)
    try FileAccess.makeFolder(place.folder)
    try write(template.text(in: language), to: place.path)
    print("Wrote \(place.path)")
    let file = PageFiles.join(folder.chaptersPath, BookFile.name)
    if isNew, FileKind(file) == .nothing {
      try write(BookFile.template(title: BookFile(in: folder.chaptersPath).book.title), to: file)
      print("Wrote \(file)")
    }
    let option = book == "." ? "" : " --book \(book)"
    print("Build it: gradbook build\(option)")
  }

  /// Writes a new file. An existing file, or even a dangling link, is an error.
  private func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      throw NewChapter.Failure.exists(path)
    } catch {
      throw FileError("write", path, reason: error.localizedDescription)
    }
  }
}
