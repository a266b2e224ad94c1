import Foundation
import TestTurns
import Testing

/// `build --watch` through the real command line.
@Suite(.startsPrograms) struct WatchTests {
  /// A book that is watched until the test ends.
  private final class WatchedBook: @unchecked Sendable {
    let scratch: Scratch
    private let process = Process()

    init(_ files: [String: String]) throws {
      scratch = try Scratch()
      for (name, text) in files { try scratch.write(text, to: name) }
    }

    /// Starts to watch.
    func start(_ arguments: String...) throws {
      process.executableURL = CommandRun.products.appending(path: "gradbook")
      process.arguments = ["build", "--no-live", "--watch", "--timings"] + arguments
      process.currentDirectoryURL = scratch.folder
      process.environment = ProcessInfo.processInfo.environment
        .merging(["GRADBOOK_CACHE": CommandRun.cache.path, "TMPDIR": temporary]) { $1 }
      try FileManager.default.createDirectory(
        atPath: temporary, withIntermediateDirectories: true)
      try Data().write(to: scratch.file("errors"))
      process.standardError = try FileHandle(forWritingTo: scratch.file("errors"))
      process.standardOutput = FileHandle.nullDevice
      try process.run()
    }

    deinit {
      process.terminate()
      process.waitUntilExit()
      scratch.remove()
    }

    /// The temporary folder, whose name marks all that is started for the book.
    var temporary: String { scratch.file("temporary").path }

    var isRunning: Bool { process.isRunning }
    var errors: String { (try? scratch.read("errors")) ?? "" }
    /// How often the book has been built.
    var builds: Int { errors.split(separator: "\n").count { $0.hasSuffix("total") } }
    var page: String { page() }

    func page(_ name: String = "en/01-a") -> String {
      (try? scratch.read("_site/\(name).html")) ?? ""
    }

    func exists(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: scratch.file(name).path)
    }

