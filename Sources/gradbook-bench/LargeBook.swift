import Foundation
import Markdown

extension Benchmark {
  /// A book of 1,000 chapters without experiments, as a whole process: built from nothing, and again
  /// after one chapter was changed; beside libcmark on the same texts within this process.
  static let largeBook = ["book-1000", "book-1000-one-changed"].map { name in
    Benchmark(name: name) {
      let book = LargeBook()
      defer { book.remove() }
      if name == "book-1000-one-changed" { book.build() }
      let times = fastest(
        repeats: name == "book-1000" ? 2 : 8,
        { name == "book-1000" ? book.buildFromNothing() : book.changeAndBuild() },
        book.convertAlone)
      return [
        Measurement(
          name: name, value: times.ours * 1e3, unit: "ms", reference: "libcmark, the same texts",
          referenceValue: times.reference * 1e3)
      ]
    }
  }
}

/// A generated book, with a cache of its own.
private final class LargeBook {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "gradbook-bench-\(UUID())")
  private var texts: [String] = []
  private var changes = 0
  private var beginnings = 0

  init() {
    let chapters = folder.appending(path: "Chapters/en")
    try? FileManager.default.createDirectory(at: chapters, withIntermediateDirectories: true)
    for number in 1...1000 {
      texts.append(Self.text(number, ""))
      try? Data(texts[number - 1].utf8).write(to: chapters.appending(path: "\(number).md"))
    }
  }

  /// Removes what was written.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// About 9,000 bytes of prose with ten sections.
  private static func text(_ number: Int, _ word: String) -> String {
    let sentence = "The step goes *down* the slope, as far as the `rate` and the gradient say. "
    let sections = (1...10).map { section in
      """

      ## Section \(section)

      \(String(repeating: sentence, count: 10))[Back](#section-1).

      - one of \(number) \(word)
      - two

      ```swift
      let x = NDArray([1, 2, \(section)])
      for i in 0..<10 { print(i, "of", x.count) }
      ```

      """
    }
    return "---\ntitle: Chapter \(number)\norder: \(number)\n---\n" + sections.joined()
  }

  /// Builds with nothing remembered and nothing written, in new folders: file systems are slow for
  /// minutes where much has just been removed.
  func buildFromNothing() {
    beginnings += 1
    build()
  }

  /// Changes one chapter and builds.
  func changeAndBuild() {
    changes += 1
    let text = Self.text(500, "after change \(changes)")
    try? Data(text.utf8).write(to: folder.appending(path: "Chapters/en/500.md"))
    build()
  }

  /// Builds the site.
  func build() {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "gradbook")
    process.arguments = ["build", "--output", "site-\(beginnings)"]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["GRADBOOK_CACHE": folder.appending(path: "cache-\(beginnings)").path]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      process.waitUntilExit()
    } catch {
      fatalError("cannot run gradbook: \(error)")
    }
    precondition(process.terminationStatus == 0, "gradbook ended with an error")
  }

  /// The texts by libcmark, one after another.
  func convertAlone() {
    for text in texts { _ = MarkdownDocument(text).html() }
  }
}
