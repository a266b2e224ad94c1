/// The reason why a data file cannot be read or used.
struct DataFileFault: Error {
  /// The finding, with its place in the file, and what was expected.
  let message: String

  /// Describes the file as a whole.
  init(_ message: String) { self.message = message }

  /// Describes a place in a text.
  /// - Parameters:
  ///   - place: the place
  ///   - message: the finding, and what was expected
  init(at place: TextPlace, _ message: String) {
    self.message = "line \(place.line), column \(place.column): " + message
  }
}

/// A place in a data file: 1-based, with columns that count bytes.
struct TextPlace: Equatable {
  var line: Int
  var column: Int
}
