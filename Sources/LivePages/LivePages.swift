import BookModel
import Compression
import Digests
import Execution
import Files

/// Makes the parts of pages that run a chapter's experiments again.
package struct LivePages: Sendable {
  /// A chapter's experiments for its page.
  package struct Chapter: Equatable, Sendable {
    /// The module of WebAssembly, packed as a gzip file; empty when no experiment is live.
    package var module: [UInt8] = []
    /// The numbers of the live experiments in the module, by their ids.
    package var numbers: [String: Int] = [:]
    /// The reasons why experiments are not live, by their ids, in the order of the text.
    package var reasons: [Reason] = []
    /// The errors: experiments that have to be live and are not.
    package var errors: [Diagnostic] = []
  }

  /// The reason why an experiment is not live.
  package struct Reason: Equatable, Sendable {
    /// The experiment's id.
    package var id: String
    /// The reason in words.
    package var reason: String
    /// The reason at its place in the chapter.
    package var diagnostic: Diagnostic
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
  ///   - onlyBuilt: true when nothing is built
  ///   - onBuild: called before the engine is built, if it has to be
  package static func make(
    _ executor: Executor, onlyBuilt: Bool = false, onBuild: @Sendable () -> Void = {}
  ) async -> Result<LivePages, WasmEngineError> {
    guard case .success(let tools) = await executor.liveTools() else {
      // Running the experiments says why.
      return .failure(.notBuilt)
    }
    let build = WasmEngineBuild(tools: tools)
    if let engine = build.existing() { return .success(LivePages(tools, executor, engine)) }
    if onlyBuilt { return .failure(.notBuilt) }
    onBuild()
    do throws(WasmEngineError) {
      return .success(LivePages(tools, executor, try await build.build()))
    } catch {
      return .failure(error)
    }
  }

  /// Returns true when a chapter has an experiment that could be live.
  package static func canBeLive(_ chapter: BookModel.Chapter) -> Bool {
    LiveUnit.all(in: chapter).contains(where: isCandidate)
  }

  private static func isCandidate(_ unit: LiveUnit) -> Bool {
    unit.options.live != .never && unit.options.expect == nil
  }

  /// Returns the parts of a chapter's page if they are all in the cache; nil when they are not.
  package func remembered(_ chapter: BookModel.Chapter, _ run: ChapterRun) -> Chapter? {
    let codes = codes(chapter, run)
    let verdicts = codes.map { rememberedVerdict(verdictKey($0)) }
    if verdicts.contains(where: { $0 == nil }) { return nil }
    var made = Chapter(codes, verdicts.map { $0 ?? nil })
    let live = codes.filter { made.numbers[$0.unit.id] != nil }
    if live.isEmpty { return made }
    guard case .bytes(let module) = tools.cache.recall(moduleKey(live)) else { return nil }
    made.module = module
    return made
  }

  /// Makes the parts of a chapter's page. What has not changed is taken from the cache.
  /// - Parameters:
  ///   - chapter: the chapter
  ///   - run: the results of its experiments
  package func chapter(_ chapter: BookModel.Chapter, _ run: ChapterRun) async -> Chapter {
    let codes = codes(chapter, run)
    let verdicts = await verdicts(on: codes, of: chapter, run)
    var made = Chapter(codes, verdicts)
    let live = codes.filter { made.numbers[$0.unit.id] != nil }
    if live.isEmpty || Task.isCancelled { return made }
    if let module = await module(of: live) { made.module = module } else { made.numbers = [:] }
    return made
  }

  /// Returns the code of the experiments that could be live and have run as they should.
  private func codes(_ chapter: BookModel.Chapter, _ run: ChapterRun) -> [ExperimentCode] {
    LiveUnit.all(in: chapter).filter { unit in
      Self.isCandidate(unit) && run.results[unit.id].map { $0.failure == nil } ?? false
    }.map(ExperimentCode.init)
  }

  private func rememberedVerdict(_ key: String) -> Refusal?? {
    guard case .bytes(let bytes) = tools.cache.recall(key) else { return .none }
    return bytes.isEmpty ? .some(nil) : Refusal(decoding: bytes).map(Optional.some)
  }

  /// Makes the module that draws the outputs in all pages, as a gzip file.
  package func drawing() async -> Result<[UInt8], WasmEngineError> {
    do throws(WasmEngineError) {
      return .success(try await DrawingBuild(tools: tools, engine: engine).module())
    } catch {
      return .failure(error)
    }
  }

  // MARK: Verdicts

  /// Returns the refusals of experiments in their order; nil for those that are live.
  private func verdicts(
    on codes: [ExperimentCode], of chapter: BookModel.Chapter, _ run: ChapterRun
  ) async -> [Refusal?] {
    let keys = codes.map(verdictKey)
    var verdicts = keys.map(rememberedVerdict)
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

  private func moduleKey(_ codes: [ExperimentCode]) -> String {
    var digest = SHA256()
    digest.update("module 2")
    for option in WasmTarget.linker { digest.update(option) }
    for code in codes {
      digest.update(code.key(engine))
      update(&digest, dataOf: code)
    }
    return digest.hexadecimal()
  }

  private func module(of codes: [ExperimentCode]) async -> [UInt8]? {
    let key = moduleKey(codes)
    if case .bytes(let module) = tools.cache.recall(key) { return module }
    let parts = zip(codes, await compile(codes)).compactMap { code, outcome in
      if case .object(let object) = outcome {
        ChapterLinker.Part(code: code, object: object)
      } else {
        nil
      }
    }
    guard parts.count == codes.count else { return nil }
    let linker = ChapterLinker(tools: tools, engine: engine)
    let linked = await tools.onProcessor { await linker.link(parts, forCheck: false) }
    guard let linked, linked.experiments.count == codes.count else { return nil }
    let packed = Gzip.packed(linked.module)
    try? tools.cache.remember(packed, as: key)
    return packed
  }
}

extension LivePages.Chapter {
  /// Numbers the experiments that are live, and records why the others are not.
  fileprivate init(_ codes: [ExperimentCode], _ verdicts: [Refusal?]) {
    for (code, refusal) in zip(codes, verdicts) {
      if let refusal { note(refusal, of: code.unit) } else { numbers[code.unit.id] = numbers.count }
    }
  }

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
      .init(
        id: unit.id, reason: refusal.reason,
        diagnostic: Diagnostic(
          .warning, at: place, "not live: \(refusal.reason)", hint: refusal.hint)))
  }
}
