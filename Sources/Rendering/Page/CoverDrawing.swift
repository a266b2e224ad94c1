import Markup
import Numerals

/// The book's picture: the contour lines of a long valley, and gradient descent on its way down,
/// step by step, as the book explains it.
enum CoverDrawing {
  /// The picture within a page; its colours are those of the page.
  static func inline(words: InterfaceWords) -> HTML {
    """
    <svg class="cover" viewBox="0 32 640 176" role="img" aria-label="\(words.coverDrawing)">
    \(contours)\(walk.line)\(walk.dots)</svg>

    """
  }

  /// The picture as a cover, with the book's title. Simple readers of electronic books know no stylesheet in
  /// a picture: its colours are attributes.
  static func file(words: InterfaceWords) -> String {
    let svg: HTML = """
      <?xml version="1.0" encoding="utf-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1200" width="800" height="1200">
      <title>\(words.bookTitle)</title>
      <rect width="800" height="1200" fill="#fdfcf9"/>
      <text x="80" y="240" font-family="Georgia, serif" font-size="96" fill="#23211d">\
      \(words.bookTitle)</text>
      \(words.description.cover == .drawn ? drawing : nil)</svg>

      """
    return svg.markup
  }

  private static var drawing: HTML {
    let (line, dots) = walk
    return """
      <g transform="translate(80 520)">
      <g fill="none" stroke="#c9c2b2" stroke-width="1.5">
      \(contours)</g>
      <g fill="none" stroke="#1b5c86" stroke-width="3" stroke-linejoin="round">
      \(line)</g>
      <g fill="#1b5c86">
      \(dots)</g>
      </g>

      """
  }

  /// The curvatures a and b of f(x, y) = (a x² + b y²) / 2.
  private static let curvatures = (a: 1.0, b: 14.0)

  /// The contour lines of f.
  private static var contours: HTML {
    (1...7).map { level -> HTML in
      let radius = 30 * 1.45 * Double(level)
      return """
        <ellipse cx="320" cy="120" rx="\(text(radius))" \
        ry="\(text(radius / curvatures.b.squareRoot()))"/>

        """
    }.joined()
  }

  /// Gradient descent on f from (−9.2, 2.4), at a learning rate of 0.133.
  private static var walk: (line: HTML, dots: HTML) {
    let (a, b) = curvatures
    let rate = 0.133
    var (x, y) = (-9.2, 2.4)
    var points: [(x: String, y: String)] = []
    for _ in 0..<26 {
      points.append((text(320 + 30 * x), text(120 - 30 * y)))
      (x, y) = (x - rate * a * x, y - rate * b * y)
    }
    let line = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    let dots = points.map { point -> HTML in
      "<circle cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"3.5\"/>\n"
    }
    return ("<polyline points=\"\(line)\"/>\n", dots.joined())
  }

  private static func text(_ number: Double) -> String {
    NumberFormat.fixed(decimals: 1).text(number)
  }
}
