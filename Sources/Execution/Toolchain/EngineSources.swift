import Digests

/// The sources of the modules that blocks are compiled against.
struct EngineSources: Sendable {
  /// A module and its files.
  struct Module: Sendable {
    /// The module's name.
    var name: String
    /// The paths of its files, in a fixed order.
    var files: [String]
  }

  /// The modules, each after those that it imports.
  static let moduleNames = [
    "Numerals", "Transcript", "GradientDescent", "Charts", "Notebook",
  ]

  /// The modules, each after those that it imports.
  let modules: [Module]
  /// The folder of all modules.
  let root: String
  /// A digest of all names and contents.
  let digest: String

  /// Reads the sources below a package's folder; nil when one of the modules is not there.
  init?(package: String) {
    var digest = SHA256()
    var modules: [Module] = []
    for name in Self.moduleNames {
      let root = package + "/Sources/" + name
      let files = Self.files(below: root)
      guard !files.isEmpty else { return nil }
      digest.update(name)
      for file in files {
        guard let bytes = try? FileAccess.read(root + "/" + file) else { return nil }
        digest.update(file)
        digest.update(UInt64(bytes.count))
        digest.update(bytes)
      }
      modules.append(Module(name: name, files: files.map { root + "/" + $0 }))
    }
    self.modules = modules
    self.root = package + "/Sources"
    self.digest = digest.hexadecimal()
  }

  /// The package's folder: `GRADBOOK_SOURCES`, else the nearest one above the running program, else
  /// where it was compiled from; nil when none of them holds the engine.
  static func findPackage() -> String? {
    if let folder = environmentValue("GRADBOOK_SOURCES") { return folder }
    var folder = executablePath().flatMap(FileAccess.parent)
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

  /// The Swift files below a folder, as paths from it, in a fixed order.
  private static func files(below root: String, in folder: String = "") -> [String] {
    (FileAccess.names(in: root + "/" + folder) ?? []).flatMap { name -> [String] in
      let path = folder + name
      if name.utf8.suffix(6).elementsEqual(".swift".utf8) { return [path] }
      return FileAccess.isFolder(root + "/" + path) ? files(below: root, in: path + "/") : []
    }
  }
}
