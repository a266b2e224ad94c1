/// A fenced code block whose first word is `swift`.
public struct Block: Equatable, Sendable {
  /// The role of a block in its chapter.
  public enum Role: Equatable, Sendable {
    /// Shown, never run.
    case listing
    /// Runs before every experiment below it.
    case setup
    /// Runs by itself, after the setup blocks above it.
    case experiment(id: String)
  }

  /// The block's role, from the words of its fence.
  public var role: Role
  /// The options on the fence and in the leading `//|` lines.
  public var options: BlockOptions
  /// The Swift code, without the leading `//|` lines and without the indentation of the fence.
  /// Ends with a newline unless empty. Its lines end with LF, whatever the file has.
  public var code: String
  /// The opening fence, from its first backtick to the end of its line.
  public var fence: SourceRange
  /// The position of the first line of `code` in the file. All lines share its column: the block's
  /// indentation plus 1.
  public var codeStart: SourcePosition
  /// `[1]`, `[2]`, … for the blocks that run, in the order of the text; nil for the others.
  public var number: Int?
  /// The error that keeps a setup or an experiment from being compiled: a faulty header, or code
  /// that does not close what it opens. Nil for all other blocks.
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
  /// `fold`: the code is folded behind a summary.
  public var fold = false
  /// `fold-charts`: of the code, each call of `show` on several lines is folded behind a summary.
  public var foldsCharts = false
  /// `hide`: the code is not shown; its outputs are.
  public var hide = false
  /// `standalone`: the experiment is compiled without the setup blocks above it.
  public var standalone = false
  /// `norun`: the experiment is shown, neither compiled nor run.
  public var norun = false
  /// `timeout=10s`: the longest that the experiment may run, in seconds.
  public var timeout: Double = 10
  /// `expect=…`: the failure that the experiment demonstrates; nil when it must succeed.
  public var expect: Expectation?
  /// `live=…`: whether the experiment can be run again in the page itself.
  public var live = Liveness.whereItCan
  /// `//| caption: …`: the captions of the block's charts and tables; see `CaptionPlacement`.
  public var captions: [FigureCaption] = []
  /// `//| alt: …`: the text alternatives of the block's charts in their order, instead of the generated
  /// ones.
  public var alternatives: [String] = []
  /// `//| label: …`: a second name for the block's first chart, or for its first table when it
  /// begins with `tbl-`.
  public var label: String?
  /// `//| data: …`: the data files that the block may read.
  public var data: [DeclaredFile] = []
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
  /// `doc=false`: true when the comments above the declaration are left out.
  public var omitsDocumentation = false

  /// Makes a place.
  public init(file: String, symbol: String? = nil) {
    self.file = file
    self.symbol = symbol
  }
}

/// Whether an experiment can be run again in the page itself.
public enum Liveness: String, CaseIterable, Sendable {
  /// It can where it gives the same there as in the build.
  case whereItCan = "true"
  /// It cannot.
  case never = "false"
  /// It has to: the build fails when it does not give the same there.
  case required
}

/// The ways in which an experiment can be meant to fail.
public enum Expectation: String, CaseIterable, Sendable {
  /// Swift or the engine stops the run.
  case trap
  /// It does not compile.
  case compileError = "compile-error"
}
