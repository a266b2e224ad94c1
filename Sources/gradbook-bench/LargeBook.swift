import Markdown

extension Benchmark {
  /// Builds a book of 1,000 chapters without experiments, in a process: from nothing, and again
  /// after a change in one chapter. The reference is libcmark on the same texts within this
  /// process.
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

/// A generated book, with its own cache.
private final class LargeBook {
  private let folder = WorkFolder()
  private var texts: [String] = []
  private var changes = 0
  private var beginnings = 0

  init() {
    for number in 1...1000 {
      texts.append(Self.text(number, ""))
      folder.write(texts[number - 1], to: "Chapters/en/\(number).md")
    }
  }

  /// Removes the files.
  func remove() { folder.remove() }

  /// Returns about 9,000 bytes of prose with ten sections.
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

  /// Builds without a cache and without a site, in new folders: file systems are slow for minutes
  /// after many files have been removed.
  func buildFromNothing() {
    beginnings += 1
    build()
  }

  /// Changes one chapter and builds.
  func changeAndBuild() {
    changes += 1
    folder.write(Self.text(500, "after change \(changes)"), to: "Chapters/en/500.md")
    build()
  }

  /// Builds the site.
  func build() {
    folder.gradbook(
      ["build", "--output", "site-\(beginnings)"],
      environment: [
        "GRADBOOK_CACHE": folder.place.appending(path: "cache-\(beginnings)").path
      ])
  }

  /// Converts the texts with libcmark, one after another.
  func convertAlone() {
    for text in texts { _ = MarkdownDocument(text).html() }
  }
}
