/// The launcher's report on a run.
struct SandboxReport: Equatable, Sendable {
  /// The layers that the system does not have.
  var missing: [SandboxLayer] = []
  /// True when the program was ended at its time limit.
  var ranOutOfTime = false
  /// True when the scratch folder was full.
  var filledScratch = false
  /// True when its processes together exceeded their memory limit.
  var ranOutOfMemory = false
  /// The peak of the program's memory use, in bytes; 0 when unknown.
  var peakMemory = 0
  /// The reason why the program could not be started; nil when it was.
  var failure: String?

  /// Reads the launcher's lines, each a word and its value. Unknown lines are ignored.
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
