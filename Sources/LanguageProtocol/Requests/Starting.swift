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

/// The result of `initialize`.
package struct InitializeResult: Encodable, Sendable {
  /// The abilities of a server.
  package struct Abilities: Encodable, Sendable {
    /// The signs that ask for completion by themselves.
    package struct Completion: Encodable, Sendable {
      var triggerCharacters: [String]
    }

    /// The signs that ask for help with a call.
    package struct SignatureHelp: Encodable, Sendable {
      var triggerCharacters: [String]
    }

    /// The abilities for renaming.
    package struct Rename: Encodable, Sendable {
      var prepareProvider = true
    }

    /// The abilities for keeping in step.
    package struct Synchronization: Encodable, Sendable {
      var openClose = true
      /// Changes come as such, not as whole texts.
      var change = 2
    }

    var positionEncoding: PositionEncoding
    var textDocumentSync = Synchronization()
    var completionProvider: Completion
    var hoverProvider = true
    var signatureHelpProvider: SignatureHelp
    var definitionProvider = true
    var referencesProvider = true
    var documentSymbolProvider = true
    var renameProvider = Rename()
  }

  /// The server's name.
  package struct Server: Encodable, Sendable {
    var name: String
  }

  var capabilities: Abilities
  var serverInfo: Server

  /// Makes the result.
  package init(
    name: String, encoding: PositionEncoding, completingAfter characters: [String],
    explainingCallsAfter openings: [String]
  ) {
    serverInfo = Server(name: name)
    capabilities = Abilities(
      positionEncoding: encoding,
      completionProvider: .init(triggerCharacters: characters),
      signatureHelpProvider: .init(triggerCharacters: openings))
  }
}
