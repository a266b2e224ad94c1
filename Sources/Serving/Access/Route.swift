/// Everything that the server can be asked for.
enum Route: CaseIterable, Sendable {
  /// A file of the site: a page, a download, the index of the search.
  case file
  /// What the editing layer needs of a chapter.
  case chapter
  /// The stream of what happens to the book.
  case events
  /// Code in colours.
  case colours
  /// Questions about code that is being written.
  case assist
  /// Running blocks.
  case run
  /// Saving a block.
  case save
  /// Any other path below `prefix`.
  case unknown

  /// The first part of the paths of all routes but the site's files.
  static let prefix = "_gradbook/"

  /// The route of a path.
  init(_ path: RequestPath) {
    let isBelow = path.text.utf8.starts(with: Self.prefix.utf8)
    self = Self.allCases.first { $0.path == path.text } ?? (isBelow ? .unknown : .file)
  }

  /// The path; nil for the routes that have several.
  var path: String? {
    switch self {
    case .file, .unknown: nil
    case .chapter: Self.prefix + "chapter"
    case .events: Self.prefix + "events"
    case .colours: Self.prefix + "colours"
    case .assist: Self.prefix + "assist"
    case .run: Self.prefix + "run"
    case .save: Self.prefix + "save"
    }
  }

  /// The methods that it has. None with an effect is a GET.
  var methods: [String] {
    switch self {
    case .file: ["GET", "HEAD"]
    case .chapter, .events: ["GET"]
    case .colours, .assist, .run, .save: ["POST"]
    case .unknown: ["GET", "POST"]
    }
  }

  /// True for all but the site's files.
  var needsToken: Bool { self != .file }
}
