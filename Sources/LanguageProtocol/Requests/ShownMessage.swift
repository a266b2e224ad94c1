/// The parameters of `window/showMessage` and `window/logMessage`.
package struct ShownMessage: Codable, Sendable {
  /// The kinds of messages.
  package enum Kind: Int, Codable, Sendable {
    case error = 1
    case warning = 2
    case information = 3
    case log = 4
  }

  /// The kind.
  package var type: Kind
  /// The text.
  package var message: String

  /// Makes the parameters.
  package init(_ type: Kind, _ message: String) { (self.type, self.message) = (type, message) }
}
