import Foundation
import Testing

@testable import gradbook

/// `build --watch` through the real command line.
@Suite struct WatchTests {
  @Test("a saved chapter is built again, written in place or renamed; touching is not saving")
  func watch() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# One\n", to: "Chapters/en/01-a.md")
    let process = Process()
    process.executableURL = CommandRun.products.appending(path: "gradbook")
    process.arguments = ["build", "--watch", "--timings"]
    process.currentDirectoryURL = scratch.folder
    let errors = scratch.file("errors")
    try Data().write(to: errors)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }

    try await waitUntil { try scratch.read("_site/en/01-a.html").contains("One") }
    // The watch begins after the first build.
    try await waitUntil {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process.processIdentifier)/fd")
        .contains { name in
          let fd = "/proc/\(process.processIdentifier)/fd/\(name)"
          return try FileManager.default.destinationOfSymbolicLink(atPath: fd).contains("inotify")
        }
    }
    try await Task.sleep(for: .milliseconds(200))
    try scratch.write("# Two\n", to: "Chapters/en/01-a.md")
    try await waitUntil { try scratch.read("_site/en/01-a.html").contains("Two") }

    try scratch.write("# Three\n", to: "new.md")
    _ = rename(scratch.file("new.md").path, scratch.file("Chapters/en/01-a.md").path)
    try await waitUntil { try scratch.read("_site/en/01-a.html").contains("Three") }

    let builds = try scratch.read("errors").split(separator: "\n").count { $0.hasSuffix("total") }
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)],
      ofItemAtPath: scratch.file("Chapters/en/01-a.md").path)
    try await Task.sleep(for: .milliseconds(400))
    let after = try scratch.read("errors").split(separator: "\n").count { $0.hasSuffix("total") }
    #expect(builds == after)
    #expect(process.isRunning)
  }

  /// Waits until a condition holds; a minute is the end of patience.
  private func waitUntil(_ condition: () throws -> Bool) async throws {
    for _ in 0..<1200 {
      if (try? condition()) == true { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("waited in vain")
  }
}
