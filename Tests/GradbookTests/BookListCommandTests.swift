import TestTurns
import Testing

@Suite(.startsPrograms) struct BookListCommandTests {
  @Test("a chapter lists what the others contain, with their numbers")
  func lists() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      "---\norder: 4\n---\n# One\n\n## Start\n\nA **term** of [@k].\n", to: "Chapters/en/a (b).md")
    try scratch.write(
      "@misc{k, author={Kiefer, J}, title={A square}, year={1952}}", to: "Chapters/references.bib")
    for kind in ["terms", "works"] {
      try scratch.write("---\nlists: \(kind)\n---\n# All\n\nBelow.\n", to: "Chapters/en/\(kind).md")
    }
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(
      try scratch.read("_site/en/terms.html").contains(
        "term: <a href=\"a%20%28b%29.html#start\">Section 4.1</a>"))
    let works = try scratch.read("_site/en/works.html")
    #expect(
      works.contains("</span>: <a href=\"a%20%28b%29.html\">One</a>") && works.contains("A square"))
    // A page follows what it lists.
    try scratch.write(
      "---\norder: 5\n---\n# One\n\n## Begin\n\nA **term** of [@k].\n", to: "Chapters/en/a (b).md")
    _ = try await CommandRun(["build"], in: scratch.folder)
    #expect(try scratch.read("_site/en/terms.html").contains("a%20%28b%29.html#begin"))
  }
}
