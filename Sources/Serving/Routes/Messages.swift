/// A message to whoever looks at the page.
struct Message: Encodable { var message: String }

/// Asks for code in colours.
struct ColoursRequest: Decodable { var code: String }

/// Code in colours, line by line.
struct ColoursAnswer: Encodable { var html: String }

/// The book has another version.
struct ChangedEvent: Encodable { var version: Int }

/// Asks for a block to be saved.
struct SaveRequest: Decodable {
  /// The path of the chapter's page.
  var page: String
  /// The block with its new code.
  var edit: BlockEdit
  /// The hash of the chapter's file that the edit began with.
  var hash: String
}

/// The block is saved.
struct SavedAnswer: Encodable { var hash: String }

/// The block is not saved, because the file has changed.
struct ConflictAnswer: Encodable {
  var message: String
  /// The hash of the file as it is.
  var hash: String
  /// The block's code in the file; nil when the block is gone.
  var theirs: String?
  var yours: String
}
