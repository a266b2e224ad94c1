import Digests
import Files

/// The sources of the modules that blocks are compiled against.
struct EngineSources: Sendable {
  /// A module and its files.
  struct Module: Sendable {
    /// The module's name.
    var name: String
    /// The paths of its files, in a fixed order.
    var files: [String]
  }

  /// The modules' names, each after those that it imports.
  static let moduleNames = [
    "HostSystem", "Numerals", "Transcript", "GradientDescent", "Charts", "Notebook",
  ]

  /// The modules, each after those that it imports.
  let modules: [Module]
  /// The folder of all modules.
  let root: String
  /// A digest of all names and contents.
  let digest: String

  /// Finds the sources below a package's folder; nil when one of the modules is not there.
  /// - Parameters:
  ///   - package: the folder
  ///   - notes: a folder in which the digest is cached, so that the files are read only when one
  ///     has changed
  init?(package: String, notes: String? = nil) {
    var modules: [Module] = []
    for name in Self.moduleNames {
      let files = Self.files(of: name, below: package + "/Sources")
      guard !files.isEmpty else { return nil }
      modules.append(Module(name: name, files: files))
    }
    root = package + "/Sources"
    self.modules = modules
    let note = notes.map { $0 + "/" + EntryName.sourcesPrefix + Self.stamp(of: modules).prefix(32) }
    if let note, let noted = Self.digest(notedIn: note) {
      digest = noted
      return
    }
    guard let digest = Self.digest(of: modules, below: root) else { return nil }
    self.digest = digest
    if let note {
      try? FileAccess.writeAtomically(
        Array((digest + Self.checksum(of: digest, as: note)).utf8), to: note)
    }
  }

  private static func digest(of modules: [Module], below root: String) -> String? {
    var digest = SHA256()
    for module in modules {
      digest.update(module.name)
      for file in module.files {
        guard let bytes = try? FileAccess.read(file) else { return nil }
        digest.update(String(file.dropFirst(root.count)))
        digest.update(UInt64(bytes.count))
        digest.update(bytes)
      }
    }
    return digest.hexadecimal()
  }

  /// Returns a digest of the files' paths and file stamps.
  private static func stamp(of modules: [Module]) -> String {
    var digest = SHA256()
    for file in modules.flatMap(\.files) {
      digest.update(file)
      digest.update(FileStamp(file)?.description ?? "")
    }
    return digest.hexadecimal()
  }

  private static func digest(notedIn note: String) -> String? {
    guard let bytes = try? FileAccess.read(note), bytes.count > 64 else { return nil }
    let digest = String(decoding: bytes.prefix(64), as: UTF8.self)
    return bytes.dropFirst(64).elementsEqual(checksum(of: digest, as: note).utf8) ? digest : nil
  }

  private static func checksum(of digest: String, as note: String) -> String {
    String(Checksum.of(Array(digest.utf8), as: note), radix: 16)
  }

  /// Returns the package's folder: `GRADBOOK_SOURCES`, else the nearest one above the running
  /// program, else the one from which this program was compiled; nil when none of them contains the
  /// engine.
  static func findPackage() -> String? {
    if let folder = ProcessEnvironment["GRADBOOK_SOURCES"] { return FileAccess.absolute(folder) }
    var folder = FileAccess.runningProgram.flatMap(FileAccess.parent)
    while let candidate = folder {
      if isPackage(candidate) { return candidate }
      folder = candidate == "/" ? nil : FileAccess.parent(of: candidate)
    }
    var compiledFrom: String? = #filePath
    for _ in 0..<4 { compiledFrom = compiledFrom.flatMap(FileAccess.parent) }
    return compiledFrom.flatMap { isPackage($0) ? $0 : nil }
  }

  private static func isPackage(_ folder: String) -> Bool {
    FileAccess.status(folder + "/Package.swift") != nil
      && FileAccess.isFolder(folder + "/Sources/GradientDescent")
  }

  /// Returns the paths of a module's files, in a fixed order.
  static func files(of module: String, below sources: String) -> [String] {
    let root = sources + "/" + module
    return files(below: root).map { root + "/" + $0 }
  }

  /// Returns the Swift files below a folder, as relative paths in a fixed order.
  private static func files(below root: String, in folder: String = "") -> [String] {
    (FileAccess.names(in: root + "/" + folder) ?? []).flatMap { name -> [String] in
      let path = folder + name
      if name.utf8.suffix(6).elementsEqual(".swift".utf8) { return [path] }
      return FileAccess.isFolder(root + "/" + path) ? files(below: root, in: path + "/") : []
    }
  }
}
