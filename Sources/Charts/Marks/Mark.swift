import Transcript

/// What a chart draws. One kind of mark per file; this list joins them.
///
/// A new mark is a new case here and in the two lists below, a description beside
/// `LineMark.swift` that says what `MarkKind` asks for, and a drawing beside
/// `LineMark+Drawing.swift`.
public enum Mark: Hashable, Sendable {
  /// A line through points.
  case line(LineMark)
}

extension Mark {
  /// What the mark has in common with every other.
  var kind: AnyMark {
    switch self {
    case .line(let mark): AnyMark(mark)
    }
  }

  /// Reads the mark that follows its tag.
  init(tag: UInt8, from reader: inout ByteReader) throws(ByteReadingError) {
    switch tag {
    case LineMark.tag: self = .line(try LineMark(from: &reader))
    default: throw .malformed
    }
  }
}
