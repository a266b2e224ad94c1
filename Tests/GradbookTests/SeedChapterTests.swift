import Foundation
import TestTurns
import Testing

/// The book as it stands, rendered by the real command.
@Suite(.startsPrograms) struct SeedChapterTests {
  /// What the seed printed, run by run.
  static let printed = """
    Batch size 1, Learning rate 0.200000, Epoch 1, loss 6.5111e-05
    Batch size 1, Learning rate 0.200000, Epoch 2, loss 8.4869e-05
    Batch size 1, Learning rate 0.020000, Epoch 3, loss 4.8941e-05
    w: [[ 2.00122356 -3.40042353]] b: 4.20143
    Batch size 1000, Learning rate 0.999000, Epoch 1, loss 2.8226e-03
    Batch size 1000, Learning rate 0.999000, Epoch 2, loss 7.6969e-05
    Batch size 1000, Learning rate 0.099900, Epoch 3, loss 7.2206e-05
    w: [[ 1.99328578 -3.40189672]] b: 4.19996
    Batch size 10, Learning rate 0.200000, Epoch 1, loss 4.9146e-05
    Batch size 10, Learning rate 0.200000, Epoch 2, loss 4.8791e-05
    Batch size 10, Learning rate 0.020000, Epoch 3, loss 4.8380e-05
    w: [[ 1.99995196 -3.39923882]] b: 4.20079
    Batch size 10, Learning rate 5.000000, Epoch 1, loss nan
    Batch size 10, Learning rate 5.000000, Epoch 2, loss nan
    Batch size 10, Learning rate 0.500000, Epoch 3, loss nan
    w: [[ nan  nan]] b: nan
    Batch size 10, Learning rate 0.002000, Epoch 1, loss 1.0582e+01
    Batch size 10, Learning rate 0.002000, Epoch 2, loss 7.1162e+00
    Batch size 10, Learning rate 0.000200, Epoch 3, loss 6.8397e+00
    w: [[ 0.27345622 -1.61730075]] b: 1.42968
    """

  @Test("both languages print the seed's lines, in its form, within 0.1%", arguments: ["en", "zh"])
  func lines(language: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let page = scratch.file("page.html").path
    let chapter = "Chapters/\(language)/03-stochastic-gradient-descent.md"
    let run = try await CommandRun(["render", chapter, "-o", page])
    #expect(run.exitCode == 0, "\(run.errors)")

    let html = try scratch.read("page.html")
    let lines = html.split(whereSeparator: { "\n<>".contains($0) }).map(String.init)
      .filter { ($0.hasPrefix("Batch size") && $0.contains("Epoch")) || $0.hasPrefix("w: [[") }
    let expected = SeedChapterTests.printed.split(separator: "\n").map(String.init)
    try #require(lines.count == expected.count)
    for (ours, theirs) in zip(lines, expected) {
      let (a, b) = (SeedChapterTests.taken(apart: ours), SeedChapterTests.taken(apart: theirs))
      #expect(a.form == b.form, "\(ours) has not the form of \(theirs)")
      for (x, y) in zip(a.numbers, b.numbers) {
        #expect(
          x == y || x.isNaN && y.isNaN || abs(x - y) <= 1e-3 * abs(y), "\(ours) for \(theirs)")
      }
    }
  }

  /// A line's numbers, and the line with a mark in place of each that keeps its width.
  private static func taken(apart line: String) -> (form: String, numbers: [Double]) {
    var numbers: [Double] = []
    var form = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      let digits = word.trimmingCharacters(in: CharacterSet(charactersIn: "[],"))
      if let number = Double(digits) {
        numbers.append(number)
        form += word.replacingOccurrences(of: digits, with: "#\(digits.count)")
      } else {
        form += word
      }
      form += " "
    }
    return (form, numbers)
  }
}
