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
    guard case .bytes(let module) = tools.cache.recall(moduleKey(live, among: codes)) else {
      return nil
    }
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
    if let module = await module(of: live, among: codes) {
      made.module = module
    } else {
      made.numbers = [:]
    }
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
    let language = chapter.frontMatter.language.rawValue
    let keys = codes.map(verdictKey)
    var verdicts = keys.map(rememberedVerdict)
    let open = codes.indices.filter { verdicts[$0] == nil }
    if open.isEmpty { return verdicts.map { $0 ?? nil } }
    let wanted = Set(open.map { codes[$0] })
    let batches = CompilationBatch.all(of: codes).filter { !wanted.isDisjoint(with: $0.codes) }
    let compiled = await compiler.compile(batches)
    var parts: [ChapterLinker.Part] = []
    for index in open {
      switch compiled[codes[index]] ?? .refused(.interrupted) {
      case .refused(let refusal): verdicts[index] = .some(refusal)
      case .object(let object): parts.append(.init(code: codes[index], object: object))
      }
    }
    let linked = await linkForCheck(parts, batches)
    guard let linked, !Task.isCancelled else {
      return verdicts.map { $0 ?? Refusal.interrupted }
    }
    let tried = await Gate(tools: tools, executor: executor).refusals(
      linked, of: chapter, run.results,
      translations: Set(linked.experiments.filter { isTranslationOfPassed($0, in: language) }))
    var found = Dictionary(linked.refused.map { ($0.code.unit.id, Refusal?.some($0.refusal)) }) {
      first, _ in first
    }
    for (code, refusal) in zip(linked.experiments, tried) { found[code.unit.id] = refusal }
    for index in open {
      if verdicts[index] == nil { verdicts[index] = found[codes[index].unit.id] ?? nil }
      let verdict = verdicts[index] ?? nil
      if Task.isCancelled || verdict?.isPassing ?? false { continue }
      try? tools.cache.remember(verdict?.encoded() ?? [], as: keys[index])
      if verdict == nil, !isTranslationOfPassed(codes[index], in: language) {
        try? tools.cache.remember(Array(language.utf8), as: skeletonKey(codes[index]))
      }
    }
    return verdicts.map { $0 ?? nil }
  }

  private var compiler: ExperimentCompiler { ExperimentCompiler(tools: tools, engine: engine) }

  /// Links experiments for the check. Where one of a batch needs what there is not in a page, the whole
  /// batch is compiled again, each experiment by itself.
  /// - Returns: nil when the task was cancelled
  private func linkForCheck(
    _ parts: [ChapterLinker.Part], _ batches: [CompilationBatch]
  ) async -> ChapterLinker.Linked? {
    guard let linked = await link(parts, forCheck: true) else { return nil }
    let refused = Set(linked.refused.map(\.code))
    let torn = batches.filter { batch in
      batch.codes.count > 1
        && parts.contains { part in
          part.object.name == batch.name && refused.contains(part.code)
        }
    }
    if torn.isEmpty { return linked }
    var outcomes: [ExperimentCode: ExperimentCompiler.Outcome] = [:]
    for batch in torn { outcomes.merge(await compiler.separate(batch)) { first, _ in first } }
    let separated = parts.map { part in
      guard case .object(let object) = outcomes[part.code] else { return part }
      return ChapterLinker.Part(code: part.code, object: object)
    }
    return await link(separated, forCheck: true)
  }

  private func link(
    _ parts: [ChapterLinker.Part], forCheck: Bool
  ) async -> ChapterLinker.Linked? {
    let linker = ChapterLinker(tools: tools, engine: engine)
    return await tools.onProcessor { await linker.link(parts, forCheck: forCheck) }
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

  /// Returns a name for all that the verdict on an experiment and on its translations depends on.
  private func skeletonKey(_ code: ExperimentCode) -> String {
    var digest = SHA256()
    digest.update("passed 2")
    digest.update(code.skeleton)
    digest.update(engine.key)
    digest.update(tools.engineKey)
    for option in WasmTarget.experiment { digest.update(option) }
    update(&digest, dataOf: code)
    return digest.hexadecimal()
  }

  /// Returns true when the same code with other texts has passed at all settings in a chapter of another
  /// language. In the same language other texts are an edit, which is tried like any other.
  private func isTranslationOfPassed(_ code: ExperimentCode, in language: String) -> Bool {
    guard case .bytes(let passed) = tools.cache.recall(skeletonKey(code)) else { return false }
    return passed != Array(language.utf8)
  }

  private func update(_ digest: inout SHA256, dataOf code: ExperimentCode) {
    digest.update(UInt64(code.unit.data.count))
    for file in code.unit.data { digest.update(file.content?.digest ?? "") }
  }

  // MARK: The module

  /// - Parameter all: the experiments that are compiled together with them
  private func moduleKey(_ codes: [ExperimentCode], among all: [ExperimentCode]) -> String {
    var digest = SHA256()
    digest.update("module 3")
    for option in WasmTarget.linker { digest.update(option) }
    digest.update(UInt64(all.count))
    for code in all { digest.update(code.key(engine)) }
    for code in codes {
      digest.update(code.key(engine))
      update(&digest, dataOf: code)
    }
    return digest.hexadecimal()
  }

  private func module(
    of codes: [ExperimentCode], among all: [ExperimentCode]
  ) async -> [UInt8]? {
    let key = moduleKey(codes, among: all)
    if case .bytes(let module) = tools.cache.recall(key) { return module }
    let compiled = await compiler.compile(CompilationBatch.all(of: all))
    let parts = codes.compactMap { code in
      if case .object(let object) = compiled[code] {
        ChapterLinker.Part(code: code, object: object)
      } else {
        nil
      }
    }
    guard parts.count == codes.count else { return nil }
    let linked = await link(parts, forCheck: false)
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
