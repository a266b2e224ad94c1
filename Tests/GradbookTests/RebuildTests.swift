import Foundation
import TestTurns
import Testing

/// Builds that make again only what has changed, against builds that make everything.
@Suite(.startsPrograms) struct RebuildTests {
  private static func chapter(_ title: String, _ order: Int, _ text: String) -> String {
    "---\ntitle: \(title)\norder: \(order)\n---\n\n\(text)\n"
  }

  /// The files below a folder with their contents.
  private func contents(of folder: URL) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: name)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        contents[name] = try Data(contentsOf: file)
      }
    }
    return contents
  }

  @Test("whatever is changed, the site is the one that is made from nothing")
  func rebuild() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let environment = ["GRADBOOK_CACHE": scratch.file("cache").path]
    func write(_ name: String, _ text: String) throws {
      try scratch.write(text, to: "Chapters/en/\(name).md")
    }
    try write(
      "01-a", Self.chapter("One", 2, "See [](03-c.md#far) and [two](02-b.md).\n\n## Part\n\nText."))
    try write("02-b", Self.chapter("Two", 4, "## Near {#near}\n\nText with `$x^2$`."))
    try write("03-c", Self.chapter("Three", 6, "## Other\n\n## Far {#far}\n\nText."))
    try write("04-d", Self.chapter("Four", 8, "Text."))
    let changes: [(String, () throws -> Void)] = [
      ("nothing", {}),
      ("nothing again", {}),
      ("a word", { try write("04-d", Self.chapter("Four", 8, "Another text.")) }),
      (
        "a place that another chapter names",
        { try write("03-c", Self.chapter("Three", 6, "## Far {#far}\n\nText.")) }
      ),
      ("a title", { try write("02-b", Self.chapter("Deux", 4, "## Near {#near}\n\nText.")) }),
      ("the order", { try write("04-d", Self.chapter("Four", 3, "Another text.")) }),
      ("a new chapter", { try write("05-e", Self.chapter("Five", 10, "New.")) }),
      (
        "a translation",
        { try scratch.write(Self.chapter("二", 2, "文。"), to: "Chapters/zh/02-b.md") }
      ),
      (
        "a page that somebody has changed",
        { try scratch.write("<p>mine</p>", to: "site/en/01-a.html") }
      ),
      (
        "a page that somebody has removed",
        { try FileManager.default.removeItem(at: scratch.file("site/en/02-b.html")) }
      ),
      (
        "a whole book that somebody has removed",
        { try FileManager.default.removeItem(at: scratch.file("site/book.html")) }
      ),
    ]
    for (change, make) in changes {
      try make()
      let quick = try await CommandRun(
        ["build", "--output", "site"], in: scratch.folder, environment: environment)
      let whole = try await CommandRun(
        ["build", "--output", "other", "--no-cache"], in: scratch.folder, environment: environment)
      #expect(quick.exitCode == 0 && whole.exitCode == 0, "\(change): \(quick.errors)")
      let (site, other) = try (
        contents(of: scratch.file("site")), contents(of: scratch.file("other"))
      )
      #expect(site.keys.sorted() == other.keys.sorted(), "\(change)")
      for (name, bytes) in other { #expect(site[name] == bytes, "\(change): \(name)") }
    }
  }

  @Test("an entry that is damaged is made again, and the author hears of it")
  func damage() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let environment = ["GRADBOOK_CACHE": scratch.file("cache").path]
    try scratch.write(Self.chapter("One", 1, "Text."), to: "Chapters/en/01-a.md")
    func build() async throws -> CommandRun {
      try await CommandRun(["build"], in: scratch.folder, environment: environment)
    }
    #expect(try await build().errors.contains("damaged") == false)
    let folder = scratch.file("cache/pages")
    let before = try contents(of: scratch.file("_site"))
    for damage in [Data(), Data([1, 2, 3]), nil] {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.count == 1)
      for name in names {
        let file = folder.appending(path: name)
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try (damage ?? bytes).write(to: file)
      }
      let again = try await build()
      #expect(again.exitCode == 0)
      #expect(
        again.errors.contains("01-a.md:1:1: warning: what was remembered of the page is damaged"))
      #expect(try contents(of: scratch.file("_site")) == before)
      #expect(try await build().errors.contains("damaged") == false)
    }
  }
}
