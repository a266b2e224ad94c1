enum SwiftHighlighting {
  static func lines(of code: String) -> HTML { PlainLines.lines(of: code) }
}
