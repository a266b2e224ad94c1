/// The lines of a file, each with its end.
struct FileLines {
  /// The lines; together they are the file.
  let lines: [[UInt8]]

  /// Divides a file's bytes.
  init(_ bytes: [UInt8]) {
    var lines: [[UInt8]] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(Array(bytes[start..<end]))
      start = end
    }
    self.lines = lines
  }
}
