import BookModel
import Transcript

/// The standard error of a program, split into the program's own text and the backtrace that
/// Swift's runtime adds on a trap.
struct StandardError {
  private let written: ArraySlice<UInt8>
  private let backtrace: ArraySlice<UInt8>

  /// Splits the bytes that a program wrote.
  init(_ errors: [UInt8]) {
    let cut = Backtrace.start(in: errors) ?? errors.count
    written = errors[..<cut]
    backtrace = errors[cut...]
  }

  /// Swift's own reason for a trap; nil when there is none.
  var reason: TrapReason? {
    TrapReason.read(Array(written)) ?? Backtrace.reason(in: backtrace).map { .words($0) }
  }

  /// The positions in the experiment's code at which the program stopped, the innermost first.
  /// Without a backtrace, the position that `fatalError` and similar functions print.
  var places: [SourcePosition] {
    let places = Backtrace.places(in: backtrace, file: ExperimentProgram.chapterFile)
    if !places.isEmpty { return places }
    return TrapReason.line(in: Array(written), file: ExperimentProgram.chapterFile)
      .map { [SourcePosition(line: $0, column: 0)] } ?? []
  }

  /// Returns the program's own text, without the runtime's additions.
  /// - Parameter isTrapped: true when the program trapped, so that its last line may be the trap's
  ///   reason
  func text(trapped isTrapped: Bool) -> String {
    var lines = written.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if isTrapped || !backtrace.isEmpty {
      lines.removeAll {
        $0.starts(with: "*** Signal ".utf8) || $0.starts(with: "swift-runtime: ".utf8)
      }
      while lines.last?.isEmpty ?? false { lines.removeLast() }
    }
    if isTrapped, let index = lines.lastIndex(where: { TrapReason.isOne($0) }) {
      // Below an access conflict stand addresses and nothing else.
      lines.removeSubrange(index..<(TrapReason.isConflict(lines[index]) ? lines.count : index + 1))
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    let bytes = LocalTypeNames.shortened(Array(lines.joined(separator: [UInt8(ascii: "\n")])))
    let text = String(decoding: bytes, as: UTF8.self)
    return text.isEmpty ? "" : text + "\n"
  }
}
