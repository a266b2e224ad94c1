import Foundation

/// The inputs from which all others are made.
struct Corpus {
  /// The files' contents, sorted by name.
  let inputs: [[UInt8]]

  /// The package's own corpus.
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
