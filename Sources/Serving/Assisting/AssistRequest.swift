/// Asks about the code of a block, as the page's field has it.
struct AssistRequest: Decodable, Sendable {
  /// The questions.
  enum Question: String, Decodable, Sendable {
    /// What could stand here?
    case completions
    /// What is this?
    case explanation
    /// Which call is being written?
    case call
    /// What is wrong in the block?
    case findings
  }

  /// The path of the chapter's page.
  var page: String
  /// The code of the blocks that the page has changed and not saved.
  var edits: [BlockEdit]
  /// The block.
  var anchor: String
  var question: Question
  /// The place in the block's code, in UTF-16 units, as browsers count them.
  var offset: Int
}

/// The answers to an `AssistRequest`. Places are in UTF-16 units of the block's code.
enum AssistAnswer {
  /// Nothing can be said, because the edits do not fit into the chapter; that is no failed request, for it
  /// happens while one types.
  struct Fault: Encodable { var fault: String }

  /// What could stand at the place.
  struct Completions: Encodable, Equatable {
    /// A proposal.
    struct Item: Encodable, Equatable {
      var label: String
      /// The kind in a word, such as `method`.
      var kind: String
      var detail: String
      /// An explanation as HTML.
      var documentation: String
      /// The text to put in from `start` to the place that was asked about.
      var insertion: String
      /// The parts of `insertion` that its author is likely to replace: pairs of first unit and end.
      var places: [[Int]]
      var start: Int
      /// The text with which the typed one is compared.
      var filter: String
    }

    var items: [Item]
    /// True when more typing can bring others.
    var isIncomplete: Bool
  }

  /// What is at the place.
  struct Explanation: Encodable, Equatable {
    /// The text as HTML; empty when there is nothing to say.
    var html: String
    var start: Int
    var end: Int
  }

  /// The call that is being written at the place.
  struct Call: Encodable, Equatable {
    /// The call as it is declared; empty when there is none.
    var text: String
    /// The part of `text` for the argument that is being written.
    var argument: String
    /// An explanation as HTML.
    var documentation: String
  }

  /// What is wrong in the block.
  struct Findings: Encodable, Equatable {
    /// A finding.
    struct Item: Encodable, Equatable {
      /// The block in which it is: the one that was asked about, or a setup block above it.
      var anchor: String
      var start: Int
      var end: Int
      var isError: Bool
      var message: String
      var hint: String
    }

    var items: [Item]
    /// False when the compiler gave no answer, and only what parsing found is there.
    var isComplete: Bool
  }
}
