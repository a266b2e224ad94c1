import BookModel
import Execution
import Files

/// Runs experiments for pages under the toolchain's `wasmkit`, at the knobs' defaults and at other settings,
/// and compares what they put out with the native outputs, byte for byte.
struct Gate: Sendable {
  let tools: LiveTools
  let executor: Executor

  private static let limits = ToolRunner.Limits(seconds: 30, memory: 4 << 30)

  /// Tries the experiments of a module.
  /// - Parameters:
  ///   - linked: the module
  ///   - chapter: the chapter
  ///   - results: the native results at the defaults
  /// - Returns: the refusals in the order of the experiments; nil for those that pass
  func refusals(
    _ linked: ChapterLinker.Linked, of chapter: Chapter, _ results: [String: ExperimentResult]
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
      let turned = TriedSettings.settings(of: results[code.unit.id]?.knobs ?? [])
      runs += ([[:]] + turned).map { Trial(number: number, unit: code.unit, settings: $0) }
    }
    let natives = await executor.nativeRuns(of: chapter, runs.map { ($0.unit, $0.settings) })
    let found = await withTaskGroup(of: (Int, Refusal?).self) { group in
      for (index, run) in runs.enumerated() {
        // Where it does not end natively, there is nothing to compare.
        guard let native = natives[index], !native.ranOutOfTime else { continue }
        let folder = work.path + "/\(index)"
        group.addTask { (index, await refusal(run, native, in: folder, work.path)) }
      }
      var found: [Int: Refusal] = [:]
      for await (index, refusal) in group { found[index] = refusal }
      return found
    }
    return linked.experiments.indices.map { number in
      let own = runs.indices.filter { runs[$0].number == number }
      if own.contains(where: { natives[$0] == nil }) {
        return .passing("its native outputs are not known")
      }
      return own.lazy.compactMap { found[$0] }.first
    }
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
      return .passing(
        "trying it takes longer than 30 s\(place)", hint: "let it do less, or write 'live=false'")
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
    let reason = words.first { $0.contains("rror:") }.map { ": " + $0.prefix(200) } ?? ""
    return Refusal(
      "it would stop in a page\(place)\(reason)",
      hint: "'Int' has 32 bits there, and there are 512 MB of memory")
  }
}
