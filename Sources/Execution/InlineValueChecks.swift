import BookModel

/// Finds the places in the prose that name a value which nobody publishes.
enum InlineValueChecks {
  /// What is wrong, given what the experiments came to. A failed experiment has been reported already.
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
