/// Addresses of files relative to other files.
enum RelativeAddress {
  /// Returns the address of a file as a link in another one writes it.
  static func address(of path: String, from other: String) -> String {
    let parts = path.split(separator: "/")
    let folder = other.split(separator: "/").dropLast()
    var common = 0
    while common < min(parts.count - 1, folder.count), parts[common] == folder[common] {
      common += 1
    }
    return (folder.dropFirst(common).map { _ in ".." } + parts.dropFirst(common))
      .joined(separator: "/").reduce(into: "") { $0 += escapes[$1] ?? String($1) }
  }

  /// The signs of a file's name that would end an address in Markdown, or mean something else in it.
  private static let escapes: [Character: String] = [
    " ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "#": "%23", "%": "%25",
    "\\": "%5C",
  ]
}
