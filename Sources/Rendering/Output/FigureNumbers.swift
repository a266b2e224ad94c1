/// Counts the figures of a chapter: 3.1, 3.2, … in chapter 3; 1, 2, … in a chapter without number.
struct FigureNumbers {
  private let chapter: Int?
  private var count = 0

  /// Starts before the first figure.
  init(chapter: Int?) { self.chapter = chapter }

  /// The number of the next figure.
  mutating func next() -> String {
    count += 1
    return chapter.map { "\($0).\(count)" } ?? "\(count)"
  }
}