    func remove(_ name: String) throws {
      try FileManager.default.removeItem(at: scratch.file(name))
    }
  }

  private static let picture =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><circle r=\"1\"/></svg>"

  @Test("a saved chapter is built again, written in place or renamed; touching is not saving")
  func saved() async throws {
    let book = try WatchedBook(["Chapters/en/01-a.md": "# Amber\n"])
    try book.start()
    try await waitUntil { book.page.contains("Amber") }
    try book.scratch.write("# Birch\n", to: "Chapters/en/01-a.md")
    try await waitUntil { book.page.contains("Birch") }

    try book.scratch.write("# Cedar\n", to: "new.md")
    _ = rename(
      book.scratch.file("new.md").path, book.scratch.file("Chapters/en/01-a.md").path)
    try await waitUntil { book.page.contains("Cedar") && book.builds == 3 }

    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)],
      ofItemAtPath: book.scratch.file("Chapters/en/01-a.md").path)
    // The folder is looked through every two seconds.
    try await Task.sleep(for: .milliseconds(2500))
    #expect(book.builds == 3)
    #expect(book.isRunning)
  }

  @Test("a bibliography that changes is seen, and one that goes and comes back")
  func bibliography() async throws {
    func entry(_ title: String) -> String {
      "@misc{cauchy1847, author={Cauchy, A}, title={\(title)}, year={1847}}\n"
    }
    let book = try WatchedBook([
      "Chapters/en/01-a.md": "# Amber\n\nAs [@cauchy1847] says.\n",
      "Chapters/references.bib": entry("Méthode"),
    ])
    try book.start()
    try await waitUntil { book.page.contains("Méthode") }
    // Of the same size: nothing but the contents tells.
    try book.scratch.write(entry("Methods!"), to: "Chapters/references.bib")
    try await waitUntil { book.page.contains("Methods!") }
    try book.remove("Chapters/references.bib")
    try await waitUntil { book.errors.contains("there is no bibliography") }
    try book.scratch.write(entry("Again"), to: "Chapters/references.bib")
    try await waitUntil { book.page.contains("Again") }
  }

  @Test("a picture that changes, goes or comes is seen, and what is mended is said in a line")
  func picture() async throws {
    let book = try WatchedBook([
      "Chapters/en/01-a.md": "# Amber\n\n![a circle](images/c.svg)\n",
      "Chapters/en/images/c.svg": Self.picture,
    ])
    try book.start()
    try await waitUntil { book.page.contains("data:image/svg") && book.builds == 1 }
    let first = book.page
    try book.scratch.write(
      Self.picture.replacingOccurrences(of: "1", with: "2"), to: "Chapters/en/images/c.svg")
    try await waitUntil { book.builds == 2 }
    #expect(book.page != first && book.page.contains("data:image/svg"))

    try book.remove("Chapters/en/images")
    try await waitUntil { book.errors.contains("the image 'images/c.svg' is not there") }
    #expect(!book.errors.contains("mended"))
    try book.scratch.write(Self.picture, to: "Chapters/en/images/c.svg")
    try await waitUntil { book.errors.contains("mended") }
    let mended = book.errors.split(separator: "\n").filter { $0.contains("mended") }
    #expect(
      mended == [
        "mended: Chapters/en/01-a.md: the image 'images/c.svg' is not there; no error is left"
      ])
    #expect(book.page == first)
  }

  @Test("new and removed chapters are seen, and folders; a book without any is a fault to mend")
  func chapters() async throws {
    let book = try WatchedBook(["Chapters/en/01-a.md": "# Amber\n"])
    try book.start()
    try await waitUntil { book.page.contains("Amber") }
    try book.scratch.write("# Birch\n", to: "Chapters/en/part/02-b.md")
    try await waitUntil { book.page("en/part/02-b").contains("Birch") }
    #expect(try book.scratch.read("_site/index.html").contains("en/part/02-b.html"))
    try book.remove("Chapters/en/part")
    try await waitUntil { !book.exists("_site/en/part") }
    try book.remove("Chapters")
    try await waitUntil { book.errors.contains("has no chapters") }
    try book.scratch.write("# Again\n", to: "Chapters/en/01-a.md")
    try await waitUntil { book.page.contains("Again") }
    try await waitUntil { book.errors.contains("mended: '.' has no chapters") }
  }

  @Test("what changes behind a link is seen: the folder of the chapters, and a folder in it")
  func links() async throws {
    let book = try WatchedBook([
      "texts/en/01-a.md": "# Amber\n", "texts/.parts/02-b.md": "# Birch\n",
    ])
    for (name, target) in [("Chapters", "texts"), ("texts/en/part", "../.parts")] {
      try FileManager.default.createSymbolicLink(
        atPath: book.scratch.file(name).path, withDestinationPath: target)
    }
    try book.start()
    try await waitUntil { book.page("en/part/02-b").contains("Birch") }
    try book.scratch.write("# Dogwood\n", to: "texts/.parts/02-b.md")
    try await waitUntil { book.page("en/part/02-b").contains("Dogwood") }
    try book.scratch.write("# Elm\n", to: "texts/en/01-a.md")
    try await waitUntil { book.page.contains("Elm") }
  }

  @Test("a site among the chapters does not make the book build itself again and again")
  func output() async throws {
    let book = try WatchedBook(["Chapters/en/01-a.md": "# Amber\n"])
    try book.start("--output", "Chapters/site")
    try await waitUntil { book.builds == 1 }
    try book.scratch.write("# Birch\n", to: "Chapters/en/01-a.md")
    try await waitUntil {
      book.builds >= 2
        && (try? book.scratch.read("Chapters/site/en/01-a.html").contains("Birch")) == true
    }
    // A busy machine may see a file while it is being saved, and builds once more for that.
    try await Task.sleep(for: .seconds(1))
    let builds = book.builds
    #expect(builds <= 3)
    try await Task.sleep(for: .milliseconds(2500))
    #expect(book.builds == builds)
    #expect(!book.exists("Chapters/site/site"))
  }

  @Test("what is saved while the first build runs is built after it")
  func duringBuild() async throws {
    let book = try WatchedBook([
      "Chapters/en/01-a.md": "# Amber\n",
      "Chapters/en/02-b.md": """
      # Slow

      ```swift setup
      import Glibc
      ```

      ```swift experiment id=slow
      print(\(Int.random(in: 0..<1_000_000_000)))
      usleep(3_000_000)
      ```

      """,
    ])
    try book.start()
    // The other tests may keep this one waiting for longer than the experiment runs; a thread does not
    // wait for them.
    let (saved, save) = AsyncStream.makeStream(of: Int.self)
    Thread.detachNewThread {
      while book.builds == 0, CommandRun.processes(naming: book.temporary, "/program") == 0 {
        Thread.sleep(forTimeInterval: 0.02)
      }
      try? book.scratch.write("# Birch\n", to: "Chapters/en/01-a.md")
      save.yield(book.builds)
      save.finish()
    }
    for await builds in saved { #expect(builds == 0) }
    try await waitUntil { book.page.contains("Birch") }
  }

  /// Waits until a condition holds; three minutes are the end of patience.
  private func waitUntil(_ condition: () throws -> Bool) async throws {
    for _ in 0..<3600 {
      if (try? condition()) == true { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("waited in vain")
  }
}
