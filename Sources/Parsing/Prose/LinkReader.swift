import BookModel
import Markdown
import Prose

/// Collects the links within the book and the images of a chapter.
struct LinkReader {
  private let source: SourceText
  private let errors: ErrorCollector
  private var references: [Reference] = []
  /// The chapter's image files.
  private(set) var images: [EmbeddedImage] = []
  /// The other files that the chapter links to.
  private(set) var files: [LinkedFile] = []
  private var addresses: Set<String> = []
  private var paths: Set<String> = []

  init(source: SourceText, errors: ErrorCollector) {
    self.source = source
    self.errors = errors
  }

  /// Reads a link; links that leave the book are ignored.
  mutating func readLink(_ node: MarkdownNode) {
    guard let address = node.destination,
      let target = ReferenceAddress(address, from: source.file)
    else { return }
    let place = source.placeOfAddress(of: node)
    if target.target == .file || target.isPage { addFile(target, at: place) }
    if target.target != .here, !target.isPage {
      node.setDestination(target.path + (target.label.map { "#" + $0 } ?? ""))
    }
    if target.target == .file { return }
    node.setItem(references.count)
    var reference = Reference(
      chapter: target.target == .chapter ? target.path : nil, label: target.label, range: place)
    reference.isPage = target.isPage
    references.append(reference)
  }

  private mutating func addFile(_ target: ReferenceAddress, at place: SourceRange) {
    let path = target.isPage ? target.path.dropLast(".md".count) + ".html" : target.path
    if paths.insert(path).inserted { files.append(LinkedFile(path: path, range: place)) }
  }

  mutating func readImage(_ node: MarkdownNode) {
    let address = node.destination ?? ""
    let place = source.placeOfAddress(of: node)
    if !node.plainText.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
      errors.report(.prose(.imageWithoutText(address)), at: place)
    }
    if Self.isElsewhere(address) {
      errors.report(.prose(.imageElsewhere(address)), at: place)
    } else if addresses.insert(address).inserted {
      images.append(EmbeddedImage(address: address, range: place))
    }
  }

  /// Returns all references, once the labels are known.
  func finish(labels: [Label]) -> [Reference] {
    var references = references
    var search: LabelSearch?
    let known = Set(labels.map(\.id))
    for (index, reference) in references.enumerated() where reference.chapter == nil {
      guard let label = reference.label, !known.contains(label) else { continue }
      if search == nil { search = LabelSearch(labels) }
      switch search?.find(label) {
      case .exact(let id): references[index].label = id
      case .near(let id):
        references[index].label = id
        errors.report(.prose(.nearLabel(label, meant: id)), at: reference.range)
      case nil:
        references[index].isBroken = true
        let names = labels.map(\.id).filter { !$0.utf8.starts(with: "_".utf8) }
        errors.report(.prose(.unknownLabel(label, known: names)), at: reference.range)
      }
    }
    return references
  }

  /// Returns true when an address has a scheme or a host.
  private static func isElsewhere(_ address: String) -> Bool {
    let bytes = address.utf8
    if bytes.starts(with: "//".utf8) { return true }
    let end = bytes.firstIndex { [0x3A, 0x2F, 0x3F, 0x23].contains($0) }
    return end.map { bytes[$0] == 0x3A } ?? false
  }
}
