/// Writes scripts at the right of a base, or below and above it.
extension MathMLWriter {
  /// Writes a base with its scripts.
  mutating func write(_ scripts: MathScripts, in setting: SymbolSetting) {
    let base = scripts.base
    if hasLimits(scripts) {
      let isForced = !isDisplay && base.takesScriptsAsLimits
      return writeLimits(below: scripts.below, above: scripts.above) { writer in
        if isForced, case .symbol(let symbol) = base {
          writer.writeToken("mo", " movablelimits=\"false\"", symbol.text)
        } else {
          writer.write(base, in: setting)
        }
      }
    }
    writeScripts("msub", "msup", "msubsup", scripts.below, scripts.above) { writer in
      // A delimiter stretches only within a row.
      if case .delimiter = base {
        writer.writeElement("mrow") { $0.write(base, in: setting) }
      } else {
        writer.write(base, in: setting)
      }
    }
  }

  /// Writes a base with nodes below and above it.
  mutating func writeLimits(
    below: MathNode?, above: MathNode?, _ base: (inout MathMLWriter) -> Void
  ) {
    writeScripts("munder", "mover", "munderover", below, above, base)
  }

  private mutating func writeScripts(
    _ low: String, _ high: String, _ both: String, _ below: MathNode?, _ above: MathNode?,
    _ base: (inout MathMLWriter) -> Void
  ) {
    let name = below == nil ? high : above == nil ? low : both
    writeElement(name) { writer in
      base(&writer)
      writer.inStyle(isDisplay: false, level: writer.level + 1) { writer in
        if let below { writer.writeGroup(below) }
        if let above { writer.writeGroup(above) }
      }
    }
  }

  private func hasLimits(_ scripts: MathScripts) -> Bool {
    if let limits = scripts.limits { return limits }
    switch scripts.base {
    case .symbol(let symbol): return symbol.takesLimits && isDisplay
    case .function(_, let takesLimits): return takesLimits && isDisplay
    case .classed(_, .largeOperator, let takesLimits): return takesLimits && isDisplay
    case .accent(let accent, _): return accent.takesLimits
    default: return false
    }
  }
}
