import BookModel
import Foundation
import Parsing
import TestTurns
import Testing

@testable import BookPipeline

/// Chapters whose blocks read data files beside them.
@Suite(.startsPrograms) struct DataFileTests {
  /// Writes a chapter with a block and renders it.
  private func render(_ block: String, in scratch: Scratch) async throws -> (CommandRun, String) {
    try scratch.write("# Data\n\n\(block)\n", to: "Chapters/en/a.md")
    let run = try await CommandRun(
      ["render", "Chapters/en/a.md", "-o", "page.html"], in: scratch.folder)
    return (run, try String(contentsOf: scratch.file("page.html"), encoding: .utf8))
  }

  private static func experiment(_ code: String, _ options: String = "") -> String {
    "```swift experiment id=x\n\(options)\(code)\n```"
  }

  @Test("Setup blocks and experiments read what they declare, by any path in the book")
  func reading() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("x,y\n1,2\n3,4\n", to: "Chapters/en/a.csv")
    try scratch.write("z\n5\n", to: "Chapters/data/b.csv")
    let setup = "```swift setup\n//| data: a.csv\nlet data = data(\"a.csv\")\n```\n\n"
    let (run, page) = try await render(
      setup
        + Self.experiment(
          """
          let other = Notebook.data("/data/b.csv")
          print("found", data["y"].elements, data.count, other["z"].item(), data.array().shape)
          """, "//| data: /data/b.csv\n"), in: scratch)
    #expect(run.errors == "" && run.exitCode == 0)
    #expect(page.contains("found [2.0, 4.0] 2 5.0 [2, 2]"))
  }

  @Test("A block can read no other file, and change none")
  func sandbox() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("x\n1\n", to: "Chapters/en/a.csv")
    try scratch.write("x\n2\n", to: "Chapters/en/b.csv")
    let folder = scratch.file("Chapters/en").path
    let (run, page) = try await render(
      Self.experiment(
        """
        import Glibc
        let path = String(cString: getenv("GRADBOOK_DATA_0"))
        print("declared", data("a.csv")["x"].item(), open(path, O_RDONLY) >= 0)
        print("written", open(path, O_WRONLY) >= 0, chmod(path, 0o777) == 0, unlink(path) == 0)
        print("beside", open("\(folder)/b.csv", O_RDONLY) >= 0, open("b.csv", O_RDONLY) >= 0)
        print("itself", open("\(folder)/a.csv", O_WRONLY) >= 0)
        """, "//| data: a.csv\n"), in: scratch)
    #expect(run.errors == "" && run.exitCode == 0)
    #expect(page.contains("declared 1.0 true\nwritten false false false\n"))
    #expect(page.contains("beside false false\nitself false\n"))
  }

  @Test("A file that is changed makes its experiment run again, one that is touched does not")
  func cache() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    // Only a run draws another number.
    let block =
      "```swift setup\n//| data: a.csv\n```\n\n"
      + Self.experiment("print(\"drawn\", UInt64.random(in: 0...UInt64.max))")
    func drawn() async throws -> Substring {
      let (run, page) = try await render(block, in: scratch)
      #expect(run.errors == "" && run.exitCode == 0)
      return try #require(page.firstMatch(of: /drawn \d+/)?.output)
    }
    try scratch.write("x\n1\n", to: "Chapters/en/a.csv")
    let first = try await drawn()
    try FileManager.default.setAttributes(
      [.modificationDate: Date.distantPast], ofItemAtPath: scratch.file("Chapters/en/a.csv").path)
    #expect(try await drawn() == first)
    try scratch.write("x\n2\n", to: "Chapters/en/a.csv")
    let second = try await drawn()
    #expect(second != first)
    try scratch.write("x\n1\n", to: "Chapters/en/a.csv")
    #expect(try await drawn() == first)
  }

  @Test(
    "A file that cannot be read is an error at its place",
    arguments: [
      ("none.csv", "the data file 'none.csv' is not there"),
      ("../../b.csv", "the data file '../../b.csv' lies outside of the book"),
      ("folder", "the data file 'folder' is a folder, not a file"),
      (
        "big.csv",
        "the data file 'big.csv' has 128000001 bytes; a data file has at most 128000000"
      ),
    ])
  func unreadable(_ name: String, _ message: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("x\n1\n", to: "b.csv")
    try scratch.write("", to: "Chapters/en/folder/c.csv")
    try scratch.write("", to: "Chapters/en/big.csv")
    try FileHandle(forWritingTo: scratch.file("Chapters/en/big.csv")).truncate(
      atOffset: 128_000_001)
    let (run, page) = try await render(
      Self.experiment("print(1)", "//| data: \(name)\n"), in: scratch)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("Chapters/en/a.md:4:11: error: \(message)\n"))
    #expect(page.contains(try #require(message.split(separator: "'").last)))
  }

  @Test("A faulty file and an undeclared one stop the block at the line that reads it")
  func faults() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("x,y\n1,2\n3\n", to: "Chapters/en/a.csv")
    let (ragged, _) = try await render(
      Self.experiment("let a = data(\"a.csv\")\nprint(a.count)", "//| data: a.csv\n"), in: scratch)
    #expect(ragged.exitCode == 1)
    #expect(
      ragged.errors.contains(
        "Chapters/en/a.md:5:9: error: data: 'a.csv': line 3, column 2: the row has 1 cell, the"
          + " header 2"))
    let (undeclared, _) = try await render(
      Self.experiment("_ = data(\"b.csv\")", "//| data: a.csv\n"), in: scratch)
    #expect(
      undeclared.errors.contains(
        "Chapters/en/a.md:5:5: error: data: the file 'b.csv' is not declared; declared are 'a.csv';"
          + " write '//| data: b.csv' as the first line of the block"))
  }

  @Test("The data files of a chapter have a limit together, and one that is read twice counts once")
  func sizeTogether() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("x\n1\n", to: "a.csv")
    try scratch.write("y\n22\n", to: "b.csv")
    let text = ["a.csv", "a.csv, b.csv"].enumerated().map { index, names in
      "```swift experiment id=e-\(index)\n//| data: \(names)\nprint(1)\n```\n"
    }.joined(separator: "\n")
    let path = scratch.file("a.md").path
    var chapter = ChapterParser.parse(Array(text.utf8), path: path).chapter
    #expect(chapter.lookAtData(root: scratch.folder.path, atMost: 9) == [])
    chapter = ChapterParser.parse(Array(text.utf8), path: path).chapter
    let found = chapter.lookAtData(root: scratch.folder.path, atMost: 8)
    #expect(found.map(\.range?.start) == [SourcePosition(line: 7, column: 18)])
    #expect(found.first?.message.contains("have 9 bytes together") == true)
    #expect(chapter.blocks.map { $0.problem != nil } == [false, true])
    #expect(chapter.blocks[1].options.data.map { $0.content != nil } == [true, false])
  }
}
