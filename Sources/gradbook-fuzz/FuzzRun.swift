import Foundation

/// Input after input for one reader, in this process.
struct FuzzRun {
  let reader: Reader
  let corpus: Corpus
  let seed: UInt64
  private let tokens: [[UInt8]]

  /// A run that has not begun.
  init(reader: Reader, corpus: Corpus, seed: UInt64) {
    (self.reader, self.corpus, self.seed) = (reader, corpus, seed)
    tokens = reader.tokens
  }

  /// The input of a run, the first being 1. It depends on the seed, the corpus and the run alone.
  func input(of run: Int) -> [UInt8] {
    var dice = Dice(seed: seed, run: run)
    var bytes = corpus.inputs.randomElement(using: &dice) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &dice) {
      Mutation.allCases.randomElement(using: &dice)?
        .apply(to: &bytes, corpus: corpus, tokens: tokens, dice: &dice)
    }
    return bytes
  }

  /// Reads inputs until there were enough.
  /// - Parameters:
  ///   - inputs: how many; nil to go by time
  ///   - seconds: for how long, when there is no number
  ///   - current: where each input is noted before it is read
  /// - Returns: the line that says what it came to
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
