/// The form that markup has in one of the outputs: a page of its own leaves it as it is, a book on one
/// page makes its names unique, an electronic book is XML, and in both links lead elsewhere.
public struct HTMLOutput {
  /// The address that stands for another one; nil leaves it.
  private let address: (String) -> String?
  /// The text before every name, so that the pieces of several pages can stand in one.
  private let namePrefix: String
  /// True for an electronic book, in which elements of other vocabularies name their namespaces, as XML
  /// wants it, and which has alternatives to some of the markup for pages.
  private let isElectronic: Bool

  /// An output in which links lead elsewhere.
  public init(
    namePrefix: String = "", isElectronic: Bool = false,
    address: @escaping (String) -> String? = { _ in nil }
  ) {
    self.namePrefix = namePrefix
    self.isElectronic = isElectronic
    self.address = address
  }

  /// Returns the markup as it stands in this output.
  public func markup(of html: HTML) -> HTML {
    var markup = html.markup
    return markup.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 16)
      var written = 0
      for place in html.places where place.range.lowerBound >= written {
        result += bytes[written..<place.range.lowerBound]
        written = place.range.lowerBound
        switch place.kind {
        case .name: result += namePrefix.utf8
        case .namespace(let namespace):
          if isElectronic { result += " xmlns=\"\(namespace.rawValue)\"".utf8 }
        case .alternative(let alternative):
          guard isElectronic else { continue }
          result += self.markup(of: alternative).markup.utf8
          written = place.range.upperBound
        case .address:
          let old = String(decoding: bytes[place.range], as: UTF8.self)
          guard let new = address(old) else { continue }
          result += new.utf8
          written = place.range.upperBound
        }
      }
      result += bytes[written...]
      return HTML(trusted: String(decoding: result, as: UTF8.self))
    }
  }
}
