/// What every message has in common: a request has an id and a method, a notification only a method, an
/// answer only an id.
package struct Envelope: Decodable, Sendable {
  /// The id.
  package var id: RequestID?
  /// The method.
  package var method: String?
  /// The failure that an answer reports.
  package var error: ResponseError?
}

/// The parameters of a request or a notification.
package struct Parameters<Value: Decodable>: Decodable {
  /// The parameters.
  package var params: Value
}

/// The result of a request; nil for none.
package struct Outcome<Value: Decodable>: Decodable {
  /// The result.
  package var result: Value?
}

/// A request or, without an id, a notification.
package struct Call<Value: Encodable>: Encodable {
  private var jsonrpc = "2.0"
  private var id: RequestID?
  private var method: String
  private var params: Value

  /// Makes a request or a notification.
  package init(_ method: String, _ params: Value, id: RequestID? = nil) {
    (self.method, self.params, self.id) = (method, params, id)
  }
}

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

/// A value without contents.
package struct Empty: Codable, Sendable {
  /// Makes the value.
  package init() {}
}
