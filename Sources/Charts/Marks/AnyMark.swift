import Transcript

/// A mark of any kind. Embedded Swift has no existentials of protocols, so that this holds what
/// `MarkKind` asks for as functions.
struct AnyMark {
  let tag: UInt8
  let label: String?
  let takesSeries: Bool
  let margin: FrameMargin
  let symbol: Legend.Symbol
  let write: (inout ByteWriter) -> Void
  let extend: (inout Extent, inout Extent, Chart) -> Void
  let isEmpty: (Chart) -> Bool
  let columns: (Chart) -> [DataColumn]
  let noun: (ChartLanguage) -> MarkNoun
  let opening: (Chart, ChartLanguage) -> String?
  let sentences: (Chart, ChartLanguage) -> [String]
  let course: (MarkPlace) -> LineCourse?
  let roomBeside: (ChartLayout) -> Double
  let draw: (inout SVGWriter, MarkPlace) -> Void

  /// What a mark brings along.
  init<Kind: MarkKind>(_ mark: Kind) {
    tag = Kind.tag
    label = mark.label
    takesSeries = mark.takesSeries
    margin = mark.margin
    symbol = mark.symbol
    write = { mark.write(to: &$0) }
    extend = { mark.extend(&$0, &$1, in: $2) }
    isEmpty = { mark.isEmpty(in: $0) }
    columns = { mark.columns(in: $0) }
    noun = { Kind.noun($0) }
    opening = { mark.opening(in: $0, $1) }
    sentences = { mark.sentences(in: $0, $1) }
    course = { mark.course(at: $0) }
    roomBeside = { mark.roomBeside($0) }
    draw = { mark.draw(into: &$0, at: $1) }
  }
}
