/// An answer to a request.
package struct Answer<Value: Encodable>: Encodable {
  private var id: RequestID?
  private var outcome: Result<Value?, ResponseError>

  /// Makes an answer.
  /// - Parameter id: the request's id; nil when it could not be read
  package init(_ outcome: Result<Value?, ResponseError>, to id: RequestID?) {
    (self.outcome, self.id) = (outcome, id)
  }

  private enum Key: String, CodingKey { case jsonrpc, id, result, error }

  /// Encodes the result, which may be `null`, or the error.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("2.0", forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    switch outcome {
    case .success(let value): try container.encode(value, forKey: .result)
    case .failure(let error): try container.encode(error, forKey: .error)
    }
  }
}
