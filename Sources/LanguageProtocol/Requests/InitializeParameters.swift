/// The parameters of `initialize`, as far as they matter to us.
package struct InitializeParameters: Codable, Sendable {
  /// The abilities of a client.
  package struct Abilities: Codable, Sendable {
    /// The general abilities.
    package struct General: Codable, Sendable {
      /// The encodings that the client understands, the preferred one first.
      package var positionEncodings: [String]?
    }

    /// The abilities for documents.
    package struct Document: Codable, Sendable {
      /// The abilities for completion.
      package struct Completion: Codable, Sendable {
        /// The abilities for a proposal.
        package struct Item: Codable, Sendable {
          /// True when the client fills in the places of templates.
          package var snippetSupport: Bool?
        }

        /// The abilities for a proposal.
        package var completionItem: Item?
      }

      /// The abilities for completion.
      package var completion: Completion?
    }

    /// The general abilities.
    package var general: General?
    /// The abilities for documents.
    package var textDocument: Document?
  }

  /// A folder of the client's.
  package struct Folder: Codable, Sendable {
    /// The address.
    package var uri: String
    /// The name.
    package var name: String

    /// Makes a folder.
    package init(uri: String, name: String) { (self.uri, self.name) = (uri, name) }
  }

  /// The client's process.
  package var processId: Int?
  /// The client's abilities.
  package var capabilities: Abilities?
  /// The folder to work in.
  package var rootUri: String?
  /// The folders to work in.
  package var workspaceFolders: [Folder]?
}
