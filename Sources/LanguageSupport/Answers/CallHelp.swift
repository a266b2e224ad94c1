/// The forms of a call that is being written.
package struct CallHelp: Equatable, Sendable {
  /// A form.
  package struct Form: Equatable, Sendable {
    /// The form as declared.
    package var text: String
    /// An explanation in Markdown.
    package var documentation: String?
    /// The parameters' parts of `text`.
    package var parameters: [String]
    /// The index of the parameter that is being written.
    package var activeParameter: Int?
  }

  /// The forms.
  package var forms: [Form]
  /// The index of the form that is most likely meant.
  package var activeForm: Int
}
