/// A request, as far as the routes need it.
struct Request: Sendable {
  /// The method in capital letters.
  let method: String
  /// The target as it was sent: a path, perhaps with a query.
  let target: String
  /// The header fields in their order.
  let headers: [(name: String, value: String)]
  /// The whole body.
  var body: [UInt8] = []

  /// Returns all values of a header field; names have no case.
  func values(of name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }
}

/// The limits of a request.
enum RequestLimit {
  /// The largest body, in bytes: a chapter's code and its unsaved edits.
  static let body = 4 << 20
  /// The largest header fields together, in bytes.
  static let headers = 16 << 10
  /// The longest target, in bytes.
  static let target = 4096
}
