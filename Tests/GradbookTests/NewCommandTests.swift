import Foundation
import TestTurns
import Testing

/// `gradbook new`, through the real command line.
@Suite(.startsPrograms) struct NewCommandTests {
  private static func names(_ scratch: Scratch, _ language: String) -> [String] {
    let folder = scratch.file("Chapters/\(language)").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test("the first chapter of a new book gets the number 1 and is named", arguments: ["en", "zh"])
  func firstChapter(language: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let run = try await CommandRun(
      ["new", "steep-slopes", "--language", language], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let file = "Chapters/\(language)/01-steep-slopes.md"
    #expect(
      run.output == "Wrote \(file)\nWrote Chapters/book.yml\nBuild it: gradbook build\n")
    let text = try scratch.read(file)
    #expect(text.hasPrefix("---\ntitle: Steep slopes\nlang: \(language)\norder: 1\n"))
  }

  @Test("a new chapter builds, and shows what a chapter can hold", arguments: ["en", "zh"])
  func builds(language: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try await CommandRun(["new", "first", "--language", language], in: scratch.folder)
    let build = try await CommandRun(["build"], in: scratch.folder)
    #expect(build.exitCode == 0, "\(build.errors)")
    #expect(build.errors.isEmpty)
    let page = try scratch.read("_site/\(language)/01-first.html")
    #expect(page.contains("x = 0.060466"))
    #expect(page.contains("<svg"))
    #expect(!page.contains("=parabola.end"))
  }

  @Test("the next chapter gets the number after the last one, a translation the same number")
  func numbers() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# A\n", to: "Chapters/en/01-one.md")
    try scratch.write("# B\n", to: "Chapters/en/06-six.md")
    try scratch.write("# C\n", to: "Chapters/en/notes.md")
    for arguments in [["new", "more"], ["new", "one", "--language", "zh"], ["new", "03-three"]] {
      let run = try await CommandRun(arguments, in: scratch.folder)
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    #expect(
      Self.names(scratch, "en")
        == ["01-one.md", "03-three.md", "06-six.md", "07-more.md", "notes.md"])
    #expect(Self.names(scratch, "zh") == ["01-one.md"])
  }

  @Test(
    "nothing is overwritten: not the file, not the name under another number, not the number",
    arguments: ["one", "01-one", "05-one", "01-other"])
  func refusal(name: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# Mine\n", to: "Chapters/en/01-one.md")
    let run = try await CommandRun(["new", name], in: scratch.folder)
    #expect(run.exitCode != 0)
    #expect(run.errors.contains("Chapters/en/01-one.md"))
    #expect(run.errors.contains("hint: "))
    #expect(Self.names(scratch, "en") == ["01-one.md"])
    #expect(try scratch.read("Chapters/en/01-one.md") == "# Mine\n")
  }

  @Test(
    "a name that is no name is refused in words",
    arguments: ["", "Two Words", "../up", "a--b", "-a", "a/b", "ä", "07-", "07", "a\u{0}b"])
  func names(name: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = name.split(separator: "\u{0}")[...].joined(separator: "\u{1}")
    let run = try await CommandRun(["new", "--", text], in: scratch.folder)
    #expect(run.exitCode != 0)
    #expect(run.errors.contains("cannot be a chapter's name"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).isEmpty)
  }

  @Test("a link in the file's place is not followed, and a language that is not known is refused")
  func linksAndLanguages() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("", to: "Chapters/en/.keep")
    try FileManager.default.createSymbolicLink(
      at: scratch.file("Chapters/en/01-a.md"), withDestinationURL: scratch.file("elsewhere.md"))
    let run = try await CommandRun(["new", "01-a"], in: scratch.folder)
    #expect(run.exitCode != 0)
    #expect(!FileManager.default.fileExists(atPath: scratch.file("elsewhere.md").path))
    let other = try await CommandRun(["new", "a", "--language", "fr"], in: scratch.folder)
    #expect(other.exitCode != 0)
    #expect(other.errors.contains("the language 'fr' is not known; expected en or zh"))
  }
}
