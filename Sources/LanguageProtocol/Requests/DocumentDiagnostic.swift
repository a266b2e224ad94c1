/// A finding in a document.
package struct DocumentDiagnostic: Codable, Equatable, Sendable {
  /// A further place.
  package struct Related: Codable, Equatable, Sendable {
    /// The place.
    package var location: Location
    /// The text.
    package var message: String

    /// Makes a place.
    package init(location: Location, message: String) {
      (self.location, self.message) = (location, message)
    }
  }

  /// The stretch.
  package var range: TextRange
  /// 1 for an error, 2 for a warning, 3 for a remark, 4 for a hint.
  package var severity: Int?
  /// The tool that found it.
  package var source: String?
  /// The text.
  package var message: String
  /// Further places.
  package var relatedInformation: [Related]?

  /// Makes a finding.
  package init(range: TextRange, severity: Int, source: String, message: String, related: [Related])
  {
    (self.range, self.severity, self.source) = (range, severity, source)
    (self.message, relatedInformation) = (message, related)
  }
}

/// The parameters of `textDocument/publishDiagnostics`.
package struct PublishedDiagnostics: Codable, Sendable {
  /// The document.
  package var uri: String
  /// The version of the document.
  package var version: Int?
  /// The findings.
  package var diagnostics: [DocumentDiagnostic]

  /// Makes the parameters.
  package init(uri: String, version: Int?, diagnostics: [DocumentDiagnostic]) {
    (self.uri, self.version, self.diagnostics) = (uri, version, diagnostics)
  }
}

/// The result of `textDocument/diagnostic`.
package struct DiagnosticReport: Decodable, Sendable {
  /// The findings.
  package var items: [DocumentDiagnostic]
}
