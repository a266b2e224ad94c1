import Charts
import Markup
import Outputs
import Transcript

/// The outputs of a run in the browser, as the page shows them.
public struct LiveRedraw {
  /// What the page is told, piece by piece.
  public enum Kind: UInt32, Sendable {
    /// The markup of an output: its place among the run's outputs, four bytes with the lowest first, then
    /// UTF-8.
    case output = 2
    /// A published value: its request, as `LivePlace.Value` has it, a line's end, and its text.
    case value = 4
  }

  private let outputs: [Output]
  private let place: LivePlace

  /// Reads a run.
  /// - Parameters:
  ///   - transcript: the bytes that it wrote
  ///   - input: what the page said when it asked for the run, as `LivePlace` reads it
  public init(transcript: [UInt8], input: [UInt8]) {
    outputs = TranscriptReader(transcript).outputs
    place = LivePlace(input)
  }

  /// Passes on everything that the page shows.
  public func send(_ emit: (_ kind: Kind, _ bytes: [UInt8]) -> Void) {
    let words = OutputWords(place.language)
    let pieces = OutputListView(words: words, blockNumber: place.blockNumber).pieces(
      of: outputs,
      figure: { chart, index, _ in
        FigureView(
          words: words, chart: chart, number: place.figures.number(index),
          id: place.anchor + "_" + index.description)
      },
      table: { table, index, _ in
        var view = TableView(words: words, table: table, blockNumber: place.blockNumber)
        view.number = index.map { place.tables.number($0) }
        view.id = index.map { place.anchor + "_table-" + $0.description }
        return view
      })
    for (index, piece) in pieces.enumerated() {
      guard let piece else { continue }
      var bytes = ByteWriter()
      bytes.write(UInt32(index))
      emit(.output, bytes.bytes + piece.markup.utf8)
    }
    for request in place.values {
      guard let content = content(named: request.name) else { continue }
      emit(.value, Array((request.text + "\n" + request.shown(content)).utf8))
    }
  }

  private func content(named name: String) -> PublishedValue.Content? {
    var content: PublishedValue.Content?
    for case .value(let value) in outputs where value.name == name { content = value.content }
    return content
  }
}
