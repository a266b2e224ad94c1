import Markdown

/// Folds the solutions of exercises: everything under a heading "Solution" within a section
/// "Exercise …" stands behind that heading.
struct SolutionFolding {
  /// The first words of an exercise's heading, in lower case.
  static let exerciseWords = ["exercise", "练习", "习题"]
  /// The first words of a solution's heading, in lower case.
  static let solutionWords = ["solution", "解答", "答案"]

  /// A solution: its heading, and the last node that belongs to it.
  struct Solution {
    let heading: MarkdownNode
    var last: MarkdownNode
  }

  /// The solutions in a document, in its order.
  let solutions: [Solution]

  /// Finds the solutions among the top-level nodes of a document.
  init(in document: MarkdownDocument) {
    var solutions: [Solution] = []
    var exerciseLevel: Int?
    var solutionLevel: Int?
    for node in document.root.children {
      if let level = node.headingLevel {
        let title = node.plainText.lowercased()
        if let open = solutionLevel, level <= open { solutionLevel = nil }
        if let open = exerciseLevel, level <= open { exerciseLevel = nil }
        if solutionLevel == nil, exerciseLevel != nil, Self.starts(title, Self.solutionWords) {
          solutions.append(Solution(heading: node, last: node))
          solutionLevel = level
          continue
        }
        if exerciseLevel == nil, Self.starts(title, Self.exerciseWords) { exerciseLevel = level }
      }
      if solutionLevel != nil { solutions[solutions.count - 1].last = node }
    }
    self.solutions = solutions
  }

  private static func starts(_ title: String, _ words: [String]) -> Bool {
    words.contains { title.hasPrefix($0) }
  }
}
