import Foundation
import TestTurns
import Testing

/// Links in a book's folder of chapters.
@Suite(.startsPrograms) struct LinkTests {
  private func link(_ name: String, to target: String, in scratch: Scratch) throws {
    let link = scratch.file(name)
    try FileManager.default.createDirectory(
      at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: link.path, withDestinationPath: target)
  }

  private func pages(in scratch: Scratch) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: scratch.file("book/_site/en").path)
      .filter { $0.hasSuffix(".html") }.sorted()
  }

  @Test("the folder of the chapters may be a link, with its bibliography and pictures behind it")
  func chapters() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# One\n\nSee [@k] and ![a square](s.svg).\n", to: "texts/en/a.md")
    try scratch.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "texts/en/s.svg")
    try scratch.write(
      "@misc{k, author={Kiefer, J}, title={A square}, year={1952}}", to: "texts/references.bib")
    try link("book/Chapters", to: "../texts", in: scratch)
    let run = try await CommandRun(["build", "--book", "book"], in: scratch.folder)
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(try pages(in: scratch) == ["a.html"])
    let page = try scratch.read("book/_site/en/a.html")
    #expect(page.contains("A square") && page.contains("data:image/svg+xml"))
  }

  @Test("folders are read through links that stay among the chapters")
  func inside() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# One\n", to: "book/Chapters/en/a.md")
    try scratch.write("# Two\n", to: "book/Chapters/.drafts/part/b.md")
    try link("book/Chapters/en/part", to: "../.drafts/part", in: scratch)
    let run = try await CommandRun(["build", "--book", "book"], in: scratch.folder)
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(try pages(in: scratch) == ["a.html", "part/b.html"])
  }

  @Test("a link to a folder outside of the chapters is named, and nothing behind it is read")
  func outside() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# One\n", to: "book/Chapters/en/a.md")
    // A name that begins with the folder's own.
    try scratch.write("# Two\n", to: "book/Chapters-more/b.md")
    try link("book/Chapters/en/more", to: "../../Chapters-more", in: scratch)
    for command in ["build", "check"] {
      let run = try await CommandRun([command, "--book", "book"], in: scratch.folder)
      #expect(run.exitCode == 1)
      #expect(
        run.errors.contains(
          "error: the link 'book/Chapters/en/more' leads out of the folder of the chapters"),
        "\(run.errors)")
    }
    #expect(try pages(in: scratch) == ["a.html"])
    try FileManager.default.removeItem(at: scratch.file("book/Chapters/en/a.md"))
    let empty = try await CommandRun(["build", "--book", "book"], in: scratch.folder)
    #expect(empty.errors.contains("'book/Chapters/en/more' leads out"), "\(empty.errors)")
  }

  @Test("links in a circle are named, and end")
  func circles() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# One\n", to: "book/Chapters/en/a.md")
    try link("book/Chapters/en/here", to: ".", in: scratch)
    try link("book/Chapters/en/top", to: "..", in: scratch)
    try link("book/Chapters/en/self", to: "self", in: scratch)
    let run = try await CommandRun(["build", "--book", "book"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    for name in ["here", "top"] {
      #expect(
        run.errors.contains(
          "warning: the link 'book/Chapters/en/\(name)' leads back to a folder that it lies in"))
    }
    #expect(try pages(in: scratch) == ["a.html"])
  }

  @Test("folders that are all linked to one another have a limit")
  func crowd() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# One\n", to: "book/Chapters/en/a.md")
    for from in 0..<9 {
      for to in 0..<9 where to != from {
        try link("book/Chapters/f\(from)/l\(to)", to: "../f\(to)", in: scratch)
      }
    }
    let run = try await CommandRun(["build", "--book", "book"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("error: more than 1000 links to folders are not followed"))
    #expect(try pages(in: scratch) == ["a.html"])
  }
}
