import Foundation

/// Feeds inputs to one reader, in this process.
struct FuzzRun {
  let reader: Reader
  let corpus: Corpus
  let seed: UInt64
  private let tokens: [[UInt8]]

  /// Makes a run that has not started.
  init(reader: Reader, corpus: Corpus, seed: UInt64) {
    (self.reader, self.corpus, self.seed) = (reader, corpus, seed)
    tokens = reader.tokens
  }

  /// Returns the input of a run, counted from 1. It depends only on the seed, the corpus and the
  /// number of the run.
  func input(of run: Int) -> [UInt8] {
    var random = SeededGenerator(seed: seed, run: run)
    var bytes = corpus.inputs.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      Mutation.allCases.randomElement(using: &random)?
        .apply(to: &bytes, corpus: corpus, tokens: tokens, random: &random)
    }
    return bytes
  }

  /// Reads inputs until the number or the time is reached.
  /// - Parameters:
  ///   - inputs: the number of inputs; nil to use the time
  ///   - seconds: the time, when there is no number
  ///   - current: records each input before it is read
  /// - Returns: a line that summarizes the run
  func run(inputs: Int?, seconds: Double, current: CurrentInput) -> String {
    let (clock, watchdog) = (ContinuousClock(), Watchdog())
    let start = clock.now
    let deadline = start + .seconds(seconds)
    var (run, longest): (Int, (time: UInt64, run: Int)) = (0, (0, 0))
    watchdog.watch()
    while inputs.map({ run < $0 }) ?? (clock.now < deadline) {
      run += 1
      let bytes = input(of: run)
      current.note(bytes, run: run)
      let time = watchdog.time { reader.read(bytes) }
      if time > longest.time { longest = (time, run) }
    }
    return String(
      format: "%@: %d inputs in %.1f s, the longest %.1f ms (run %d), peak memory %d MB",
      reader.rawValue, run, (clock.now - start) / .seconds(1), Double(longest.time) / 1e6,
      longest.run, ProcessUse.peakMegabytes)
  }
}
