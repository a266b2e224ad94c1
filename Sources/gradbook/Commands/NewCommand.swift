import ArgumentParser
import BookModel
import Files
import Foundation

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a first chapter that builds, to change into one of your own.",
    discussion: """
      The file is Chapters/LANGUAGE/NN-NAME.md, where NN is the number after the last chapter's, or \
      the one that a translation of the chapter has. A number of your own stands before the name: \
      04-noise. A file that is there is never overwritten.

      Example: gradbook new noise --book my-book
      """)

  @Option(help: "The book: a folder that holds Chapters, or will.")
  var book = "."

  @Option(help: "The chapter's language, en or zh.")
  var language = "en"

  @Argument(help: "The chapter's name: small letters and digits, with single hyphens between.")
  var chapter: String

  func run() async throws {
    guard let language = FrontMatter.Language(rawValue: language) else {
      throw ValidationError("the language '\(language)' is not known; expected en or zh")
    }
    let place = try NewChapter(chapter, in: BookFolder(book), language: language)
    let template = ChapterTemplate(number: place.number, title: place.title)
    try FileAccess.makeFolder(place.folder)
    try write(template.text(in: language), to: place.path)
    print("Wrote \(place.path)")
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
