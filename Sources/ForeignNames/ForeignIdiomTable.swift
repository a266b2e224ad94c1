// A line for each name, or for several with one answer, in the order of the book.
extension ForeignIdiom {
  static func group(_ names: [String], of type: String? = nil, _ hint: String)
    -> [ForeignIdiom]
  {
    names.map { ForeignIdiom($0, of: type, hint) }
  }

  /// All entries, in the order of the book.
  public static let table: [ForeignIdiom] =
    arrays + numbers + gradients + layers + training + data + charts + python
}
