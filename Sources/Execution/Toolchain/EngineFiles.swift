import Files

/// The Swift files of the package, for listings that show the engine's own code.
public struct EngineFiles: Sendable {
  private let root: String

  /// Finds the package's files, where blocks get their engine from; nil when they are not there.
  public init?() {
    guard let package = EngineSources.findPackage(),
      let root = FileAccess.resolved(package + "/Sources")
    else { return nil }
    self.root = root
  }

  /// The files' paths below `Sources`, sorted. All folders are looked through each time.
  public var names: [String] { Self.swiftFiles(below: root) }

  /// The text of a file.
  ///
  /// - Parameter name: one of `names`.
  /// - Returns: nil when it is none of them, cannot be read, or is no UTF-8.
  public func text(of name: String) -> String? {
    let path = root + "/" + name
    // A link, or a way out of the folder, leads to another path than its own.
    guard name.utf8.suffix(6).elementsEqual(".swift".utf8), FileAccess.resolved(path) == path,
      FileAccess.size(ofFile: path) != nil, let bytes = try? FileAccess.read(path)
    else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Links are not followed.
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
