import Charts
import Markup

extension Chart {
  /// Returns the chart as one SVG element, which depends on the data alone.
  ///
  /// - Parameters:
  ///   - id: the element's id, unique in its page.
  ///   - language: the language of the chart's own words.
  ///   - layout: the size of the picture.
  ///   - alternative: the text alternative for a reader who does not see the chart; nil for
  ///     `textAlternative(language:)`.
  ///   - standalone: true for a file of its own, which includes the stylesheet.
  /// - Returns: markup for HTML, without a namespace unless standalone, that ends with a newline.
  public func svg(
    id: String, language: ChartLanguage = .english, layout: ChartLayout = .wide,
    alternative: String? = nil, standalone: Bool = false
  ) -> String {
    let alternative = alternative ?? textAlternative(language: language)
    // In a page a title element would appear as a tooltip over the whole picture.
    if !standalone {
      return inlineSVG(id, language, layout, name: ("aria-label", alternative)).markup
    }
    let picture = Picture(self, layout: layout, language: language, hasTitles: false)
    var svg = SVGWriter()
    svg.open(
      "svg",
      Self.attributes(id, layout, picture) + [("xmlns", "http://www.w3.org/2000/svg")])
    svg.element("title", [], content: alternative)
    svg.style(ChartStylesheet.text + ".chart { background: var(--paper) }\n")
    picture.draw(into: &svg)
    svg.close("svg")
    return svg.html.markup
  }

  private func inlineSVG(
    _ id: String, _ language: ChartLanguage, _ layout: ChartLayout, name: SVGWriter.Attribute
  ) -> HTML {
    // Phones, which show the narrow picture, have no pointer to hover over a point.
    let picture = Picture(
      self, layout: layout, language: language, hasTitles: layout == .wide)
    var svg = SVGWriter()
    svg.openPicture(
      Self.attributes(id, layout, picture) + [name, ("data-panels", picture.geometry)])
    picture.draw(into: &svg)
    svg.close("svg")
    return svg.html
  }

  fileprivate static func attributes(
    _ id: String, _ layout: ChartLayout, _ picture: Picture
  ) -> [SVGWriter.Attribute] {
    [
      ("class", layout.className), ("id", id), ("role", "img"),
      ("viewBox", "0 0 " + Coordinate.text(layout.width) + " " + Coordinate.text(picture.height)),
      ("width", "100%"), ("fill", "none"),
    ]
  }

  /// Returns the chart as a `div` with two SVG elements, of which the stylesheet shows the one that
  /// suits the page's width, so that the text is readable on a phone as well.
  ///
  /// - Parameters: as for `svg`; the ids are `id` and `id-narrow`.
  public func responsiveSVG(
    id: String, language: ChartLanguage = .english, alternative: String? = nil
  ) -> HTML {
    let alternative = alternative ?? textAlternative(language: language)
    // The text alternative is in the wide picture only, and is found there even while that is hidden.
    return """
      <div class="chart-pair"\(HTML(trusted: animationAttribute))>
      \(inlineSVG(id, language, .wide, name: ("aria-label", alternative)))\
      \(inlineSVG(id + "-narrow", language, .narrow, name: ("aria-labelledby", id)))</div>

      """
  }
}

/// A picture with one frame or with a frame for each panel.
private enum Picture {
  case one(ChartPicture)
  case several(PanelPicture)

  init(_ chart: Chart, layout: ChartLayout, language: ChartLanguage, hasTitles: Bool) {
    self =
      chart.panels.isEmpty
      ? .one(ChartPicture(chart, layout: layout, language: language, hasTitles: hasTitles))
      : .several(PanelPicture(chart, layout: layout, language: language, hasTitles: hasTitles))
  }

  var height: Double {
    switch self {
    case .one(let picture): picture.height
    case .several(let picture): picture.height
    }
  }

  /// The geometry of all frames, for the script that finds values at the pointer.
  var geometry: String {
    let panels =
      switch self {
      case .one(let picture): picture.panels
      case .several(let picture): picture.panels
      }
    return panels.map { $0.text }.joined(separator: ";")
  }

  func draw(into svg: inout SVGWriter) {
    switch self {
    case .one(let picture): picture.draw(into: &svg)
    case .several(let picture): picture.draw(into: &svg)
    }
  }
}

#if !hasFeature(Embedded)
  extension Chart {
    /// Returns the chart as one SVG element for an electronic book: each element has the attributes that the
    /// stylesheet would give it on a light background, which it brings along, and there are no tooltips.
    ///
    /// - Parameters: as for `svg`.
    public func electronicSVG(
      id: String, language: ChartLanguage = .english, alternative: String? = nil
    ) -> HTML {
      let layout = ChartLayout.wide
      let picture = Picture(self, layout: layout, language: language, hasTitles: false)
      // Simple readers take the height of a picture from its attributes alone.
      let size: [SVGWriter.Attribute] = [
        ("width", Coordinate.text(layout.width)), ("height", Coordinate.text(picture.height)),
      ]
      var svg = SVGWriter(styledBy: PresentationAttributes())
      svg.openPicture(
        Self.attributes(id, layout, picture).filter { $0.name != "width" } + size
          + [("aria-label", alternative ?? textAlternative(language: language))])
      svg.element("rect", [("class", "chart-ground")] + size)
      picture.draw(into: &svg)
      svg.close("svg")
      return svg.html
    }
  }
#endif
