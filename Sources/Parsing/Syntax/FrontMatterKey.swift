import BookModel

enum FrontMatterKey: String, CaseIterable {
  case title
  case lang
  case order
  case summary
  case seed
  case author
  case date
  case reference
  case lists

  /// All keys as written.
  static let names = allCases.map(\.rawValue)

  /// The expected value, for messages.
  var expectation: String {
    switch self {
    case .title, .summary, .date: "a text"
    case .author: "a name or a list of names"
    case .reference: "a folder below Sources, a list of them, or 'names'"
    case .lists: FrontMatter.List.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    case .lang: "'en' or 'zh'"
    case .order: "a whole number from 0"
    case .seed: "a whole number from 0 to \(UInt64.max)"
    }
  }

  /// An example line, for hints.
  var example: String {
    switch self {
    case .title: "title: Gradient descent"
    case .lang: "lang: en"
    case .order: "order: 3"
    case .summary: "summary: How far a step may go."
    case .seed: "seed: 1"
    case .author: "author: Augustin-Louis Cauchy"
    case .date: "date: 1847-10-18"
    case .reference: "reference: GradientDescent/Optimizers"
    case .lists: "lists: terms"
    }
  }
}
