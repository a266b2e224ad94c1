import BookModel
import Markup

extension FrontMatter {
  /// The front matter with its texts as pages show them.
  var typeset: FrontMatter {
    var typeset = self
    typeset.title = TypographicText.text(title)
    typeset.summary = summary.map { TypographicText.text($0) }
    return typeset
  }
}
