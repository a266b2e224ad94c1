import BookModel

/// The words that a chapter can use at certain places, for whoever writes one.
package enum ChapterSyntax {
  /// A word with the form in which it is written.
  package struct Word: Equatable, Sendable {
    /// The word alone.
    package var name: String
    /// An example of its use.
    package var form: String
    /// The text before its value, such as `timeout=`; the word alone when it has none.
    package var opening: String
  }

  /// Returns true for a text that can be a label or an id.
  package static func isLabel(_ text: String) -> Bool { KebabCase.isValid(Array(text.utf8)[...]) }

  /// The words that can follow `swift` on a fence.
  package static let roles = BlockRole.words

  /// The values of the options that have a few.
  package static func values(ofOption name: String) -> [String] {
    switch BlockOption(rawValue: name) {
    case .expect: ["trap", "compile-error"]
    case .live: Liveness.allCases.map(\.rawValue)
    case .doc: ["false", "true"]
    default: []
    }
  }

  /// Returns the options on the fence of a block.
  /// - Parameter role: `setup`, `experiment` or `listing`
  package static func fenceOptions(role: String) -> [Word] {
    options(role) { !$0.standsOnLine }.map { option in
      Word(
        name: option.rawValue, form: option.form,
        opening: option.rawValue + (option.takesValue ? "=" : ""))
    }
  }

  /// Returns the options on `//|` lines of a block.
  /// - Parameter role: `setup`, `experiment` or `listing`
  package static func lineOptions(role: String) -> [Word] {
    options(role) { $0.standsOnLine }.map { option in
      Word(name: option.rawValue, form: option.form, opening: option.rawValue + ": ")
    }
  }

  /// The keys of front matter.
  package static let frontMatterKeys = FrontMatterKey.allCases.map { key in
    Word(name: key.rawValue, form: key.expectation, opening: key.rawValue + ": ")
  }

  private static func options(_ role: String, where isWanted: (BlockOption) -> Bool)
    -> [BlockOption]
  {
    let role = BlockRole(rawValue: role) ?? .listing
    return BlockOption.allCases.filter { $0.isAllowed(on: role) && isWanted($0) }
  }
}
