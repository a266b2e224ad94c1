/// What the launcher tells of a run, besides how it ended.
struct SandboxReport: Equatable, Sendable {
  /// The layers that the system does not have.
  var missing: [SandboxLayer] = []
  /// Whether the program was ended because its time was up.
  var ranOutOfTime = false
  /// Whether the scratch folder was full.
  var filledScratch = false
  /// Whether all of its processes together had more memory than they may have.
  var ranOutOfMemory = false
  /// The most memory that the program had in use, in bytes; 0 when unknown.
  var peakMemory = 0
  /// Why the program could not be started, if so.
  var failure: String?

  /// Reads the launcher's lines, each a word and its value. What is not known is passed over.
  init(_ bytes: [UInt8] = []) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let space = line.firstIndex(of: UInt8(ascii: " ")) ?? line.endIndex
      let value = String(decoding: line[space...].dropFirst(), as: UTF8.self)
      switch String(decoding: line[..<space], as: UTF8.self) {
      case "missing": if let layer = SandboxLayer(rawValue: value) { missing.append(layer) }
      case "ended" where value == "time": ranOutOfTime = true
      case "ended" where value == "scratch": filledScratch = true
      case "ended" where value == "memory": ranOutOfMemory = true
      case "peak": peakMemory = (Int(value) ?? 0) << 10
      case "failed": failure = value
      default: break
      }
    }
  }
}
