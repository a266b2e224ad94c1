/// Asks for blocks to be run.
struct RunRequest: Codable, Sendable {
  /// The path of the chapter's page.
  var page: String
  /// The names of the experiments, in the order in which they are wanted.
  var blocks: [String]
  /// The code of the blocks that the page has changed and not saved.
  var edits: [BlockEdit]
  /// The values of the knobs that are turned, by name.
  var knobs: [String: String]
}

/// What the page is told while blocks run.
enum RunEvent {
  /// An experiment begins.
  struct Started: Encodable { var anchor: String }

  /// A block as it is to be shown now.
  struct Shown: Encodable {
    var anchor: String
    /// The block's markup, as it stands in a page.
    var html: String
  }

  /// How far an experiment is.
  struct Progress: Encodable {
    var anchor: String
    /// From 0 to 1.
    var fraction: Double
    /// The seconds that are likely left.
    var left: Double
  }

  /// An experiment has ended.
  struct Ended: Encodable {
    var anchor: String
    var html: String
    var seconds: Double
    var failed: Bool
    var knobs: [KnobDescription]
  }

  /// Nothing can be run.
  struct Refused: Encodable { var message: String }
}
