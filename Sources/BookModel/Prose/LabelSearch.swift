/// Finds the label that an author means by a name.
public struct LabelSearch {
  /// The label that a name means.
  public enum Finding: Equatable {
    /// It is the label itself, the name that GitHub gives the heading, or an anchor of the page itself.
    case exact(String)
    /// It is nearly a label or the words of a heading.
    case near(String)
  }

  private var exact: [String: String] = [:]
  private var near: [String: String] = [:]
  private var experiments: Set<String> = []

  /// Makes the search among the labels of a chapter.
  public init(_ labels: [Label]) {
    var counts: [String: Int] = [:]
    for label in labels {
      exact[label.id] = label.id
      if case .experiment(let id) = label.kind { experiments.insert(id) }
    }
    for label in labels where label.isHeading {
      let name = Self.gitHubName(of: label.title)
      let count = counts[name, default: 0]
      counts[name] = count + 1
      let unique = count == 0 ? name : "\(name)-\(count)"
      if exact[unique] == nil { exact[unique] = label.id }
    }
    for label in labels.reversed() {
      near[Self.essence(of: label.id)] = label.id
      if label.isHeading { near[Self.essence(of: label.title)] = label.id }
    }
  }

  /// Returns the label that a name means; nil for none.
  public func find(_ name: String) -> Finding? {
    if let id = exact[name] { return .exact(id) }
    if isOfPage(name) { return .exact(name) }
    let essence = Self.essence(of: name)
    return essence.isEmpty ? nil : near[essence].map { .near($0) }
  }

  /// Returns true for an anchor of the page itself, such as `_text`: it begins with a `_`, or with the id
  /// of an experiment and a `_`.
  private func isOfPage(_ name: String) -> Bool {
    guard let end = name.utf8.firstIndex(of: UInt8(ascii: "_")) else { return false }
    return end == name.startIndex || experiments.contains(String(name[..<end]))
  }

  /// The name that GitHub gives a heading: small letters without punctuation, a hyphen for each space.
  private static func gitHubName(of title: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in title.lowercased().unicodeScalars {
      if scalar == " " {
        name.append("-")
      } else if scalar == "-" || scalar == "_" || isWordPart(scalar) {
        name.append(scalar)
      }
    }
    return String(name)
  }

  /// The letters and digits of a name.
  private static func essence(of name: String) -> String {
    String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter(isWordPart)))
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

extension Label {
  /// True for the label of a heading, which has a title.
  fileprivate var isHeading: Bool {
    switch kind {
    case .section, .exercise, .solution, .chapter: true
    default: false
    }
  }
}
