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

/// A value without contents.
package struct Empty: Codable, Sendable {
  /// Makes the value.
  package init() {}
}
