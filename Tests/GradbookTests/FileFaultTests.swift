import Foundation
import TestTurns
import Testing

/// Disks that are full, folders that cannot be written, links where files should be.
@Suite(.startsPrograms) struct FileFaultTests {
  /// Runs a script in which `$gradbook` is the program, with mounts of its own.
  private func run(_ script: String, in scratch: Scratch, _ environment: [String: String] = [:])
    async throws -> CommandRun
  {
    try await CommandProcess(
      ["-m", "sh", "-c", script], in: scratch.folder,
      environment: environment.merging([
        "gradbook": CommandRun.products.appending(path: "gradbook").path
      ]) { $1 }, program: "/usr/bin/unshare"
    ).end()
  }

  @Test(
    "on a full disk the error names the page, and the old page stays",
    .enabled(if: MountRights.areHeld, "mounting a small disk needs the rights to do so"))
  func fullDisk() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# Small\n", to: "Chapters/en/01-a.md")
    try scratch.write(
      "# Small\n\n" + String(repeating: "A long line. ", count: 8000), to: "large.md")
    let run = try await run(
      """
      mkdir _site && mount -t tmpfs -o size=256k none _site || exit 99
      $gradbook build || exit 98
      cp -r _site before; mv large.md Chapters/en/01-a.md
      $gradbook build && exit 97
      diff -r before _site && find _site -name '.*' -type f
      """, in: scratch)
    #expect(run.exitCode == 0, "\(run.output)")
    #expect(run.errors.contains("_site/en/01-a.html': No space left on device"), "\(run.errors)")
    #expect(run.output == "Open _site/index.html\n")
  }

  @Test(
    "a cache on a full or a read-only disk is a warning, and the page is there",
    .enabled(if: MountRights.areHeld, "mounting a small disk needs the rights to do so"),
    arguments: ["-o size=64k", "-o ro"])
  func cache(options: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(CommandTests.chapter, to: "a.md")
    // The engine's library is ready; nothing more can be written down.
    try await CommandRun(["render", "a.md"], in: scratch.folder)
    let run = try await run(
      """
      cp -r \(CommandRun.cache.path) cache
      for folder in experiments programs; do
        mount -t tmpfs \(options) none cache/$folder || exit 99
        [ '\(options)' = '-o ro' ] || head -c 65536 /dev/zero > cache/$folder/full
      done
      GRADBOOK_CACHE=$PWD/cache $gradbook render a.md -o b.html
      """, in: scratch)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("warning: "), "\(run.errors)")
    #expect(!run.errors.contains("error: "), "\(run.errors)")
    #expect(try scratch.read("b.html") == scratch.read("a.html"))
  }

  @Test(
    "a read-only folder is a plain error, and the old page stays",
    .enabled(if: MountRights.areHeld, "mounting a read-only folder needs the rights to do so"))
  func readOnly() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# New\n", to: "Chapters/en/01-a.md")
    try scratch.write(CommandRun.oldPage, to: "_site/en/01-a.html")
    let run = try await run(
      """
      mount --bind _site _site && mount -o remount,bind,ro _site || exit 99
      $gradbook build && exit 98
      cat _site/en/01-a.html; find _site -type f
      """, in: scratch)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("_site/index.html': Read-only file system"), "\(run.errors)")
    #expect(run.output == CommandRun.oldPage + "_site/en/01-a.html\n")
  }

  @Test(
    "an ordinary user is told of a folder that is not to be written",
    .enabled(if: CommandRun.canBecomeOrdinaryUser, "becoming an ordinary user needs root"))
  func mode() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# Text\n", to: "Chapters/en/01-a.md")
    try FileManager.default.createDirectory(
      at: scratch.file("out"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o555])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.folder.path)
    let run = try await CommandRun(asOrdinaryUser: ["build", "--output", "out"], in: scratch)
    #expect(run.exitCode == 1)
    #expect(
      run.errors.contains("cannot write 'out/index.html': Permission denied"), "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.file("out").path) == [])
  }

  @Test("a link where a page should be is refused, and what it points to stays")
  func linkedPage() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# Text\n", to: "a.md")
    try scratch.write(CommandRun.oldPage, to: "precious")
    try FileManager.default.createSymbolicLink(
      at: scratch.file("a.html"), withDestinationURL: scratch.file("precious"))
    let run = try await CommandRun(["render", "a.md"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("'a.html' is not a plain file"), "\(run.errors)")
    #expect(try scratch.read("precious") == CommandRun.oldPage)
    let kind = try FileManager.default.attributesOfItem(atPath: scratch.file("a.html").path)[.type]
    #expect(kind as? FileAttributeType == .typeSymbolicLink)
  }

  @Test(
    "a chapter that is a link out of the book has a page that says so, and no word of the target")
  func linkedChapter() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# Good\n", to: "book/Chapters/en/01-good.md")
    try scratch.write("# Secret words\n", to: "secret.md")
    try scratch.write("# Secret words\n", to: "secrets/01-a.md")
    let chapters = scratch.file("book/Chapters")
    for (name, target) in [
      ("en/02-file.md", "../../../secret.md"), ("zh", "../../secrets"), ("en/loop.md", "loop.md"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: chapters.appending(path: name).path, withDestinationPath: target)
    }
    let run = try await CommandRun(["build", "--book", "book"], in: scratch.folder)
    #expect(run.exitCode == 1)
    for name in ["en/02-file.md", "en/loop.md"] {
      #expect(run.errors.contains("book/Chapters/\(name):1:1: error: "), "\(run.errors)")
    }
    #expect(run.errors.contains("error: the link 'book/Chapters/zh' leads out"), "\(run.errors)")
    let pages = try FileManager.default.subpathsOfDirectory(
      atPath: scratch.file("book/_site").path)
    #expect(
      pages.sorted() == [
        "book.epub", "book.html", "en", "en/01-good.html", "en/01-good.md", "en/02-file.html",
        "en/loop.html",
        "index.html", "search-index.js",
      ])
    for name in ["en/02-file.html", "en/loop.html", "book.html"] {
      let page = try scratch.read("book/_site/\(name)")
      #expect(page.contains("the chapter cannot be read: "), "\(name)")
      #expect(!page.contains("Secret words"), "\(name)")
    }
  }

  @Test("a folder of the site that is a link out of it is not followed")
  func linkedSite() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# Text\n", to: "Chapters/en/01-a.md")
    try scratch.write("kept", to: "elsewhere/01-a.html")
    try scratch.write(CommandRun.oldPage, to: "_site/index.html")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("_site/en").path, withDestinationPath: "../elsewhere")
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("_site/en"), "\(run.errors)")
    #expect(try scratch.read("elsewhere/01-a.html") == "kept")
    #expect(try scratch.read("_site/index.html") == CommandRun.oldPage)
  }
}
