#if !hasFeature(Embedded)
  /// The rules of the charts' stylesheet as attributes of elements, for readers of electronic books that
  /// know neither classes in a drawing nor CSS variables. The colours are those on a light background.
  ///
  /// It goes along with a drawing: elements are opened and closed in their order, so that rules for what is
  /// within others, and inherited colours, are found.
  /// - Source: SVG 1.1, "Styling", presentation attributes
  final class PresentationAttributes: ElementPresentation {
    /// A rule: the classes or element names around the element, the outermost first, and its own.
    private struct Rule {
      let ancestors: [String]
      let declarations: [(property: String, value: String)]
    }

    /// An open element.
    private struct Level {
      /// Its name and its classes.
      let names: [String]
      /// The colour that `currentColor` stands for.
      let color: String
    }

    private var levels: [Level] = []
    private static let rules = ruleTable(
      ChartStylesheet.rules + ChartStylesheet.mapRules,
      colors: ChartStylesheet.lightColors + ChartStylesheet.mapColors(onDarkPaper: false))

    func resolved(
      _ name: String, _ attributes: [SVGWriter.Attribute], isOpened: Bool
    ) -> [SVGWriter.Attribute] {
      let classes = attributes.filter { $0.name == "class" }.flatMap { words($0.value) }
      let names = classes.map { "." + $0 } + [name]
      var found: [(property: String, value: String)] = []
      for own in names.reversed() {
        for rule in Self.rules[own] ?? [] where matches(rule.ancestors) {
          for declaration in rule.declarations {
            found.removeAll { $0.property == declaration.property }
            found.append(declaration)
          }
        }
      }
      let color = found.last { $0.property == "color" }?.value ?? levels.last?.color ?? ""
      if isOpened { levels.append(Level(names: names, color: color)) }
      let styled = found.filter { Self.properties.contains($0.property) }.map {
        (name: $0.property, value: $0.value == "currentColor" ? color : $0.value)
      }
      let replaced = Set(styled.map { $0.name })
      return attributes.filter { $0.name != "class" && !replaced.contains($0.name) } + styled
    }

    func close() { levels.removeLast() }

    private func matches(_ ancestors: [String]) -> Bool {
      var wanted = ancestors[...]
      for level in levels {
        if let next = wanted.first, level.names.contains(next) { wanted.removeFirst() }
      }
      return wanted.isEmpty
    }

    private static let properties: Set<String> = [
      "fill", "fill-opacity", "font-family", "font-size", "font-weight", "opacity", "stroke",
      "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-width", "shape-rendering",
    ]

    // MARK: Reading the stylesheet

    /// Returns the rules by the last part of their selectors. Rules for parts of a page and for media, whose
    /// selectors have other signs, are left out.
    private static func ruleTable(_ stylesheet: String, colors: String) -> [String: [Rule]] {
      let variables = Dictionary(
        declarations(colors, [:]).map { ($0.property, $0.value) }, uniquingKeysWith: { $1 })
      var rules: [String: [Rule]] = [:]
      var rest = Array(stylesheet.utf8)[...]
      while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
        let selectors = String(decoding: rest[..<open], as: UTF8.self)
        rest = rest[(open + 1)...]
        // The rules within one for media are read as if they stood alone, but for theirs.
        let isGroup = selectors.utf8.contains(UInt8(ascii: "@"))
        let close = isGroup ? endOfGroup(rest) : rest.firstIndex(of: UInt8(ascii: "}"))
        guard let close else { break }
        if !isGroup {
          let body = declarations(String(decoding: rest[..<close], as: UTF8.self), variables)
          for selector in selectors.utf8.split(separator: UInt8(ascii: ",")) {
            let parts = words(String(decoding: selector, as: UTF8.self))
            guard let last = parts.last, parts.allSatisfy(isPlain) else { continue }
            rules[last, default: []].append(
              Rule(ancestors: parts.dropLast(), declarations: body))
          }
        }
        rest = rest[(close + 1)...]
      }
      return rules
    }

    private static func endOfGroup(_ text: ArraySlice<UInt8>) -> Int? {
      var depth = 1
      return text.firstIndex { byte in
        if byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "}") { depth -= 1 }
        return depth == 0
      }
    }

    private static func isPlain(_ part: String) -> Bool {
      part.utf8.allSatisfy { byte in
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
    }

    /// Reads `property: value; …`. A halo below a text would cover it where its order is not known, and is
    /// left out.
    private static func declarations(
      _ text: String, _ variables: [String: String]
    ) -> [(property: String, value: String)] {
      let all = text.utf8.split(separator: UInt8(ascii: ";")).compactMap {
        declaration -> (property: String, value: String)? in
        guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let property = words(String(decoding: declaration[..<colon], as: UTF8.self)).joined()
        var value = words(String(decoding: declaration[colon...].dropFirst(), as: UTF8.self))
          .joined(separator: " ")
        if value.hasPrefix("var("), value.hasSuffix(")") {
          value = variables[String(value.dropFirst(4).dropLast())] ?? value
        }
        return property.isEmpty ? nil : (property, value)
      }
      let hasHalo = all.contains { $0.property == "paint-order" }
      return hasHalo ? all.filter { !$0.property.hasPrefix("stroke") } : all
    }
  }

  /// The words of a text between white space.
  private func words(_ text: String) -> [String] {
    text.utf8.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
  }
#endif
