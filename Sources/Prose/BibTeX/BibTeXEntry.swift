/// An entry as it stands in a BibTeX file.
struct BibTeXEntry {
  /// A field's value.
  struct Value {
    /// The LaTeX, abbreviations written out.
    var text: String
    /// The index of its first byte in the file.
    var offset: Int
    /// True when the text stands in the file as it is, without abbreviations in it.
    var isContiguous: Bool

    /// Returns the place in the file of a byte of the text, or the place of the value.
    func place(of byte: Int) -> Int { isContiguous ? offset + byte : offset }
  }

  /// The type in lower case.
  var type: String
  /// The key.
  var key: String
  /// The index of the key's first byte in the file.
  var offset: Int
  /// The fields by their names in lower case.
  var fields: [String: Value] = [:]
  /// The findings in the entry's syntax.
  var faults: [BibTeXFault] = []
}
