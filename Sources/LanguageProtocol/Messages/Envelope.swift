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
