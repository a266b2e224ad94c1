/// Gives headings the names by which links find them: unique in a page, readable in any language.
///
/// A name holds letters, digits and hyphens only. Names that the page itself needs contain a `_`,
/// so that the two never meet.
public struct AnchorNames {
  private var taken: Set<String>
  /// How often each stem has been asked for.
  private var counts: [String: Int] = [:]

  /// Starts with the names that are not to be given again.
  public init(taken: some Sequence<String> = []) { self.taken = Set(taken) }

  /// A name made from a heading's text: "Why it works" becomes `why-it-works`, a second one
  /// `why-it-works-2`; Chinese characters stay.
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
