import Foundation

/// The inputs that all others are made from.
struct Corpus {
  /// The files' contents, in the order of their names.
  let inputs: [[UInt8]]

  /// Where the package keeps them.
  static let standardFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../Tests/Fuzzing/Corpus").standardized.path

  /// Reads the inputs of one reader.
  init(folder: String, reader: Reader) throws {
    let place = URL(filePath: folder).appending(path: reader.rawValue)
    let files = try FileManager.default.contentsOfDirectory(
      at: place, includingPropertiesForKeys: nil)
    inputs = try files.sorted { $0.path < $1.path }.map { Array(try Data(contentsOf: $0)) }
    guard !inputs.isEmpty else {
      throw CocoaError(.fileReadNoSuchFile, userInfo: ["path": place.path])
    }
  }
}
