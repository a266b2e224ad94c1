import Markup

/// The link of a heading or a formula to itself, which appears when the pointer is there.
struct AnchorLink {
  /// The name of the place.
  let name: String

  /// The link. Those who hear the page have no use for it.
  var html: HTML {
    "<a class=\"anchor\" href=\"#\(name: name)\" aria-hidden=\"true\" tabindex=\"-1\"></a>"
  }
}
