import BookModel
import Digests
import Files

/// Cached programs, so that an experiment whose code has not changed runs without the compiler:
/// with a knob turned, or again after a failed check.
///
/// A program is named after its own hash. A note, named after everything that the program depends
/// on, contains the program's name.
struct ProgramStore: Sendable {
  /// The path of the folder, which exists.
  var folder: String
  /// The largest number of files to keep.
  var fileLimit = 1200
  /// The largest number of bytes to keep.
  var byteLimit: Int64 = 128 << 20

  private var notes: ExperimentCache {
    ExperimentCache(folder: folder, entryLimit: fileLimit, byteLimit: byteLimit)
  }

  /// Returns the cached programs of an experiment that are undamaged, by optimization.
  func find(_ program: ExperimentProgram, engine: EngineLibrary)
    -> [CompilerOptions.Optimization: CompiledExperiment]
  {
    var found: [CompilerOptions.Optimization: CompiledExperiment] = [:]
    for optimization in CompilerOptions.Optimization.allCases {
      let key = Self.name(of: program, optimization, engine)
      guard case .entry(let note) = notes.find(key) else { continue }
      let path = folder + "/" + String(decoding: note.transcript, as: UTF8.self)
      guard let bytes = try? FileAccess.read(path),
        Self.name(of: bytes).utf8.elementsEqual(note.transcript)
      else { continue }
      FileAccess.touch(path)
      found[optimization] = CompiledExperiment(
        path: path, optimization: optimization, warnings: note.warnings, isStored: true)
    }
    return found
  }

  /// Caches a program.
  /// - Parameters:
  ///   - compiled: the compiled program
  ///   - program: the source that was compiled
  ///   - engine: the library that it is linked with
  /// - Throws: `FileError` when the folder cannot be written.
  func store(
    _ compiled: CompiledExperiment, of program: ExperimentProgram, engine: EngineLibrary
  ) throws(FileError) {
    let bytes = try FileAccess.read(compiled.path)
    let name = Self.name(of: bytes)
    try notes.store(bytes, as: name)
    chmod(folder + "/" + name, 0o755)
    let key = Self.name(of: program, compiled.optimization, engine)
    let note = ExperimentEntry(transcript: Array(name.utf8), warnings: compiled.warnings)
    try notes.store(note.encoded(as: key), as: key)
  }

  // MARK: Which way goes first

  /// Returns the optimization that gave the result first when an experiment last ran, whatever its
  /// code was.
  func quicker(of island: Island) -> CompilerOptions.Optimization {
    let name = Self.preferenceName(of: island)
    guard case .entry(let note) = notes.find(name) else { return .none }
    return note.transcript.elementsEqual(CompilerOptions.Optimization.speed.rawValue.utf8)
      ? .speed : .none
  }

  /// Remembers the optimization that gave the result first.
  func remember(quicker optimization: CompilerOptions.Optimization, of island: Island) {
    let name = Self.preferenceName(of: island)
    if optimization == .none {
      FileAccess.remove(folder + "/" + name)
    } else {
      let note = ExperimentEntry(transcript: Array(optimization.rawValue.utf8), warnings: [])
      try? notes.store(note.encoded(as: name), as: name)
    }
  }

  private static func preferenceName(of island: Island) -> String {
    var digest = SHA256()
    digest.update("quicker")
    digest.update(FileAccess.resolved(island.path) ?? island.path)
    digest.update(island.id)
    return digest.hexadecimal()
  }

  private static func name(of program: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(program)
    return digest.hexadecimal() + EntryName.programExtension
  }

  /// Returns a name that identifies everything a program depends on, which its data is no part of; the
  /// experiment's key covers the source.
  private static func name(
    of program: ExperimentProgram, _ optimization: CompilerOptions.Optimization,
    _ engine: EngineLibrary
  ) -> String {
    var digest = SHA256()
    digest.update("program")
    digest.update(ExperimentKey(program, data: [], engine: engine.key).name)
    digest.update(optimization.rawValue)
    // The program looks for the library there.
    digest.update(engine.folder)
    return digest.hexadecimal()
  }
}
