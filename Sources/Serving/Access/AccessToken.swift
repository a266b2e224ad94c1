/// The secret that a page needs to run and save blocks.
struct AccessToken: Sendable {
  /// The secret in letters that an address may hold.
  let text: String

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

  /// Makes a new one, of 192 bits.
  init() {
    var random = SystemRandomNumberGenerator()
    text = String((0..<32).map { _ in Self.letters[Int.random(in: 0..<64, using: &random)] })
  }

  /// Compares with another text, in a time that does not tell where they differ.
  func matches(_ other: String) -> Bool {
    let (a, b) = (Array(text.utf8), Array(other.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
