import Foundation
import TestTurns
import Testing

/// A cache that is not as it was left, and compilers that are not what they should be.
@Suite(.startsPrograms) struct CacheFaultTests {
  static let chapter = """
    # Two experiments

    ```swift setup
    let two = 2.0
    ```

    ```swift experiment id=first
    let rate = knob("rate", default: 0.5, in: 0...1)
    print("first", two * rate)
    ```

    ```swift experiment id=second
    print("second", two + 1)
    ```

    """

  /// Files of a folder, at any depth, the system's modules excepted.
  private func files(_ folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).map {
      folder.appending(path: $0)
    }.filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0.path, isDirectory: &isFolder)
        && !isFolder.boolValue && !$0.path.contains("/modules-")
    }
  }

  /// Copies the engines that all tests share into a cache of a test's own. The system's modules stay:
  /// other tests may just be making them.
  private func copyEngines(to cache: URL) throws {
    let engines = CommandRun.cache.appending(path: "engine")
    for path in try FileManager.default.subpathsOfDirectory(atPath: engines.path)
    where !path.contains("modules-") && !path.hasPrefix("building") {
      let (original, copy) = (
        engines.appending(path: path), cache.appending(path: "engine/\(path)")
      )
      if try original.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
      } else if path != "lock" {
        try FileManager.default.copyItem(at: original, to: copy)
      }
    }
  }

  @Test("whatever file of the cache is flipped, cut, emptied or a folder, the page is the same")
  func damage() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let cache = scratch.file("cache")
    let environment = ["GRADBOOK_CACHE": cache.path]
    try scratch.write(Self.chapter, to: "a.md")
    func render(_ page: String, _ more: [String] = []) async throws -> CommandRun {
      try await CommandRun(
        ["render", "a.md", "-o", page] + more, in: scratch.folder, environment: environment)
    }
    // The engine need not be built again: only what this book adds is damaged.
    try await CommandRun(["render", "a.md", "-o", "first"], in: scratch.folder)
    try copyEngines(to: cache)
    #expect(try await render("whole").exitCode == 0)
    #expect(try await render("turned", ["--set", "rate=0.25"]).exitCode == 0)
    let whole = try scratch.read("whole")
    let turned = try scratch.read("turned")
    #expect(whole.contains("first 1.0") && turned.contains("first 0.5"))

    let changes: [(String, (URL) throws -> Void)] = [
      (
        "flipped",
        { file in
          var bytes = try Data(contentsOf: file)
          bytes[bytes.count / 2] ^= 1
          try bytes.write(to: file)
        }
      ),
      (
        "cut",
        { file in
          let bytes = try Data(contentsOf: file)
          try bytes.prefix(bytes.count * 2 / 3).write(to: file)
        }
      ),
      ("emptied", { try Data().write(to: $0) }),
      (
        "a folder",
        { file in
          try FileManager.default.removeItem(at: file)
          try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        }
      ),
    ]
    for (name, change) in changes {
      for kind in ["experiments", "programs", "toolchains"] {
        let found = try files(cache.appending(path: kind))
        #expect(!found.isEmpty)
        for file in found { try change(file) }
        let turnedRun = try await render("b", ["--set", "rate=0.25"])
        #expect(turnedRun.exitCode == 0, "\(kind) \(name): \(turnedRun.errors)")
        #expect(try scratch.read("b") == turned, "\(kind) \(name)")
        let run = try await render("a")
        #expect(run.exitCode == 0, "\(kind) \(name): \(run.errors)")
        #expect(try scratch.read("a") == whole, "\(kind) \(name)")
        if kind == "experiments" { #expect(turnedRun.errors.contains("damaged"), "\(name)") }
        // What could not be replaced makes way for the next change.
        for file in try FileManager.default.contentsOfDirectory(
          at: cache.appending(path: kind), includingPropertiesForKeys: [.isDirectoryKey])
        where try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
          try FileManager.default.removeItem(at: file)
        }
        #expect(try await render("a").exitCode == 0)
        #expect(try await render("b", ["--set", "rate=0.25"]).exitCode == 0)
      }
    }
  }

  @Test("a damaged engine is built again, and damaged modules of the system are made anew")
  func engine() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let cache = scratch.file("cache")
    let environment = ["GRADBOOK_CACHE": cache.path]
    try scratch.write(Self.chapter, to: "a.md")
    try await CommandRun(["render", "a.md", "-o", "whole"], in: scratch.folder)
    try copyEngines(to: cache)
    try await CommandRun(
      ["render", "--no-cache", "a.md", "-o", "whole"], in: scratch.folder, environment: environment)
    for run in 0..<2 {
      for path in try FileManager.default.subpathsOfDirectory(atPath: cache.path)
      where run == 0 ? path.hasSuffix(".so") : path.hasSuffix(".pcm") {
        var bytes = try Data(contentsOf: cache.appending(path: path))
        for place in stride(from: 64, to: bytes.count, by: 997) { bytes[place] ^= 0x55 }
        try bytes.write(to: cache.appending(path: path))
      }
      let build = try await CommandRun(
        ["render", "--no-cache", "--timings", "a.md", "-o", "a"], in: scratch.folder,
        environment: environment)
      #expect(build.exitCode == 0, "\(build.errors)")
      #expect(build.errors.contains("build the engine") == (run == 0), "\(build.errors)")
      #expect(try scratch.read("a") == scratch.read("whole"))
    }
  }

  @Test("a build does not depend on modules that another one removes at any moment")
  func removedModules() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let cache = scratch.file("cache")
    try scratch.write(Self.chapter, to: "a.md")
    try await CommandRun(["render", "a.md", "-o", "whole"], in: scratch.folder)
    try copyEngines(to: cache)
    let engines = try FileManager.default.subpathsOfDirectory(atPath: cache.path)
    let engine = try #require(engines.first { $0.hasSuffix(".swiftmodule") })
    let folder = cache.appending(path: engine).deletingLastPathComponent()
    let removing = Task {
      while !Task.isCancelled {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasPrefix("modules-") {
          try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
        try await Task.sleep(for: .milliseconds(50))
      }
    }
    defer { removing.cancel() }
    for attempt in 0..<3 {
      let run = try await CommandRun(
        ["render", "--no-cache", "a.md", "-o", "\(attempt)"], in: scratch.folder,
        environment: ["GRADBOOK_CACHE": cache.path])
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(try scratch.read("\(attempt)") == scratch.read("whole"))
    }
  }

  @Test("no clock is looked at: files of 1970 and of 2100 are as good as those of today")
  func clock() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let cache = scratch.file("cache")
    try scratch.write(Self.chapter, to: "a.md")
    let environment = ["GRADBOOK_CACHE": cache.path]
    try await CommandRun(["render", "a.md", "-o", "0"], in: scratch.folder)
    try copyEngines(to: cache)
    try await CommandRun(
      ["render", "a.md", "-o", "0"], in: scratch.folder, environment: environment)
    for seconds in [0.0, 4_102_444_800] {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: cache.path)
      for path in paths.map({ cache.appending(path: $0).path }) + [scratch.file("a.md").path] {
        try? FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: path)
      }
      let run = try await CommandRun(
        ["render", "a.md", "-o", "1", "--timings"], in: scratch.folder, environment: environment)
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(!run.errors.contains("compile") && !run.errors.contains("run first"), "\(run.errors)")
      #expect(try scratch.read("0") == scratch.read("1"))
    }
  }

  @Test("without a compiler on the path this is said, and what is remembered is shown all the same")
  func noCompiler() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(Self.chapter, to: "a.md")
    let run = try await CommandRun(
      ["render", "a.md"], in: scratch.folder, environment: ["PATH": scratch.folder.path])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("swiftc"), "\(run.errors)")
    #expect(try scratch.read("a.html").contains("Two experiments"))
  }

  @Test(
    "a compiler that crashes, hangs, babbles or writes nothing is named; nothing of it is kept",
    arguments: [
      ("kill -SEGV $$", "crashed (signal 11)"), ("exec sleep 60", "did not end within 2 s"),
      ("echo 'nonsense of a compiler'; exit 1", "nonsense of a compiler"),
      ("exit 0", "wrote no program"), ("yes | head -c 100000000; exit 1", "wrote without an end"),
    ])
  func stub(script: String, message: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let real = try #require(CommandRun.compiler)
    try scratch.write(
      """
      #!/bin/sh
      # The engine and the version are as ever.
      case "$*" in *main.swift*) \(script);; esac
      exec \(real) "$@"
      """, to: "swiftc")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.file("swiftc").path)
    // Nothing of it is remembered.
    try scratch.write(
      Self.chapter.replacingOccurrences(of: "2.0", with: "2.0  // \(UUID())"), to: "a.md")
    try scratch.write("# Calm\n", to: "Chapters/en/02-b.md")
    try FileManager.default.copyItem(
      at: scratch.file("a.md"), to: scratch.file("Chapters/en/01-a.md"))
    let environment = [
      "GRADBOOK_SWIFTC": scratch.file("swiftc").path, "GRADBOOK_COMPILE_LIMIT": "2",
    ]
    let run = try await CommandRun(
      ["build", "--no-sandbox"], in: scratch.folder, environment: environment)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("Chapters/en/01-a.md:8:1: error: "), "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.utf8.count < 20_000)
    #expect(try scratch.read("_site/en/02-b.html").contains("Calm"))
    let well = try await CommandRun(["render", "a.md"], in: scratch.folder)
    #expect(well.exitCode == 0, "\(well.errors)")
    #expect(try scratch.read("a.html").contains("first 1.0"))
  }
}
