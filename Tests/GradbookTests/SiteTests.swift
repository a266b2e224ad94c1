import Foundation
import TestTurns
import Testing

/// What builds remove from a site, and what they refuse to overwrite.
@Suite(.startsPrograms) struct SiteTests {
  /// A book with a cache of its own, so that the cache can be cleaned and damaged.
  private struct Book {
    let scratch: Scratch
    var environment: [String: String] { ["GRADBOOK_CACHE": scratch.file("cache").path] }

    init(_ chapters: [String: String]) throws {
      scratch = try Scratch()
      for (name, text) in chapters { try scratch.write(text, to: "Chapters/\(name)") }
    }

    func build(_ arguments: String...) async throws -> CommandRun {
      try await CommandRun(["build"] + arguments, in: scratch.folder, environment: environment)
    }

    func move(_ name: String, to other: String) throws {
      try FileManager.default.moveItem(at: scratch.file(name), to: scratch.file(other))
    }

    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.file(name).path, withDestinationPath: target)
    }

    /// The files and folders below a folder, sorted.
    func names(in folder: String = "_site") throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: scratch.file(folder).path).sorted()
    }
  }

  private static let wholeBook = ["book.html", "book.epub", "index.html", "search-index.js"]

  @Test("a renamed chapter's old page, source and program go; files of anyone else stay")
  func renamed() async throws {
    let book = try Book(["en/01-a.md": "# One\n"])
    defer { book.scratch.remove() }
    try book.scratch.write(CommandTests.chapter, to: "Chapters/en/02-old.md")
    // The engine is in the cache that all tests share.
    func build() async throws -> CommandRun {
      try await CommandRun(["build"], in: book.scratch.folder)
    }
    #expect(try await build().exitCode == 0)
    #expect(try book.names().contains("en/02-old.swift"))
    try book.scratch.write("mine", to: "_site/en/02-notes.md")
    try book.scratch.write("mine", to: "_site/CNAME")
    try book.move("Chapters/en/02-old.md", to: "Chapters/en/02-new.md")
    let run = try await build()
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(
      try book.names()
        == (Self.wholeBook + [
          "CNAME", "en", "en/01-a.html", "en/01-a.md", "en/02-new.html", "en/02-new.md",
          "en/02-new.swift", "en/02-notes.md",
        ]).sorted())
  }

  @Test(
    "No chapter and no file takes the place of another file of the site, nor the site that of chapters"
  )
  func places() async throws {
    let book = try Book(["en/01-a.md": "# One\n", "zh/01-b.md": "# Two\n"])
    defer { book.scratch.remove() }
    let within = try await book.build("--output", "Chapters/en")
    #expect(
      within.exitCode == 1
        && within.errors.contains("the site, 'Chapters/en', holds chapters; nothing was written"))
    #expect(try book.names(in: "Chapters/en") == ["01-a.md"])
    for (name, text, words) in [
      ("index.md", "# I\n", "'Chapters/index.md' would become 'index.html'"),
      ("book.md", "# B\n", "'Chapters/book.md' would become 'book.html'"),
      ("c.md", "# C\n\n[i](index.html)\n", "'index.html', to which 'Chapters/c.md' links, would"),
    ] {
      try book.scratch.write(text, to: "Chapters/\(name)")
      if name == "c.md" { try book.scratch.write("mine", to: "Chapters/index.html") }
      let run = try await book.build("--no-live")
      #expect(run.exitCode == 1 && run.errors.contains(words), "\(run.errors)")
      try FileManager.default.removeItem(at: book.scratch.file("Chapters/\(name)"))
    }
    #expect((try? book.names()) ?? [] == [])
  }

  @Test("with the last chapter of a language go its book, its EPUB, its search and its folders")
  func language() async throws {
    let book = try Book([
      "en/a.md": "# One\n", "zh/a.md": "---\nlang: zh\n---\n# 一\n",
      "zh/deep/b.md": "---\nlang: zh\n---\n# 二\n",
    ])
    defer { book.scratch.remove() }
    #expect(try await book.build().exitCode == 0)
    #expect(try book.names().contains("zh/deep/b.html"))
    #expect(try book.names().contains("book-zh.epub"))
    try FileManager.default.removeItem(at: book.scratch.file("Chapters/zh"))
    #expect(try await book.build().exitCode == 0)
    #expect(
      try book.names() == (Self.wholeBook + ["en", "en/a.html", "en/a.md"]).sorted())
  }

  @Test("a folder that was there before the first build stays when the last page in it goes")
  func ownFolder() async throws {
    let book = try Book(["en/a.md": "# One\n", "more/b.md": "# Two\n"])
    defer { book.scratch.remove() }
    try FileManager.default.createDirectory(
      at: book.scratch.file("_site/more"), withIntermediateDirectories: true)
    #expect(try await book.build().exitCode == 0)
    #expect(try book.names().contains("more/b.html"))
    try book.move("Chapters/more/b.md", to: "Chapters/en/b.md")
    #expect(try await book.build().exitCode == 0)
    #expect(try book.names().filter { $0.hasPrefix("more") } == ["more"])
  }

  @Test(
    "a page that was edited, or is a link now, stays with a warning; the rest of its chapter goes")
  func edited() async throws {
    let book = try Book(["en/a.md": "# One\n", "en/b.md": "# Two\n", "en/c.md": "# Three\n"])
    defer { book.scratch.remove() }
    #expect(try await book.build().exitCode == 0)
    let page = try book.scratch.read("_site/en/b.html") + "<!-- mine -->"
    try book.scratch.write(page, to: "_site/en/b.html")
    try book.move("_site/en/c.html", to: "_site/kept.html")
    try book.link("_site/en/c.html", to: "../kept.html")
    for name in ["b", "c"] {
      try FileManager.default.removeItem(at: book.scratch.file("Chapters/en/\(name).md"))
    }
    for _ in 0..<2 {
      let run = try await book.build()
      #expect(run.exitCode == 0)
      for name in ["b", "c"] {
        #expect(
          run.errors.contains(
            "warning: the book no longer has what '_site/en/\(name).html' was made from"))
      }
      #expect(try book.scratch.read("_site/en/b.html") == page)
      #expect(
        try book.names()
          == (Self.wholeBook + [
            "en", "en/a.html", "en/a.md", "en/b.html", "en/c.html", "kept.html",
          ]).sorted())
    }
    try FileManager.default.removeItem(at: book.scratch.file("_site/en/b.html"))
    try FileManager.default.removeItem(at: book.scratch.file("_site/en/c.html"))
    #expect(try await book.build().errors.isEmpty)
  }

  @Test("a page behind a folder that is a link now is not removed")
  func linkedFolder() async throws {
    let book = try Book(["en/a.md": "# One\n", "more/b.md": "# Two\n"])
    defer { book.scratch.remove() }
    #expect(try await book.build().exitCode == 0)
    try book.move("_site/more", to: "elsewhere")
    try book.link("_site/more", to: "../elsewhere")
    try FileManager.default.removeItem(at: book.scratch.file("Chapters/more"))
    #expect(try await book.build().errors.contains("'_site/more/b.html'"))
    #expect(try book.names(in: "elsewhere") == ["b.html", "b.md"])
  }

  @Test("a build of one chapter removes nothing, and the next whole build all that is of no use")
  func single() async throws {
    let book = try Book(["en/a.md": "# One\n", "en/b.md": "# Two\n"])
    defer { book.scratch.remove() }
    #expect(try await book.build().exitCode == 0)
    try book.move("Chapters/en/b.md", to: "Chapters/en/c.md")
    #expect(try await book.build("en/a").exitCode == 0)
    #expect(try book.names().contains("en/b.html"))
    #expect(try await book.build().exitCode == 0)
    #expect(try !book.names().contains("en/b.html"))
  }

  @Test("a chapter that cannot be read keeps its page, and the whole books stay")
  func unreadable() async throws {
    let book = try Book(["zh/a.md": "---\nlang: zh\n---\n# 一\n", "en/b.md": "# Two\n"])
    defer { book.scratch.remove() }
    #expect(try await book.build().exitCode == 0)
    let before = try book.names()
    try FileManager.default.removeItem(at: book.scratch.file("Chapters/zh/a.md"))
    try book.link("Chapters/zh/a.md", to: "nowhere.md")
    let run = try await book.build()
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("Chapters/zh/a.md:1:1: error: "), "\(run.errors)")
    // Only the source that could be taken away is gone.
    #expect(try book.names() == before.filter { $0 != "zh/a.md" })
  }

  @Test(
    "a file of somebody else's where the build would write is refused, and nothing is written",
    arguments: [
      "index.html", "en/a.html", "en/a.md", "book.html", "book.epub", "search-index.js",
    ])
  func foreign(name: String) async throws {
    let book = try Book(["en/a.md": "# One\n"])
    defer { book.scratch.remove() }
    try book.scratch.write("<!DOCTYPE html><p>Precious", to: "out/\(name)")
    let before = try book.names(in: "out")
    let run = try await book.build("--output", "out")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("'out/\(name)' is not a file that Gradbook made"), "\(run.errors)")
    #expect(run.errors.contains("hint: name another place with --output"))
    #expect(try book.names(in: "out") == before)
    #expect(try book.scratch.read("out/\(name)") == "<!DOCTYPE html><p>Precious")
  }

  @Test(
    "a file of somebody else's in Gradbook's own site is refused as well, once it is in the way")
  func foreignInOwnSite() async throws {
    let book = try Book(["en/a.md": "# One\n"])
    defer { book.scratch.remove() }
    #expect(try await book.build().exitCode == 0)
    try book.scratch.write("<p>Precious", to: "_site/en/b.html")
    let before = try book.scratch.read("_site/index.html")
    try book.scratch.write("# Two\n", to: "Chapters/en/b.md")
    let run = try await book.build()
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("'_site/en/b.html'"), "\(run.errors)")
    #expect(try book.scratch.read("_site/en/b.html") == "<p>Precious")
    #expect(try book.scratch.read("_site/index.html") == before)
  }

  @Test("somebody else's file that says what would be written is neither refused nor ever removed")
  func same() async throws {
    let book = try Book(["en/a.md": "# One\n", "en/b.md": "# Two\n"])
    defer { book.scratch.remove() }
    try book.scratch.write("# Two\n", to: "_site/en/b.md")
    for _ in 0..<2 { #expect(try await book.build().exitCode == 0) }
    try FileManager.default.removeItem(at: book.scratch.file("Chapters/en/b.md"))
    #expect(try await book.build().errors.isEmpty)
    #expect(try book.scratch.read("_site/en/b.md") == "# Two\n")
    #expect(try !book.names().contains("en/b.html"))
  }

  @Test("with a cleaned cache, or one that never knew the site, it is built over as before")
  func cleaned() async throws {
    let book = try Book(["en/a.md": "# One\n", "en/b.md": "# Two\n"])
    defer { book.scratch.remove() }
    #expect(try await book.build().exitCode == 0)
    try await CommandRun(["clean"], in: book.scratch.folder, environment: book.environment)
    #expect(!FileManager.default.fileExists(atPath: book.scratch.file("cache").path))
    try book.scratch.write("# Changed\n", to: "Chapters/en/a.md")
    let run = try await book.build()
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(try book.scratch.read("_site/en/a.md") == "# Changed\n")
    // From here on it is known again, the page that did not change included.
    try FileManager.default.removeItem(at: book.scratch.file("Chapters/en/b.md"))
    #expect(try await book.build().exitCode == 0)
    #expect(try book.names() == (Self.wholeBook + ["en", "en/a.html", "en/a.md"]).sorted())
  }

  @Test(
    "a damaged record removes nothing, stops nothing, and is whole after the build",
    arguments: ["", "no record", "flipped"])
  func damaged(contents: String) async throws {
    let book = try Book(["en/a.md": "# One\n", "en/b.md": "# Two\n"])
    defer { book.scratch.remove() }
    #expect(try await book.build().exitCode == 0)
    let records = book.scratch.file("cache/sites")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: records.path).first)
    var bytes = try Data(contentsOf: records.appending(path: name))
    bytes[bytes.count / 2] ^= 1
    try (contents == "flipped" ? bytes : Data(contents.utf8))
      .write(to: records.appending(path: name))
    let before = try book.names()
    try book.move("Chapters/en/b.md", to: "Chapters/en/c.md")
    #expect(try await book.build().exitCode == 0)
    #expect(try book.names() == (before + ["en/c.html", "en/c.md"]).sorted())
    try book.move("Chapters/en/c.md", to: "Chapters/en/d.md")
    #expect(try await book.build().exitCode == 0)
    #expect(try book.names() == (before + ["en/d.html", "en/d.md"]).sorted())
  }

  @Test("a site's folder may be a link, and is the same site by any of its names")
  func linkedTarget() async throws {
    let book = try Book(["en/a.md": "# One\n", "en/b.md": "# Two\n"])
    defer { book.scratch.remove() }
    try FileManager.default.createDirectory(
      at: book.scratch.file("real"), withIntermediateDirectories: true)
    try book.link("out", to: "real")
    #expect(try await book.build("--output", "out").exitCode == 0)
    try FileManager.default.removeItem(at: book.scratch.file("Chapters/en/b.md"))
    #expect(try await book.build("--output", "real").exitCode == 0)
    #expect(
      try book.names(in: "real") == (Self.wholeBook + ["en", "en/a.html", "en/a.md"]).sorted())
  }

  @Test("chapters are never written over, and a site among the chapters is not read as chapters")
  func amongChapters() async throws {
    let book = try Book(["en/a.md": "# One\n"])
    defer { book.scratch.remove() }
    let refused = try await book.build("--output", "Chapters")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("'Chapters/en/a.md' is a chapter"), "\(refused.errors)")
    #expect(try book.names(in: "Chapters") == ["en", "en/a.md"])
    for _ in 0..<2 { #expect(try await book.build("--output", "Chapters/out").exitCode == 0) }
    #expect(try await book.build().exitCode == 0)
    let site = (Self.wholeBook + ["en", "en/a.html", "en/a.md"]).sorted()
    #expect(try book.names(in: "Chapters/out") == site)
    #expect(try book.names() == site)
  }

  @Test("render writes over a page of Gradbook's, and over nothing else")
  func render() async throws {
    let book = try Book([:])
    defer { book.scratch.remove() }
    let scratch = book.scratch
    try scratch.write("# One\n", to: "a.md")
    try scratch.write("precious", to: "notes")
    try scratch.write("precious", to: "b.html")
    try scratch.write("# Two\n", to: "b.md")
    try book.link("link.html", to: "notes")
    for (arguments, place) in [
      (["a.md", "-o", "notes"], "notes"), (["a.md", "-o", "./a.md"], "./a.md"),
      (["b.md"], "b.html"), (["a.md", "-o", "link.html"], "link.html"),
    ] {
      let run = try await CommandRun(["render"] + arguments, in: scratch.folder)
      #expect(run.exitCode == 1)
      #expect(run.errors.contains("'\(place)' is "), "\(run.errors)")
      #expect(run.errors.contains("hint: name another place with -o"), "\(run.errors)")
    }
    #expect(try scratch.read("notes") == "precious")
    #expect(try scratch.read("b.html") == "precious")
    #expect(try scratch.read("a.md") == "# One\n")
    try scratch.write("", to: "page.html")
    for title in ["One", "Another"] {
      try scratch.write("# \(title)\n", to: "a.md")
      let run = try await CommandRun(["render", "a.md", "-o", "page.html"], in: scratch.folder)
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(try scratch.read("page.html").contains(title))
    }
  }
}
