import Markdown
import Markup
import Prose

/// Turns quotes that begin with `[!NOTE]` and the like into notes with a title.
struct AdmonitionFraming {
  let words: InterfaceWords

  /// Frames all admonitions of a document.
  func frame(in document: MarkdownDocument) {
    for node in Array(document.root.descendants) where node.kind == .admonition {
      guard let kind = node.name.flatMap(Admonition.Kind.init(word:)) else { continue }
      let opening: HTML = """
        <div class="admonition \(kind.rawValue)" role="note">
        <p class="title">\(words.title(of: kind))</p>
        """
      let frame = node.wrap(opening: opening, closing: "</div>")
      for child in node.children { frame.adopt(child) }
      node.remove()
    }
  }
}
