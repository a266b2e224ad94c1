extension Benchmark {
  /// Builds a book of 50 chapters with 5 experiments each, with nothing cached but the engine. The
  /// reference is the compiler alone on a program of one line, as many times as there are
  /// experiments.
  static let bookOfExperiments = Benchmark(name: "book-250-experiments") {
    [building("book-250-experiments", chapters: 50, ["--no-live"])]
  }

  /// Builds a smaller such book whose pages are live. The engine for WebAssembly is in the cache.
  static let liveBook = Benchmark(name: "live-25-experiments") {
    [building("live-25-experiments", chapters: 5, [])]
  }

  private static func building(_ name: String, chapters: Int, _ options: [String]) -> Measurement {
    let folder = WorkFolder()
    defer { folder.remove() }
    folder.write("print(1)\n", to: "main.swift")
    folder.write(chapterText(99), to: "First/Chapters/en/1.md")
    // Makes the engines, if they are not there.
    folder.gradbook(["build", "--book", "First"] + options)
    for chapter in 1...chapters {
      folder.write(chapterText(chapter), to: "Chapters/en/\(chapter).md")
    }
    let compilations = 10
    let times = fastest(
      repeats: 1, { folder.gradbook(["build", "--no-cache"] + options) },
      {
        for _ in 1...compilations {
          folder.run("/usr/bin/env", ["swiftc", "-O", "main.swift", "-o", "program"])
        }
      })
    return Measurement(
      name: name, value: times.ours, unit: "s",
      reference: "\(chapters * 5) times swiftc -O, one line",
      referenceValue: times.reference * Double(chapters * 5) / Double(compilations))
  }

  /// Differs from one run of the benchmark to the next: what makes pages live is remembered.
  private static let run = Int.random(in: 0..<1_000_000)

  private static func chapterText(_ chapter: Int) -> String {
    let experiments = (1...5).map { number in
      """

      ```swift experiment id=rate-\(number)
      let losses = descend(0.0\(chapter) + 0.1 * \(number))
      print("run \(run): after ten steps", losses[10])
      show(LossCurve(losses, epochs: 10))
      check(losses[10].isFinite, "the loss stays finite")
      ```

      """
    }
    return """
      ---
      title: Chapter \(chapter)
      order: \(chapter)
      ---
      \(ChapterJob.setup)
      """ + experiments.joined()
  }
}
