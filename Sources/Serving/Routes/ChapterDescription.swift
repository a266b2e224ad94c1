import BookModel
import Rendering

/// What the editing layer needs to know of a chapter.
struct ChapterDescription: Encodable {
  /// A block that runs.
  struct BlockDescription: Encodable {
    /// The name by which links find it.
    var anchor: String
    /// An experiment's id, or `setup` and a number.
    var name: String
    var isSetup: Bool
    var runs: Bool
    /// True when it does not see the setup blocks above it.
    var standsAlone: Bool
    var code: String
    /// The line of the chapter on which the code begins.
    var line: Int
    var knobs: [KnobDescription]
    var failed: Bool
  }

  /// Tells this book from others that the browser may know by the same address.
  var book: String
  var version: Int
  /// The hash of the chapter's file.
  var hash: String
  var isReadOnly: Bool
  var hasNoSandbox: Bool
  var blocks: [BlockDescription]

  init(_ chapter: Chapter?, _ state: BookState, isReadOnly: Bool, hasNoSandbox: Bool) {
    (book, version) = (state.identity, state.version)
    hash = chapter.flatMap { state.hashes[$0.path] } ?? ""
    (self.isReadOnly, self.hasNoSandbox) = (isReadOnly, hasNoSandbox)
    let run = chapter.map(state.run) ?? ChapterRun()
    var setups = 0
    blocks = (chapter?.blocks ?? []).compactMap { block in
      guard block.number != nil else { return nil }
      let isSetup = block.role == .setup
      if isSetup { setups += 1 }
      let result = block.experimentID.flatMap { run.results[$0] }
      return BlockDescription(
        anchor: block.anchor, name: block.experimentID ?? "setup \(setups)", isSetup: isSetup,
        runs: !isSetup && !block.options.norun, standsAlone: block.options.standalone,
        code: block.code, line: block.codeStart.line,
        knobs: result?.knobs.map(KnobDescription.init) ?? [], failed: result?.failure != nil)
    }
  }
}
