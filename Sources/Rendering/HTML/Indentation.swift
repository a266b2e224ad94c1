extension String {
  /// The lines without the spaces that they begin with, and without empty lines: scripts and styles
  /// are indented for those who read the sources, and no page needs to carry that.
  var withoutIndentation: String {
    utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let rest = line.drop { $0 == UInt8(ascii: " ") }
      return rest.isEmpty ? nil : String(Substring(rest))
    }.joined(separator: "\n")
  }
}
