import BookModel
import Digests

/// Compiled programs, kept so that an experiment whose code has not changed runs without the
/// compiler: with a knob turned, or again after a failed check.
///
/// A program is named by its own hash. Beside it stands a note for each experiment that it holds,
/// named by all that the experiment's part of the program depends on, its lines included, because
/// failed checks name them.
struct ProgramStore: Sendable {
  /// A program that holds an experiment.
  struct Program: Sendable {
    /// Its path.
    var path: String
    /// The compiler's warnings about the experiment.
    var warnings: [ExperimentEntry.Warning]
  }

  /// The folder; it exists.
  var folder: String
  /// The most files to keep.
  var fileLimit = 400
  /// The most bytes to keep.
  var byteLimit: Int64 = 128 << 20

  private var notes: ExperimentCache {
    ExperimentCache(folder: folder, entryLimit: fileLimit, byteLimit: byteLimit)
  }

  /// A program that holds an experiment; nil when there is none, or it is not as it was.
  func find(_ key: ProgramKey) -> Program? {
    guard case .entry(let note) = notes.find(key.name) else { return nil }
    let path = folder + "/" + String(decoding: note.transcript, as: UTF8.self)
    guard let bytes = try? FileAccess.read(path),
      Self.name(of: bytes).utf8.elementsEqual(note.transcript)
    else { return nil }
    FileAccess.touch(path)
    return Program(path: path, warnings: note.warnings)
  }

  /// Keeps a program.
  /// - Parameters:
  ///   - path: where it is
  ///   - experiments: the keys of what it holds, with the compiler's warnings
  /// - Throws: `FileError` when the folder cannot be written.
  func store(
    _ path: String, holding experiments: [(ProgramKey, [ExperimentEntry.Warning])]
  ) throws(FileError) {
    let bytes = try FileAccess.read(path)
    let name = Self.name(of: bytes)
    try notes.store(bytes, as: name)
    chmod(folder + "/" + name, 0o755)
    for (key, warnings) in experiments {
      let note = ExperimentEntry(transcript: Array(name.utf8), warnings: warnings)
      try notes.store(note.encoded(), as: key.name)
    }
    notes.trim()
  }

  private static func name(of program: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(program)
    return digest.hexadecimal() + ".program"
  }
}

/// Names everything that an experiment's part of a program depends on.
struct ProgramKey: Hashable, Sendable {
  /// 64 hexadecimal digits.
  let name: String

  /// Makes the key of an experiment.
  /// - Parameters:
  ///   - unit: the experiment
  ///   - units: the chapter that it is in
  ///   - engine: what it is linked with
  init(_ unit: ChapterUnits.Unit, in units: ChapterUnits, engine: EngineLibrary) {
    var digest = SHA256()
    digest.update("program")
    digest.update(ExperimentKey(unit, in: units, engine: engine.key).name)
    digest.update(engine.folder)
    for unit in units.setups(above: unit) + [unit] {
      digest.update(UInt64(unit.block.codeStart.line))
      digest.update(UInt64(unit.block.codeStart.column))
    }
    name = digest.hexadecimal()
  }
}
