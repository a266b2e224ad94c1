import Markdown
import Prose

/// Turns quotes that begin with `[!NOTE]` and the like into notes with a title.
struct AdmonitionFraming {
  let words: InterfaceWords

  /// Frames all admonitions of a document.
  func frame(in document: MarkdownDocument) {
    for node in Array(document.root.descendants) where node.kind == .blockQuote {
      guard let admonition = Admonition(node), let kind = admonition.kind,
        !admonition.hasMoreOnLine
      else { continue }
      removeMarker(admonition.marker)
      let opening: HTML = """
        <div class="admonition \(kind.rawValue)" role="note">
        <p class="title">\(words.title(of: kind))</p>
        """
      let frame = node.wrap(opening: opening.markup, closing: "</div>")
      for child in node.children { frame.adopt(child) }
      node.remove()
    }
  }

  private func removeMarker(_ marker: MarkdownNode) {
    let paragraph = marker.parent
    marker.nextSibling?.remove()
    marker.remove()
    if let paragraph, paragraph.firstChild == nil { paragraph.remove() }
  }
}
