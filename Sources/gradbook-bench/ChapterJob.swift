extension Benchmark {
  /// Changes a small chapter and renders it again, in a process. The reference is the compiler
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

/// A small chapter that is rendered repeatedly with the real command, with a small change each
/// time.
final class ChapterJob {
  private let folder = WorkFolder()
  /// Numbers that no earlier run of the benchmark has used, because its results would be cached.
  private var edits = Int.random(in: 100_000_000..<900_000_000)
  private var turns = Int.random(in: 100_000_000..<900_000_000)

  init() {
    folder.write("print(1)\n", to: "main.swift")
    edit()
  }

  /// Removes the files.
  func remove() { folder.remove() }

  /// A setup block with a function for a descent of ten steps with a given learning rate.
  static let setup = """
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
    """

  /// Changes one experiment's code and renders.
  func edit() {
    edits += 1
    let text = """
      # An experiment

      \(Self.setup)

      ```swift experiment id=first
      show(LossCurve(descend(0.05), epochs: 10))
      ```

      ```swift experiment id=second
      let losses = descend(knob("rate", default: 0.\(edits), in: 0...1))
      print(losses[10])
      show(LossCurve(losses, epochs: 10))
      ```

      """
    folder.write(text, to: "chapter.md")
    render([])
  }

  /// Turns the chapter's knob and renders.
  func turn() {
    turns += 1
    render(["--set", "rate=0.\(turns)"])
  }

  /// Renders a new chapter with one experiment that contains a long loop.
  func renderHeavyBlock() {
    edits += 1
    let text = """
      # A long loop

      ```swift experiment id=loop
      var state: UInt64 = \(edits)
      var counts = [Int](repeating: 0, count: 64)
      for _ in 0..<10_000_000 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        counts[Int(state & 63)] += 1
      }
      print(counts[0], state)
      ```

      """
    folder.write(text, to: "heavy-\(edits).md")
    folder.gradbook(["render", "heavy-\(edits).md", "-o", "heavy.html"])
  }

  private func render(_ options: [String]) {
    folder.gradbook(["render", "chapter.md", "-o", "page.html"] + options)
  }

  /// Runs the compiler alone.
  func compileOneLine() {
    folder.run("/usr/bin/env", ["swiftc", "-O", "main.swift", "-o", "program"])
  }
}
