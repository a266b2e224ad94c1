import Foundation

/// The project's own files.
enum Checkout {
  /// The folder that holds `Package.swift`.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The paths of all Swift files below a folder, relative to it, sorted.
  /// - Parameter folder: the folder's path below `root`
  static func swiftFiles(in folder: String) -> [String] {
    let files = FileManager.default.enumerator(atPath: root + "/" + folder)
    return (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted()
  }

  /// Reads a file.
  /// - Parameter path: its path below `root`
  static func text(of path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }
}
