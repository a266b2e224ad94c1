import Foundation

/// The addresses by which clients name files.
enum FileAddress {
  /// Returns the address of a file.
  static func address(_ path: String) -> String { URL(filePath: path).absoluteString }

  /// Returns the path in an address; of one that is no file's, what stands behind its scheme.
  static func path(_ address: String) -> String {
    if let url = URL(string: address), url.isFileURL {
      return url.path(percentEncoded: false)
    }
    return String(address.drop { $0 != ":" }.dropFirst())
  }
}
