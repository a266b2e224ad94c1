import Foundation
import TestTurns
import Testing

/// Only what is Gradbook's own is written over or removed.
@Suite(.startsPrograms) struct OwnershipTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file(name).path, withDestinationPath: target)
  }

  private func paths(below name: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: scratch.file(name).path).sorted()
  }

  // MARK: Pages

  @Test("a site that came with the book as a link is followed only when the user named it")
  func linkedSite() async throws {
    defer { scratch.remove() }
    try scratch.write("# Text\n", to: "book/Chapters/Package.md")
    try scratch.write("// Somebody's.\n", to: "project/Package.swift")
    try link("book/_site", to: "../project")
    let run = try await CommandRun(["build", "--book", "book"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("'book/_site' is a link to '"), "\(run.errors)")
    #expect(run.errors.contains("hint: name the folder with --output, or remove the link"))
    #expect(try paths(below: "project") == ["Package.swift"])
    try FileManager.default.removeItem(at: scratch.file("project/Package.swift"))
    let named = try await CommandRun(
      ["build", "--book", "book", "--output", "book/_site"], in: scratch.folder)
    #expect(named.exitCode == 0, "\(named.errors)")
    #expect(try paths(below: "project").contains("index.html"))
  }

  @Test("-o writes over no device, no pipe and no second name of the chapter, and waits for none")
  func places() async throws {
    defer { scratch.remove() }
    try scratch.write(CommandRun.oldPage, to: "a.md")
    try FileManager.default.linkItem(at: scratch.file("a.md"), to: scratch.file("b.html"))
    #expect(mkfifo(scratch.file("pipe").path, 0o600) == 0)
    for (place, reason) in [
      ("/dev/full", "is not a plain file but a device"),
      ("pipe", "is not a plain file but a named"),
      ("b.html", "is a chapter"), ("a.md", "is a chapter"),
      (".", "is not a plain file but a folder"),
    ] {
      let run = try await CommandRun(["render", "a.md", "-o", place], in: scratch.folder)
      #expect(run.exitCode == 1)
      #expect(run.errors.contains("'\(place)' \(reason)"), "\(run.errors)")
    }
    #expect(try scratch.read("a.md") == CommandRun.oldPage)
  }

  // MARK: What is read

  @Test("pipes as chapters, pictures and bibliographies are named where they are asked for")
  func pipes() async throws {
    defer { scratch.remove() }
    try scratch.write("# Text\n\nSee [@k] and ![a](p.svg).\n", to: "Chapters/en/a.md")
    for name in ["en/b.md", "en/p.svg", "references.bib"] {
      #expect(mkfifo(scratch.file("Chapters/" + name).path, 0o600) == 0)
    }
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 1)
    for error in [
      "Chapters/en/b.md:1:1: error: the chapter cannot be read: it is a named pipe, not a file",
      "Chapters/en/a.md:3:7: error: the bibliography 'Chapters/references.bib' cannot be read: it is a",
      "Chapters/en/a.md:3:19: error: the image 'p.svg' is a named pipe, not a file",
    ] {
      #expect(run.errors.contains(error), "\(run.errors)")
    }
    let lone = try await CommandRun(["render", "Chapters/en/b.md"], in: scratch.folder)
    #expect(lone.errors.contains("it is a named pipe"), "\(lone.errors)")
  }

  @Test("a bibliography that is a link out of the book is not followed")
  func linkedBibliography() async throws {
    defer { scratch.remove() }
    try scratch.write("# Text\n\nSee [@k].\n", to: "book/Chapters/en/a.md")
    try scratch.write("@misc{k, author={A}, title={A secret}, year={1}}", to: "mine.bib")
    try link("book/Chapters/references.bib", to: "../../mine.bib")
    for command in [["build", "--book", "book"], ["render", "book/Chapters/en/a.md"]] {
      let run = try await CommandRun(command, in: scratch.folder)
      #expect(run.exitCode == 1)
      #expect(run.errors.contains("a.md:3:7: error: the bibliography"), "\(run.errors)")
      #expect(run.errors.contains("it is a link out of the book"), "\(run.errors)")
    }
    #expect(try !scratch.read("book/_site/en/a.html").contains("A secret"))
  }

  @Test("a name of 255 bytes and a path beyond 4096 are told, and stop no other chapter")
  func longNames() async throws {
    defer { scratch.remove() }
    let name = String(repeating: "n", count: 252) + ".md"
    try scratch.write("# Long\n", to: "Chapters/en/" + name)
    try scratch.write("# Short\n", to: "Chapters/en/b.md")
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(
      run.errors.contains("error: the chapter's name has 255 bytes; at most 252 are allowed"),
      "\(run.errors)")
    #expect(try paths(below: "_site/en") == ["b.html", "b.md"])
    let path = String(repeating: "d/", count: 2100) + "a.md"
    let deep = try await CommandRun(["render", path, "-o", "a.html"], in: scratch.folder)
    #expect(deep.exitCode == 1)
    #expect(deep.errors.contains("cannot be read: File name too long"), "\(deep.errors)")
  }
}
