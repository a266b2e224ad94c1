extension MarkdownReading {
  /// Makes nodes of what stands between tildes, `~~…~~` or `~…~`, in one paragraph or the like.
  /// - Source: GitHub Flavored Markdown, "Strikethrough"; a run of tildes opens and closes as one of
  ///   asterisks does in CommonMark
  public func readStrikethrough(in document: MarkdownDocument) {
    guard bytes.contains(UInt8(ascii: "~")) else { return }
    var parents: [MarkdownNode] = []
    var known = Set<MarkdownNode>()
    for node in document.root.descendants where node.kind == .text {
      guard let parent = node.parent, node.literalBytes?.contains(UInt8(ascii: "~")) == true,
        known.insert(parent).inserted
      else { continue }
      parents.append(parent)
    }
    for parent in parents { strike(in: parent) }
  }

  /// A run of one or two tildes in a text.
  private struct Run {
    let node: MarkdownNode
    let range: Range<Int>
    let opens: Bool
    let closes: Bool
    /// The run that ends what this one begins, or begins what it ends.
    var partner: Int?
    /// What stands in its place.
    var mark: MarkdownNode?
  }

  private func strike(in parent: MarkdownNode) {
    var runs = parent.children.flatMap { $0.kind == .text ? self.runs(of: $0) : [] }
    var open: [Int] = []
    // The number of open runs of each length.
    var counts = [1: 0, 2: 0]
    for (index, run) in runs.enumerated() {
      if run.closes, counts[run.range.count, default: 0] > 0 {
        while let opener = open.popLast() {
          counts[runs[opener].range.count, default: 0] -= 1
          guard runs[opener].range.count == run.range.count else { continue }
          (runs[index].partner, runs[opener].partner) = (opener, index)
          break
        }
      } else if run.opens {
        open.append(index)
        counts[run.range.count, default: 0] += 1
      }
    }
    placeMarks(of: &runs)
    for run in runs {
      guard let mark = run.mark, let opener = run.partner.flatMap({ runs[$0].mark }),
        let first = run.partner.map({ runs[$0] }), first.opens, opener.kind == .strikethrough,
        mark.kind != .strikethrough
      else { continue }
      var node = opener.nextSibling
      while let current = node, current != mark {
        node = current.nextSibling
        opener.adopt(current)
      }
      mark.remove()
    }
  }

  /// Puts empty nodes in the places of the runs that have partners.
  private func placeMarks(of runs: inout [Run]) {
    var ends: [MarkdownNode: Int] = [:]
    var offsets: [MarkdownNode: [Int]] = [:]
    func place(of part: Range<Int>, in node: MarkdownNode) -> Range<Int>? {
      if offsets[node] == nil { offsets[node] = node.sourceOffsets(in: bytes) }
      return offsets[node].map { $0[part.lowerBound]..<$0[part.upperBound] }
    }
    for index in runs.indices {
      guard let partner = runs[index].partner else { continue }
      let (node, range) = (runs[index].node, runs[index].range)
      let start = ends[node] ?? 0
      if range.lowerBound > start {
        let part = start..<range.lowerBound
        _ = node.insertPart(part, at: place(of: part, in: node))
      }
      runs[index].mark = node.insertEmptyInline(partner > index ? .strikethrough : .text)
      ends[node] = range.upperBound
    }
    for (node, end) in ends {
      let rest = end..<(node.literalBytes?.count ?? end)
      node.cut(to: rest, at: place(of: rest, in: node))
    }
  }

  private func runs(of node: MarkdownNode) -> [Run] {
    guard let literal = node.literalBytes.map(Array.init), literal.contains(UInt8(ascii: "~")),
      let offsets = node.sourceOffsets(in: bytes)
    else { return [] }
    var runs: [Run] = []
    var index = 0
    while index < literal.count {
      let end = literal[index...].prefix { $0 == UInt8(ascii: "~") }.endIndex
      // An escaped tilde and a character reference are not the mark.
      let isPlain = (index..<end).allSatisfy { bytes[offsets[$0]] == UInt8(ascii: "~") }
      if (1...2).contains(end - index), isPlain {
        let (before, after) = (scalar(before: offsets[index]), scalar(at: offsets[end - 1] + 1))
        let run = Run(
          node: node, range: index..<end, opens: after.isWordlike(beside: before),
          closes: before.isWordlike(beside: after))
        if run.opens || run.closes { runs.append(run) }
      }
      index = max(end, index + 1)
    }
    return runs
  }

  private func scalar(before place: Int) -> Unicode.Scalar {
    var start = place - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 ? scalar(at: start) : "\n"
  }

  private func scalar(at place: Int) -> Unicode.Scalar {
    let text = String(
      decoding: bytes[min(place, bytes.count)..<min(place + 4, bytes.count)], as: UTF8.self)
    return text.unicodeScalars.first ?? "\n"
  }
}

extension Unicode.Scalar {
  /// Returns true when a run of marks between the scalar and another one clings to the scalar: CommonMark
  /// calls it left-flanking when the scalar is behind it, right-flanking when it is before it.
  fileprivate func isWordlike(beside other: Unicode.Scalar) -> Bool {
    if properties.isWhitespace { return false }
    return !isPunctuation || other.properties.isWhitespace || other.isPunctuation
  }

  private var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default:
      isASCII && !properties.isWhitespace && !properties.isAlphabetic
        && properties.numericType == nil && value > 0x20 && value < 0x7F
    }
  }
}
