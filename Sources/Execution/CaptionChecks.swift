import BookModel

/// Finds captions and text alternatives of blocks that show less than these are for.
enum CaptionChecks {
  /// Returns the warnings, given the results of the experiments. Those that failed or did not run are
  /// skipped.
  static func findings(in chapter: Chapter, _ results: [String: ExperimentResult]) -> [Diagnostic] {
    chapter.blocks.flatMap { block -> [Diagnostic] in
      guard let result = block.experimentID.flatMap({ results[$0] }), result.failure == nil else {
        return []
      }
      let charts = result.outputs.count { if case .chart = $0 { true } else { false } }
      let captions = block.options.captions
      var found = CaptionPlacement(captions, among: result.outputs).surplus.map {
        ExecutionWording.surplusCaption(captions[$0])
      }
      if block.options.alternatives.count > charts {
        found.append(
          ExecutionWording.surplusAlternatives(
            block.options.alternatives.count, charts: charts, at: block.fence))
      }
      return found
    }
  }
}
