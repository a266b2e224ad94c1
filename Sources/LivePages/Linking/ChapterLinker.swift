import Execution
import Files

/// Links the experiments of a chapter with the engine.
struct ChapterLinker: Sendable {
  /// An experiment with the object file that contains it.
  struct Part: Sendable {
    var code: ExperimentCode
    var object: ObjectFile
  }

  /// The result of linking.
  struct Linked: Sendable {
    /// The module; empty when no experiment is left.
    var module: [UInt8] = []
    /// The experiments that it contains, in the order of their numbers.
    var experiments: [ExperimentCode] = []
    /// The experiments that need what there is not in a page.
    var refused: [(code: ExperimentCode, refusal: Refusal)] = []
  }

  let tools: LiveTools
  let engine: WasmEngine

  private static let limits = ToolRunner.Limits(seconds: 60, memory: 4 << 30)

  /// Links experiments. Those that need missing symbols are left out.
  /// - Parameter forCheck: true for a program that `wasmkit` runs
  func link(_ parts: [Part], forCheck: Bool) async -> Linked {
    var linked = Linked()
    var parts = parts
    while !parts.isEmpty {
      let (module, refusals) = await attempt(parts, forCheck)
      if let module {
        (linked.module, linked.experiments) = (module, parts.map(\.code))
        return linked
      }
      linked.refused += parts.compactMap { part in
        refusals[part.object.name].map { (part.code, $0) }
      }
      parts.removeAll { refusals[$0.object.name] != nil }
    }
    return linked
  }

  /// - Returns: the module, or else the reasons by the names of the object files, at least one
  private func attempt(
    _ parts: [Part], _ forCheck: Bool
  ) async -> ([UInt8]?, refusals: [String: Refusal]) {
    func all(_ reason: String) -> [String: Refusal] {
      Dictionary(parts.map { ($0.object.name, .passing(reason)) }) { first, _ in first }
    }
    do throws(FileError) {
      let work = try TemporaryFolder()
      let glue = ChapterGlue(parts.map(\.code))
      try FileAccess.writeAtomically(Array(glue.source.utf8), to: work.path + "/glue.c")
      for (name, file) in glue.files {
        guard let path = file.content?.path else { throw FileError("read", file.name) }
        try FileAccess.writeAtomically(FileAccess.read(path), to: work.path + "/" + name)
      }
      var objects: [String] = []
      for object in parts.map(\.object) where !objects.contains(object.name + ".o") {
        objects.append(object.name + ".o")
        try FileAccess.writeAtomically(object.bytes, to: work.path + "/" + object.name + ".o")
      }
      let compiled = await tools.programs.run(
        "clang", WasmTarget.c + ["-c", "glue.c", "-o", "glue.o"], in: work.path,
        limits: Self.limits)
      guard compiled.isGood else {
        return (nil, all("the linker's part does not compile: " + Self.text(compiled)))
      }
      let linked = await tools.programs.run(
        "wasm-ld",
        WasmTarget.linker + ["-o", "chapter.wasm", "glue.o"]
          + engine.runtime(forCheck: forCheck) + objects + engine.objects
          + [tools.programs.path(of: WasmTarget.unicodeTables)],
        in: work.path, reading: [engine.folder], limits: Self.limits)
      if linked.isGood { return (try FileAccess.read(work.path + "/chapter.wasm"), [:]) }
      let missing = MissingSymbols.refusals(in: Self.text(linked))
        .filter { name, _ in parts.contains { $0.object.name == name } }
      return (nil, missing.isEmpty ? all("it cannot be linked: " + Self.text(linked)) : missing)
    } catch {
      return (nil, all("\(error)"))
    }
  }

  private static func text(_ outcome: ToolRunner.Outcome) -> String {
    let text = String(decoding: (outcome.errors + outcome.output).prefix(2000), as: UTF8.self)
    return text.isEmpty ? outcome.ending : text
  }
}
