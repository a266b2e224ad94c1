/// Generates anchor names for headings: unique in a page, readable in any language.
///
/// A name consists of letters, digits and hyphens. The page's own anchors contain a `_`, so the two
/// cannot collide.
public struct AnchorNames {
  private var taken: Set<String>
  /// The suffix last used for each stem; 1 for a stem without a suffix.
  private var counts: [String: Int] = [:]

  /// Starts with names that must not be generated.
  public init(taken: some Sequence<String> = []) { self.taken = Set(taken) }

  /// Returns a unique name made from a heading's text: "Why it works" becomes `why-it-works`, a
  /// second one `why-it-works-2`; Chinese characters are kept.
  public mutating func name(for heading: String) -> String {
    var base = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if Self.belongs(scalar) {
        base.append(scalar)
      } else if base.last != "-", !base.isEmpty {
        base.append("-")
      }
    }
    if base.last == "-" { base.removeLast() }
    let stem = base.isEmpty ? "section" : String(base)
    var name = stem
    var count = counts[stem, default: 1]
    defer { counts[stem] = count }
    while !taken.insert(name).inserted {
      count += 1
      name = "\(stem)-\(count)"
    }
    return name
  }

  private static func belongs(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
