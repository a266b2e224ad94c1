import BookModel

/// Finds references in the prose to values that no experiment publishes.
enum InlineValueChecks {
  /// Returns the errors, given the results of the experiments. References to experiments that
  /// failed or did not run are skipped.
  static func findings(in chapter: Chapter, _ results: [String: ExperimentResult]) -> [Diagnostic] {
    chapter.inlineValues.compactMap { value in
      guard let result = results[value.experiment], result.failure == nil else { return nil }
      switch result.value(named: value.name) {
      case nil: return ExecutionWording.unknownValue(value, known: result.valueNames)
      case .text where value.format != nil: return ExecutionWording.formatOfText(value)
      case .text, .number: return nil
      }
    }
  }
}
