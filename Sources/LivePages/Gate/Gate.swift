import BookModel
import Execution
import Files

/// Runs experiments for pages under the toolchain's `wasmkit`, at the knobs' defaults and at other settings,
/// and compares what they put out with the native outputs, byte for byte. A translation of an experiment that
/// has passed, which has other texts and comments only, is tried at the defaults alone.
struct Gate: Sendable {
  let tools: LiveTools
  let executor: Executor

  private static let limits = ToolRunner.Limits(seconds: 120, memory: 4 << 30)

  /// Tries the experiments of a module.
  /// - Parameters:
  ///   - linked: the module
  ///   - chapter: the chapter
  ///   - results: the native results at the defaults
  ///   - translations: the experiments that are translations of some that have passed
  /// - Returns: the refusals in the order of the experiments; nil for those that pass
  func refusals(
    _ linked: ChapterLinker.Linked, of chapter: Chapter, _ results: [String: ExperimentResult],
    translations: Set<ExperimentCode>
  ) async -> [Refusal?] {
    let work: TemporaryFolder
    do throws(FileError) {
      work = try TemporaryFolder()
      try FileAccess.writeAtomically(linked.module, to: work.path + "/check.wasm")
    } catch {
      return linked.experiments.map { _ in .passing("\(error)") }
    }
    var runs: [Trial] = []
    for (number, code) in linked.experiments.enumerated() {
      let knobs = translations.contains(code) ? [] : results[code.unit.id]?.knobs ?? []
      let turned = TriedSettings.settings(of: knobs)
      runs += ([[:]] + turned).map { Trial(number: number, unit: code.unit, settings: $0) }
    }
    let natives = await executor.nativeRuns(of: chapter, runs.map { ($0.unit, $0.settings) })
    return await withTaskGroup(of: (Int, Refusal?).self) { group in
      for number in linked.experiments.indices {
        let own = runs.indices.filter { runs[$0].number == number }.map { (runs[$0], natives[$0]) }
        group.addTask { (number, await refusal(own, in: work.path)) }
      }
      var found: [Int: Refusal] = [:]
      for await (number, refusal) in group { found[number] = refusal }
      return linked.experiments.indices.map { found[$0] }
    }
  }

  /// Tries one experiment at its settings, up to the first that it fails at.
  private func refusal(
    _ trials: [(trial: Trial, native: NativeRun?)], in folder: String
  ) async -> Refusal? {
    for (index, (trial, native)) in trials.enumerated() {
      guard let native else { return .passing("its native outputs are not known") }
      // Where it does not end natively, there is nothing to compare.
      if native.ranOutOfTime { continue }
      let own = "\(folder)/\(trial.number)-\(index)"
      if let refusal = await refusal(trial, native, in: own, folder) { return refusal }
    }
    return nil
  }

  /// An experiment at one setting of its knobs.
  private struct Trial: Sendable {
    let number: Int
    let unit: LiveUnit
    let settings: [String: Double]
  }

  private func refusal(
    _ trial: Trial, _ native: NativeRun, in folder: String, _ module: String
  ) async -> Refusal? {
    do throws(FileError) { try FileAccess.makeFolder(folder) } catch {
      return .passing("\(error)")
    }
    let arguments = [
      "run", module + "/check.wasm", String(trial.number), SettingsText.input(trial.settings),
    ]
    let outcome = await tools.onProcessor {
      await tools.programs.run(
        "wasmkit", arguments, in: folder, reading: [module], limits: Self.limits)
    }
    guard let outcome else { return .interrupted }
    return refusal(outcome, native, trial.settings)
  }

  private func refusal(
    _ outcome: ToolRunner.Outcome, _ native: NativeRun, _ settings: [String: Double]
  ) -> Refusal? {
    let place = SettingsText.words(settings)
    if outcome.ranOutOfTime {
      return Refusal(
        "trying it takes longer than 120 s\(place)", hint: "let it do less, or write 'live=false'")
    }
    if native.failure != nil {
      return outcome.isGood ? Refusal("it would not fail as it does natively\(place)") : nil
    }
    let words = String(decoding: outcome.errors, as: UTF8.self).split(separator: "\n")
    if outcome.isGood, let first = words.first {
      return Refusal(
        "'\(first.prefix(60))' would not be printed into the page",
        hint: "write the value into a text: print(\"\\(x)\")")
    }
    if outcome.isGood {
      return TranscriptDifference.refusal(native: native.transcript, page: outcome.output, settings)
    }
    if let fault = TranscriptDifference.fault(in: outcome.output) {
      return Refusal("it would stop in a page\(place): \(fault)")
    }
    let reason = words.first { $0.contains("rror:") }.map { ": " + $0.prefix(200) } ?? ""
    return Refusal(
      "it would stop in a page\(place)\(reason)",
      hint: "'Int' has 32 bits there, and there are 512 MB of memory")
  }
}
