extension Benchmark {
  /// Builds a book of 50 chapters with 5 experiments each, with nothing cached but the engine. The
  /// reference is the compiler alone on a program of one line, as many times as there are
  /// experiments.
  static let bookOfExperiments = Benchmark(name: "book-250-experiments") {
    let folder = WorkFolder()
    defer { folder.remove() }
    folder.write("print(1)\n", to: "main.swift")
    for chapter in 1...50 { folder.write(chapterText(chapter), to: "Chapters/en/\(chapter).md") }
    let times = fastest(
      repeats: 1, { folder.gradbook(["build", "--no-cache"]) },
      {
        for _ in 1...10 {
          folder.run("/usr/bin/env", ["swiftc", "-O", "main.swift", "-o", "program"])
        }
      })
    return [
      Measurement(
        name: "book-250-experiments", value: times.ours, unit: "s",
        reference: "250 times swiftc -O, one line", referenceValue: times.reference * 25)
    ]
  }

  private static func chapterText(_ chapter: Int) -> String {
    let experiments = (1...5).map { number in
      """

      ```swift experiment id=rate-\(number)
      let losses = descend(0.0\(chapter) + 0.1 * \(number))
      print("after ten steps", losses[10])
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
