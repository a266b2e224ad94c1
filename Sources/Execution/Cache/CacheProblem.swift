import BookModel
import Files

/// The reason why a cache folder, or a part of it, cannot be used.
enum CacheProblem: Error, Equatable, Sendable {
  /// A file or folder cannot be made or written.
  case file(FileError)
  /// The path is not that of a folder.
  case notAFolder(String, FileKind)
  /// It belongs to another user.
  case foreign(String, owner: uid_t)
  /// Users other than its owner may write into it.
  case writableByOthers(String, mode: mode_t)
  /// It does not have Gradbook's tag, and contains something that is not Gradbook's.
  case notOurs(String, holding: String)

  /// The problem in words.
  var message: String {
    switch self {
    case .file(let error): "\(error)"
    case .notAFolder(let path, let kind):
      "the cache folder '\(path)' is \(kind.noun), not a folder"
    case .foreign(let path, let owner):
      "the cache folder '\(path)' belongs to the user \(owner), and not to you (\(geteuid()))"
    case .writableByOthers(let path, let mode):
      "others may write into the cache folder '\(path)' (mode \(String(mode, radix: 8)))"
    case .notOurs(let path, let name):
      "the cache folder '\(path)' is not Gradbook's: it holds '\(name)'"
    }
  }

  /// The next step.
  var hint: String {
    switch self {
    case .file: "make the folder writable, or name another one in GRADBOOK_CACHE"
    case .notAFolder, .foreign: "name a folder of your own in GRADBOOK_CACHE"
    case .writableByOthers(let path, _):
      "take the right from them with \"chmod -R go-w '\(path)'\", or name another folder in"
        + " GRADBOOK_CACHE"
    case .notOurs: "name an empty folder, or a new one, in GRADBOOK_CACHE"
    }
  }
}

extension CacheProblem: CustomStringConvertible {
  /// The problem, and below it the next step.
  var description: String { "\(message)\n  hint: \(hint)" }
}

extension ExecutionWording {
  static func cacheUnusable(_ problem: CacheProblem) -> Diagnostic {
    Diagnostic(
      .warning, at: nil, "\(problem.message); nothing is remembered for the next time",
      hint: problem.hint)
  }
}
