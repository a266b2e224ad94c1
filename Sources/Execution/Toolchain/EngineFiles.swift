import Files

/// The Swift files of the package, for listings that show the engine's own code.
public struct EngineFiles: Sendable {
  private let root: String

  /// Finds the package from which the engine is built; nil when its files are missing.
  public init?() {
    guard let package = EngineSources.findPackage(),
      let root = FileAccess.resolved(package + "/Sources")
    else { return nil }
    self.root = root
  }

  /// The files' paths below `Sources`, sorted. All folders are searched each time.
  public var names: [String] { Self.swiftFiles(below: root) }

  /// Returns the text of a file.
  ///
  /// - Parameter name: one of `names`.
  /// - Returns: nil when there is no such file, or it cannot be read or is not UTF-8.
  public func text(of name: String) -> String? {
    let path = root + "/" + name
    // A link, or a path that leaves the folder, resolves to a different path.
    guard name.utf8.suffix(6).elementsEqual(".swift".utf8), FileAccess.resolved(path) == path,
      FileAccess.size(ofFile: path) != nil, let bytes = try? FileAccess.read(path)
    else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Returns the paths of Swift files below a folder. Links are not followed.
  private static func swiftFiles(below root: String, in folder: String = "") -> [String] {
    (FileAccess.names(in: root + "/" + folder) ?? []).flatMap { name -> [String] in
      let path = folder + name
      if FileAccess.isLink(root + "/" + path) { return [] }
      if name.utf8.suffix(6).elementsEqual(".swift".utf8) { return [path] }
      return FileAccess.isFolder(root + "/" + path)
        ? swiftFiles(below: root, in: path + "/") : []
    }
  }
}
