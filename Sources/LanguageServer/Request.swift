import LanguageProtocol

/// A request of the client.
struct Request: Sendable {
  /// The id, for the answer.
  var id: RequestID
  /// The method.
  var method: String
  /// The whole message.
  var bytes: [UInt8]

  /// Decodes the parameters.
  /// - Throws: the error for the client
  func parameters<Value: Decodable>(_ type: Value.Type) throws(ResponseError) -> Value {
    do { return try MessageCoding.decode(Parameters<Value>.self, from: bytes).params } catch {
      throw ResponseError(.invalidParams, "the parameters of '\(method)' are not as they should be")
    }
  }
}
