import Digests
import Files

/// The driver's plans for one toolchain and one engine, each made once.
actor DriverPlans {
  private let notes: String
  private var plans: [CompilerOptions.Optimization: Task<DriverPlan?, Never>] = [:]

  /// Uses plans cached in a folder.
  init(notes: String) { self.notes = notes }

  /// Returns the plan for an optimization; nil when the driver's answer is not understood, so that
  /// the driver itself has to be used.
  func plan(_ optimization: CompilerOptions.Optimization, _ compiler: SwiftCompiler) async
    -> DriverPlan?
  {
    if let plan = plans[optimization] { return await plan.value }
    let notes = notes
    let task = Task { await Self.find(optimization, compiler, notes) }
    plans[optimization] = task
    return await task.value
  }

  private static func find(
    _ optimization: CompilerOptions.Optimization, _ compiler: SwiftCompiler, _ notes: String
  ) async -> DriverPlan? {
    let arguments = compiler.arguments(optimization, moduleCache: compiler.engine.moduleCache)
    var digest = SHA256()
    digest.update(compiler.toolchain.version)
    digest.update(compiler.toolchain.compiler)
    for argument in arguments { digest.update(argument) }
    let note = notes + "/" + EntryName.planPrefix + digest.hexadecimal().prefix(32)
    if let bytes = try? FileAccess.read(note) {
      if bytes == notUnderstood(note) { return nil }
      if let plan = DriverPlan(decoding: bytes, as: note) { return plan }
    }
    let answer = await ask(arguments, compiler)
    switch answer {
    case .plan(let plan):
      try? FileAccess.writeAtomically(plan.encoded(as: note), to: note)
      return plan
    case .notUnderstood:
      try? FileAccess.writeAtomically(notUnderstood(note), to: note)
      return nil
    case .none: return nil
    }
  }

  private static func notUnderstood(_ note: String) -> [UInt8] {
    let words = Array("the driver's answer is not understood\n".utf8)
    return words + String(Checksum.of(words, as: note), radix: 16).utf8
  }

  private enum Answer {
    case plan(DriverPlan)
    case notUnderstood
    /// The driver could not be run.
    case none
  }

  private static func ask(_ arguments: [String], _ compiler: SwiftCompiler) async -> Answer {
    guard let work = try? TemporaryFolder(),
      (try? FileAccess.makeFolder(work.path + "/temporary")) != nil,
      (try? FileAccess.writeAtomically([], to: work.path + "/" + DriverPlan.source)) != nil,
      // clang checks that the object file exists.
      (try? FileAccess.writeAtomically([], to: work.path + "/" + DriverPlan.object)) != nil
    else { return .none }
    let driver = await compiler.run(
      [compiler.toolchain.compiler, "-###"] + arguments, in: work.path, timeLimit: 20)
    guard case .exited = driver.ending else { return .none }
    guard let answer = DriverAnswer(driver.output) else { return .notUnderstood }
    let linker = await compiler.run(
      [answer.linking[0], "-###"] + answer.linking.dropFirst(), in: work.path, timeLimit: 20)
    guard case .exited = linker.ending else { return .none }
    guard let command = DriverAnswer.linker(in: linker.errors + linker.output) else {
      return .notUnderstood
    }
    return .plan(DriverPlan(frontend: answer.frontend, linker: command))
  }
}

extension DriverPlan {
  /// Returns the plan as cached: its checksum, then each word followed by a zero byte, with an
  /// empty word between the commands.
  /// - Parameter note: the path of the note
  func encoded(as note: String) -> [UInt8] {
    let text = (frontend + [""] + linker).flatMap { word -> [UInt8] in Array(word.utf8) + [0] }
    return Array(String(Checksum.of(text, as: note), radix: 16).utf8) + [0] + text
  }

  /// Reads the result of `encoded(as:)`; nil when it is damaged, or was made for another note.
  init?(decoding bytes: [UInt8], as note: String) {
    guard let end = bytes.firstIndex(of: 0) else { return nil }
    let words = bytes[(end + 1)...].split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard let middle = words.firstIndex(of: ""), middle > 0, words.last == "" else { return nil }
    self.init(
      frontend: Array(words[..<middle]), linker: Array(words[(middle + 1)...].dropLast()))
    guard !linker.isEmpty, encoded(as: note) == bytes else { return nil }
  }
}
