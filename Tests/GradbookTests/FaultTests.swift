import Foundation
import TestTurns
import Testing

/// A book in which everything goes wrong that can, through the real command line.
@Suite(.startsPrograms) struct FaultTests {
  static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/faults")

  @Test("everything that can go wrong is told with its place and a hint, and stops nothing else")
  func diagnostics() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try FileManager.default.copyItem(
      at: FaultTests.fixture.appending(path: "Chapters"), to: scratch.file("Chapters"))
    try Data([0x61, 0x0A, 0xFF, 0x0A]).write(to: scratch.file("Chapters/en/03-bytes.md"))
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 1)

    let expected = FaultTests.fixture.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["GRADBOOK_RECORD"] == "1" {
      try Data(run.errors.utf8).write(to: expected)
    }
    // Line by line, so that a failure shows what differs and not all that does not.
    // Where an endless loop was when its time was over is known by its line; the column is chance.
    func lines(_ text: String) -> [String] {
      text.replacing(/:\d+(: error: the experiment did not end)/) { "\($0.1)" }
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let recorded = String(decoding: try Data(contentsOf: expected), as: UTF8.self)
    #expect(lines(run.errors).difference(from: lines(recorded)).map { "\($0)" } == [])

    let page = try scratch.read("_site/en/01-blocks.html")
    #expect(page.contains("fine 2"))
    #expect(page.contains("before"))
    #expect(page.contains("do not fit; expected [n, k] and [k, m]"))
    let pages = try FileManager.default.contentsOfDirectory(atPath: scratch.file("_site/en").path)
    #expect(
      pages.sorted() == [
        "01-blocks.html", "01-blocks.md", "01-blocks.swift", "02-syntax.html", "02-syntax.md",
        "03-bytes.html",
      ])
  }
}
