/// A fenced code block whose first word is `swift`.
public struct Block: Equatable, Sendable {
  /// What a block is for.
  public enum Role: Equatable, Sendable {
    /// Shown, never run.
    case listing
    /// Runs before every experiment below it.
    case setup
    /// Runs by itself, after the setup blocks above it.
    case experiment(id: String)
  }

  /// What the block is for.
  public var role: Role
  /// How it is shown and run.
  public var options: BlockOptions
  /// The Swift code, without the leading `//|` lines and without the indentation of the fence.
  /// Ends with a newline unless empty. Its lines end with LF, whatever the file has.
  public var code: String
  /// The opening fence, from its first backtick to the end of its line.
  public var fence: SourceRange
  /// Where the first line of `code` stands in the file. Its column is that of every line: the
  /// block's indentation plus 1.
  public var codeStart: SourcePosition
  /// `[1]`, `[2]`, … for the blocks that run, in the order of the text; nil for the others.
  public var number: Int?
  /// What keeps a block that is to run from being put into a program: its header has an error, or its
  /// code does not end what it begins. Nil for all others.
  public var problem: Diagnostic?

  /// Makes a block.
  public init(
    role: Role, options: BlockOptions = BlockOptions(), code: String, fence: SourceRange,
    codeStart: SourcePosition, number: Int?, problem: Diagnostic? = nil
  ) {
    self.role = role
    self.options = options
    self.code = code
    self.fence = fence
    self.codeStart = codeStart
    self.number = number
    self.problem = problem
  }

  /// The id of an experiment; nil for other blocks.
  public var experimentID: String? {
    if case .experiment(let id) = role { id } else { nil }
  }
}

/// The options that a block may carry, on its fence or as leading `//|` lines.
public struct BlockOptions: Equatable, Sendable {
  /// `fold`: the code stands behind a summary.
  public var fold = false
  /// `hide`: the code is not shown; its outputs are.
  public var hide = false
  /// `norun`: the experiment is shown, neither compiled nor run.
  public var norun = false
  /// `timeout=10s`: the longest that the experiment may run, in seconds.
  public var timeout: Double = 10
  /// `expect=trap`: how the experiment is meant to go wrong; nil when it is meant to end well.
  public var expect: Expectation?
  /// `//| caption: …`: the caption under the block's first chart.
  public var caption: String?
  /// `//| alt: …`: the text alternative of the block's first chart, instead of the generated one.
  public var alt: String?
  /// `//| label: …`: a second name for the block's first chart, or for its first table when it
  /// begins with `tbl-`.
  public var label: String?
  /// `source=… symbol=…`: the engine's own code that a listing shows; nil for code of the chapter.
  public var source: EngineSource?

  /// All options at their defaults.
  public init() {}
}

/// A place in the engine's sources.
public struct EngineSource: Equatable, Sendable {
  /// The file's path below `Sources`.
  public var file: String
  /// The declaration to show, such as `SGD.update`; nil for the whole file.
  public var symbol: String?
  /// `doc=false`: whether the comments above the declaration are left out.
  public var omitsDocumentation = false

  /// Makes a place.
  public init(file: String, symbol: String? = nil) {
    self.file = file
    self.symbol = symbol
  }
}

/// How an experiment can be meant to go wrong.
public enum Expectation: String, CaseIterable, Sendable {
  /// Swift or the engine stops it.
  case trap
  /// It does not compile.
  case compileError = "compile-error"
}
