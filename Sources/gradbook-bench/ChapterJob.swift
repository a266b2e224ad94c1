import Foundation

extension Benchmark {
  /// A change to a small chapter and its page made again, as a whole process, beside the compiler
  /// alone on a program of one line.
  static func renderingChapter(
    _ name: String, change: @escaping @Sendable (ChapterJob) -> Void
  ) -> Benchmark {
    Benchmark(name: name) {
      let job = ChapterJob()
      defer { job.remove() }
      let times = fastest(repeats: 8, { change(job) }, job.compileOneLine)
      return [
        Measurement(
          name: name, value: times.ours * 1e3, unit: "ms", reference: "swiftc -O, one line",
          referenceValue: times.reference * 1e3)
      ]
    }
  }
}

/// A small chapter that is rendered again and again by the real command, changed a little each time.
final class ChapterJob {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "gradbook-bench-\(UUID())")
  /// Numbers that no earlier run of the benchmark has used: what it did would be remembered.
  private var edits = Int.random(in: 100_000_000..<900_000_000)
  private var turns = Int.random(in: 100_000_000..<900_000_000)

  private var chapter: URL { folder.appending(path: "chapter.md") }

  init() {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? Data("print(1)\n".utf8).write(to: folder.appending(path: "main.swift"))
    edit()
  }

  /// Removes what was written.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Changes one experiment's code and renders.
  func edit() {
    edits += 1
    let text = """
      # An experiment

      ```swift setup
      func descend(_ rate: Double) -> [Double] {
        let x = Parameter(name: "x")
        x.data = [10]
        let trainer = Trainer([x], SGD(learningRate: rate))
        return (0...10).map { _ in
          let loss = record { x.data.square() }
          loss.backward()
          trainer.step(1)
          return loss.item()
        }
      }
      ```

      ```swift experiment id=first
      show(LossCurve(descend(0.05), epochs: 10))
      ```

      ```swift experiment id=second
      let losses = descend(knob("rate", default: 0.\(edits), in: 0...1))
      print(losses[10])
      show(LossCurve(losses, epochs: 10))
      ```

      """
    try? Data(text.utf8).write(to: chapter)
    render([])
  }

  /// Turns the chapter's knob and renders.
  func turn() {
    turns += 1
    render(["--set", "rate=0.\(turns)"])
  }

  private func render(_ options: [String]) {
    let gradbook = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "gradbook").path
    let page = folder.appending(path: "page.html").path
    run(gradbook, ["render", chapter.path, "-o", page] + options)
  }

  /// The compiler alone.
  func compileOneLine() {
    run("/usr/bin/env", ["swiftc", "-O", "main.swift", "-o", "program"])
  }

  private func run(_ program: String, _ arguments: [String]) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    do {
      try process.run()
      process.waitUntilExit()
    } catch {
      fatalError("cannot run \(program): \(error)")
    }
    precondition(process.terminationStatus == 0, "\(program) ended with an error")
  }
}
