import TestTurns
import Testing

/// Books with a bibliography, through the real command line.
@Suite(.startsPrograms) struct CitationTests {
  private func build(_ chapter: String, _ bibliography: String) async throws -> (
    run: CommandRun, page: String
  ) {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# Walks\n\n\(chapter)\n", to: "Chapters/en/01-walks.md")
    try scratch.write(bibliography, to: "Chapters/references.bib")
    let run = try await CommandRun(["build"], in: scratch.folder)
    return (run, try scratch.read("_site/en/01-walks.html"))
  }

  @Test("an entry that nobody cites never fails a build, and is told when its syntax is broken")
  func uncited() async throws {
    let (run, page) = try await build(
      "[@kite1960]",
      #"""
      @book{kite1960, author = {Kite, Ann}, title = {Walks}, year = 1960}
      @book{other, title = {With \weird}, year = {}, author = {A, B, C, D}}
      @book{broken, title}
      @book{open, title = {An open brace
      """#)
    #expect(run.exitCode == 0)
    #expect(!run.errors.contains("error"))
    #expect(run.errors.ranges(of: ": warning: ").count == 2, "\(run.errors)")
    #expect(run.errors.contains("references.bib:3:20: warning: found no 'name = value' here"))
    #expect(run.errors.contains("references.bib:4:21: warning: the entry that begins here"))
    #expect(page.contains("Ann Kite (1960). <cite>Walks</cite>."))
  }

  @Test("a broken entry that is cited fails the build, with the rest of it in the page")
  func broken() async throws {
    let (run, page) = try await build(
      "[@kite1960]", "@book{kite1960, author = {Kite, Ann}, title = {Walks}, year = 1960, note}")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("references.bib:1:73: error: found no 'name = value' here"))
    #expect(page.contains("Ann Kite (1960). <cite>Walks</cite>."))
    #expect(page.contains("references.bib:1:73"))
  }

  @Test("a command or formula that is not understood is a warning with its place in the file")
  func commands() async throws {
    let (run, page) = try await build(
      "[@kite1960]",
      #"@misc{kite1960, author = {Kite, Ann}, title = {On \weird{kites} in $\odd{x}$}, year = 1960}"#
    )
    #expect(run.exitCode == 0)
    #expect(
      run.errors.contains(
        #"references.bib:1:51: warning: unknown LaTeX command '\weird'; it is left out"#))
    #expect(run.errors.contains(#"references.bib:1:68: warning: the formula '$\odd{x}$'"#))
    #expect(page.contains("Ann Kite (1960). On kites in x."))
  }

  @Test("a key in a sentence that is nearly one of the bibliography's is a warning")
  func nearMiss() async throws {
    let (run, page) = try await build(
      "As @kite1961 and @swift say, [see @kit1960].",
      "@misc{kite1960, author = {Kite, Ann}, title = {Walks}, year = 1960}")
    #expect(run.exitCode == 0)
    #expect(run.errors.ranges(of: ": warning: ").count == 2, "\(run.errors)")
    #expect(run.errors.contains("01-walks.md:3:5: warning: '@kite1961' is not in the bibliography"))
    #expect(run.errors.contains("01-walks.md:3:36: warning: '@kit1960' is not in the bibliography"))
    #expect(page.contains("<p>As @kite1961 and @swift say, [see @kit1960].</p>"))
  }

  @Test("a handle needs no bibliography")
  func handles() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# Walks\n\nAsk @kite.\n", to: "Chapters/en/01-walks.md")
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 0)
    #expect(run.errors == "" || !run.errors.contains("warning"))
  }

  @Test("a set stands for its members, and another name of an entry for the entry")
  func sets() async throws {
    let (run, page) = try await build(
      "[see @both, p. 3] and @old.",
      """
      @misc{a, author = {Kite, Ann}, title = {Walks}, year = 1960, ids = {old}}
      @misc{b, author = {Gull, Bo}, title = {Runs}, year = 1961}
      @set{both, entryset = {a, b}}
      """)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(page.contains("(see <a id=\"_cite-a_1\" href=\"#_bib-a\">Kite 1960</a>; <a "))
    #expect(page.contains("Gull 1961</a>, p. 3)</span>"))
    #expect(page.contains("href=\"#_bib-a\">Kite (1960)</a>"))
  }
}
