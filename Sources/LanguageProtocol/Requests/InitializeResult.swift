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
