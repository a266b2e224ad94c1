import BookModel
import Digests
import Execution
import Files

/// Makes the parts of pages that run a chapter's experiments again.
package struct LivePages: Sendable {
  /// A chapter's experiments for its page.
  package struct Chapter: Equatable, Sendable {
    /// The module of WebAssembly; empty when no experiment is live.
    package var module: [UInt8] = []
    /// The numbers of the live experiments in the module, by their ids.
    package var numbers: [String: Int] = [:]
    /// The reasons why experiments are not live, by their ids, in the order of the text.
    package var reasons: [(id: String, diagnostic: Diagnostic)] = []
    /// The errors: experiments that have to be live and are not.
    package var errors: [Diagnostic] = []

    package static func == (a: Chapter, b: Chapter) -> Bool {
      a.module == b.module && a.numbers == b.numbers && a.errors == b.errors
        && a.reasons.map(\.id) == b.reasons.map(\.id)
        && a.reasons.map(\.diagnostic) == b.reasons.map(\.diagnostic)
    }
  }

  private let tools: LiveTools
  private let executor: Executor
  private let engine: WasmEngine

  /// Makes the parts with an engine that has been built.
  private init(_ tools: LiveTools, _ executor: Executor, _ engine: WasmEngine) {
    (self.tools, self.executor, self.engine) = (tools, executor, engine)
  }

  /// Finds the engine for WebAssembly, or builds it.
  /// - Parameters:
  ///   - executor: runs the experiments natively
  ///   - onBuild: called before the engine is built, if it has to be
  /// - Returns: the reason in words when there can be no live pages
  package static func make(
    _ executor: Executor, onBuild: @Sendable () -> Void = {}
  ) async -> Result<LivePages, WasmEngineError> {
    guard case .success(let tools) = await executor.liveTools() else {
      return .failure(.sourcesMissing)
    }
    let build = WasmEngineBuild(tools: tools)
    if let engine = build.existing() { return .success(LivePages(tools, executor, engine)) }
    onBuild()
    do throws(WasmEngineError) {
      return .success(LivePages(tools, executor, try await build.build()))
    } catch {
      return .failure(error)
    }
  }

  /// Makes the parts of a chapter's page. What has not changed is taken from the cache.
  /// - Parameters:
  ///   - chapter: the chapter
  ///   - run: the results of its experiments
  package func chapter(_ chapter: BookModel.Chapter, _ run: ChapterRun) async -> Chapter {
    let candidates = LiveUnit.all(in: chapter).filter { unit in
      unit.options.live != .never && unit.options.expect == nil
        && run.results[unit.id].map { $0.failure == nil } ?? false
    }
    let codes = candidates.map(ExperimentCode.init)
    let verdicts = await verdicts(on: codes, of: chapter, run)
    let live = zip(codes, verdicts).filter { $1 == nil }.map(\.0)
    var made = Chapter()
    for (code, refusal) in zip(codes, verdicts) {
      if let refusal { made.note(refusal, of: code.unit) }
    }
    if live.isEmpty || Task.isCancelled { return made }
    if let module = await module(of: live) {
      made.module = module
      for (number, code) in live.enumerated() { made.numbers[code.unit.id] = number }
    }
    return made
  }

  // MARK: Verdicts

  /// Returns the refusals of experiments in their order; nil for those that are live.
  private func verdicts(
    on codes: [ExperimentCode], of chapter: BookModel.Chapter, _ run: ChapterRun
  ) async -> [Refusal?] {
    let keys = codes.map(verdictKey)
    var verdicts: [Refusal??] = keys.map { key in
      guard case .bytes(let bytes) = tools.cache.recall(key) else { return .none }
      return bytes.isEmpty ? .some(nil) : Refusal(decoding: bytes).map(Optional.some)
    }
    let open = codes.indices.filter { verdicts[$0] == nil }
    if open.isEmpty { return verdicts.map { $0 ?? nil } }
    let compiled = await compile(open.map { codes[$0] })
    var parts: [ChapterLinker.Part] = []
    for (index, outcome) in zip(open, compiled) {
      switch outcome {
      case .refused(let refusal): verdicts[index] = .some(refusal)
      case .object(let object): parts.append(.init(code: codes[index], object: object))
      }
    }
    let linker = ChapterLinker(tools: tools, engine: engine)
    let linked = await tools.onProcessor { [parts] in await linker.link(parts, forCheck: true) }
    guard let linked, !Task.isCancelled else {
      return verdicts.map { $0 ?? Refusal.interrupted }
    }
    let tried = await Gate(tools: tools, executor: executor).refusals(
      linked, of: chapter, run.results)
    var found = Dictionary(linked.refused.map { ($0.code.unit.id, Refusal?.some($0.refusal)) }) {
      first, _ in first
    }
    for (code, refusal) in zip(linked.experiments, tried) { found[code.unit.id] = refusal }
    for index in open {
      if verdicts[index] == nil { verdicts[index] = found[codes[index].unit.id] ?? nil }
      let verdict = verdicts[index] ?? nil
      if Task.isCancelled || verdict?.isPassing ?? false { continue }
      try? tools.cache.remember(verdict?.encoded() ?? [], as: keys[index])
    }
    return verdicts.map { $0 ?? nil }
  }

  private func compile(_ codes: [ExperimentCode]) async -> [ExperimentCompiler.Outcome] {
    let compiler = ExperimentCompiler(tools: tools, engine: engine)
    return await withTaskGroup(of: (Int, ExperimentCompiler.Outcome).self) { group in
      for (index, code) in codes.enumerated() {
        group.addTask { (index, await compiler.compile(code)) }
      }
      var outcomes: [Int: ExperimentCompiler.Outcome] = [:]
      for await (index, outcome) in group { outcomes[index] = outcome }
      return codes.indices.compactMap { outcomes[$0] }
    }
  }

  /// Returns a name for all that a verdict depends on.
  private func verdictKey(_ code: ExperimentCode) -> String {
    var digest = SHA256()
    digest.update("verdict 1")
    digest.update(code.key(engine))
    digest.update(tools.engineKey)
    update(&digest, dataOf: code)
    return digest.hexadecimal()
  }

  private func update(_ digest: inout SHA256, dataOf code: ExperimentCode) {
    digest.update(UInt64(code.unit.data.count))
    for file in code.unit.data { digest.update(file.content?.digest ?? "") }
  }

  // MARK: The module

  private func module(of codes: [ExperimentCode]) async -> [UInt8]? {
    var digest = SHA256()
    digest.update("module 1")
    for option in WasmTarget.linker { digest.update(option) }
    for code in codes {
      digest.update(code.key(engine))
      update(&digest, dataOf: code)
    }
    let key = digest.hexadecimal()
    if case .bytes(let module) = tools.cache.recall(key) { return module }
    let parts = zip(codes, await compile(codes)).compactMap { code, outcome in
      if case .object(let object) = outcome { ChapterLinker.Part(code: code, object: object) } else {
        nil
      }
    }
    guard parts.count == codes.count else { return nil }
    let linker = ChapterLinker(tools: tools, engine: engine)
    let linked = await tools.onProcessor { await linker.link(parts, forCheck: false) }
    guard let linked, linked.experiments.count == codes.count else { return nil }
    try? tools.cache.remember(linked.module, as: key)
    return linked.module
  }
}

extension LivePages.Chapter {
  /// Records why an experiment is not live.
  fileprivate mutating func note(_ refusal: Refusal, of unit: LiveUnit) {
    let place = refusal.position.map { unit.place(line: $0.line, column: $0.column) } ?? unit.place
    if unit.options.live == .required {
      errors.append(
        Diagnostic(
          at: place, "the experiment '\(unit.id)' has to be live and is not: \(refusal.reason)",
          hint: refusal.hint ?? "leave out 'live=required'"))
    }
    reasons.append(
      (
        unit.id,
        Diagnostic(.warning, at: place, "not live: \(refusal.reason)", hint: refusal.hint)
      ))
  }
}
