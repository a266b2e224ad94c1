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
      .joined(separator: "/")
  }
}
