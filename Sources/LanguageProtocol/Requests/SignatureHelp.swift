/// The result of `textDocument/signatureHelp`.
package struct SignatureHelp: Codable, Sendable {
  /// A form of a call.
  package struct Signature: Codable, Sendable {
    /// A parameter.
    package struct Parameter: Codable, Sendable {
      /// The parameter's part of the form: the text, or its range in UTF-16 units.
      package enum Label: Codable, Sendable {
        case text(String)
        case range(Int, Int)

        /// Decodes a text or two numbers.
        package init(from decoder: any Decoder) throws {
          let container = try decoder.singleValueContainer()
          if let text = try? container.decode(String.self) {
            self = .text(text)
          } else {
            let numbers = try container.decode([Int].self)
            self = .range(numbers.first ?? 0, numbers.last ?? 0)
          }
        }

        /// Encodes the text or the two numbers.
        package func encode(to encoder: any Encoder) throws {
          var container = encoder.singleValueContainer()
          switch self {
          case .text(let text): try container.encode(text)
          case .range(let start, let end): try container.encode([start, end])
          }
        }
      }

      /// Its part of the form.
      package var label: Label

      /// Makes a parameter.
      package init(label: Label) { self.label = label }
    }

    /// The form.
    package var label: String
    /// An explanation.
    package var documentation: Documentation?
    /// The parameters.
    package var parameters: [Parameter]?
    /// The parameter that is being written.
    package var activeParameter: Int?

    /// Makes a form.
    package init(
      label: String, documentation: Documentation?, parameters: [Parameter], activeParameter: Int?
    ) {
      (self.label, self.documentation) = (label, documentation)
      (self.parameters, self.activeParameter) = (parameters, activeParameter)
    }
  }

  /// The forms.
  package var signatures: [Signature]
  /// The form that is most likely meant.
  package var activeSignature: Int?
  /// The parameter that is being written.
  package var activeParameter: Int?

  /// Makes the result.
  package init(signatures: [Signature], activeSignature: Int?, activeParameter: Int?) {
    (self.signatures, self.activeSignature) = (signatures, activeSignature)
    self.activeParameter = activeParameter
  }
}
