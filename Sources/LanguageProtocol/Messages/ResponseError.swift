/// The failure of a request.
package struct ResponseError: Error, Codable, Equatable, Sendable {
  /// The codes of the protocol.
  package enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    case serverNotInitialized = -32002
    case requestCancelled = -32800
    case requestFailed = -32803
  }

  /// The code.
  package var code: Int
  /// The reason in words.
  package var message: String

  /// Makes an error.
  package init(_ code: Code, _ message: String) {
    (self.code, self.message) = (code.rawValue, message)
  }
}
