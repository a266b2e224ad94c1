/// What a page of the reference says in one place: a type, or all functions with one name.
struct ReferenceEntry {
  /// The names that lead to it, without argument labels: `SGD`, `NDArray.sum`.
  let name: String
  /// Its declarations, which share the name.
  var declarations: [Declaration]

  /// The name by which links find it on its page.
  var anchor: String { ReferenceEntry.anchor(of: name) }

  /// True for a type.
  var isType: Bool { declarations.contains { $0.kind == .type || $0.kind == .alias } }

  /// The first sentence of its documentation.
  var sentence: String { DocComment(declarations[0].comment).sentence }

  /// Returns a label for a name: small letters and digits with single hyphens between. Only the words of
  /// functions are set apart, which tells `gradientCheck` from `GradientCheck`.
  static func anchor(of name: String) -> String {
    let words = name.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map { word -> String in
      guard word.first?.isLowercase ?? false else { return word.lowercased() }
      return word.reduce(into: "") { text, sign in
        if sign.isUppercase, let last = text.last, last != "-" { text += "-" }
        text += sign.lowercased()
      }
    }
    return words.joined(separator: "-")
  }

  /// Returns the name of the entry for a declaration: its own, or that of all operators of its type, for
  /// they have no letters.
  static func name(for declaration: Declaration) -> String {
    switch declaration.kind {
    case .operator: (declaration.path.dropLast() + ["operators"]).joined(separator: ".")
    default: declaration.name
    }
  }

  /// Gathers declarations into entries, in the order in which their names first come.
  static func entries(of declarations: some Sequence<Declaration>) -> [ReferenceEntry] {
    var entries: [ReferenceEntry] = []
    var places: [String: Int] = [:]
    for declaration in declarations {
      let name = name(for: declaration)
      if let place = places[name] {
        entries[place].declarations.append(declaration)
      } else {
        places[name] = entries.count
        entries.append(ReferenceEntry(name: name, declarations: [declaration]))
      }
    }
    return entries
  }
}
