import Foundation

/// A response: a whole one, or a stream of events.
struct Response: Sendable {
  /// The body of a response.
  enum Body: Sendable {
    case bytes([UInt8])
    /// Events, which a function writes until it returns; it is cancelled when the client leaves.
    case events(@Sendable (EventWriter) async -> Void)
  }

  /// The status code.
  var status: Int
  /// The media type of the body.
  var type: String
  /// Further header fields.
  var headers: [(name: String, value: String)] = []
  /// The body.
  var body: Body

  /// A text.
  static func text(_ status: Int, _ text: String) -> Response {
    Response(
      status: status, type: "text/plain; charset=utf-8", body: .bytes(Array((text + "\n").utf8)))
  }

  /// A value as JSON.
  static func json(_ value: some Encodable, status: Int = 200) -> Response {
    guard let data = try? JSONEncoder().encode(value) else {
      return .text(500, "the answer cannot be written as JSON")
    }
    return Response(status: status, type: "application/json", body: .bytes([UInt8](data)))
  }

  /// A stream of events.
  static func events(_ write: @escaping @Sendable (EventWriter) async -> Void) -> Response {
    Response(status: 200, type: "text/event-stream", body: .events(write))
  }

  /// The header fields that every response has, whatever it is. Nothing may frame it, guess its type or
  /// load it from another site. What is no page of ours runs nothing, not even when it is opened by
  /// itself.
  static let security: [(name: String, value: String)] = [
    ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cache-Control", "no-store"),
  ]

  /// The content security policy of a response that is not one of the site's own pages.
  static let closedPolicy =
    "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  /// The policy of the site's own pages, which say in themselves which scripts and styles they have.
  static let pagePolicy = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}
