/// The media types of the files in a site.
enum MediaType {
  private static let types = [
    "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "swift": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "epub": "application/epub+zip", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "pdf": "application/pdf",
  ]

  /// Returns the type of a file, from the end of its name.
  static func of(_ path: String) -> String {
    let name = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return types[name] ?? "application/octet-stream"
  }
}
