import BookModel

/// The words after an opening fence: the language, the role, the options.
struct FenceHeader {
  let source: SourceText
  let line: Int
  private let errors: ErrorCollector
  /// The first error in the words; a block that has one does not run.
  private(set) var fault: Diagnostic?
  private(set) var role = BlockRole.listing
  private(set) var options = BlockOptions()
  private(set) var id: (text: String, range: SourceRange)?
  /// True when an invalid id was given and reported.
  private(set) var hasWrongID = false
  /// True when the first word is almost `swift`; the words after the role are then not read.
  private(set) var hasWrongLanguage = false
  /// The declaration of the engine's code to show, and true to omit its comments.
  private(set) var symbol: String?
  private(set) var omitsDocumentation = false
  private var seen: Set<BlockOption> = []

  init(source: SourceText, line: Int, errors: ErrorCollector) {
    self.source = source
    self.line = line
    self.errors = errors
  }

  /// Reads the words.
  ///
  /// - Returns: true for a Swift block, or for a setup block whose language is mistyped; false for
  ///   all others.
  mutating func read(_ info: ArraySlice<UInt8>) -> Bool {
    var words = info.split { $0 == 0x20 || $0 == 0x09 }[...]
    guard let language = words.popFirst() else { return false }
    if text(language) != "swift" {
      hasWrongLanguage = isMistyped(language, words.first)
      // The experiments below such a setup block must not run without it.
      guard hasWrongLanguage, words.first.map(text) == BlockRole.setup.rawValue else {
        return false
      }
      role = .setup
      return true
    }
    if let word = words.first, let role = role(meantBy: word) {
      self.role = role
      words.removeFirst()
    } else if let word = words.first(where: { BlockRole.words.contains(text($0)) }) {
      role = BlockRole(rawValue: text(word)) ?? role
    }
    for word in words { read(option: word) }
    options.source?.symbol = symbol
    options.source?.omitsDocumentation = omitsDocumentation
    return true
  }

  /// Returns true, and reports an error, when a block with a role has a mistyped language: it would
  /// silently not run.
  private mutating func isMistyped(
    _ language: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>?
  ) -> Bool {
    guard let next, BlockRole.words.contains(text(next)) else { return false }
    let typed = text(language)
    guard typed.lowercased() == "swift" || NearMiss.word(near: typed, among: ["swift"]) != nil
    else { return false }
    report(.wrongLanguage(typed), at: language)
    return true
  }

  private mutating func role(meantBy word: ArraySlice<UInt8>) -> BlockRole? {
    let typed = text(word)
    if BlockRole.words.contains(typed) { return BlockRole(rawValue: typed) }
    guard !typed.utf8.contains(0x3D), BlockOption(rawValue: typed) == nil,
      let role = NearMiss.word(near: typed, among: BlockRole.words)
    else { return nil }
    report(.unknownRole(typed, meant: role), at: word)
    return BlockRole(rawValue: role)
  }

  private mutating func read(option word: ArraySlice<UInt8>) {
    let equals = word.firstIndex(of: 0x3D)
    let name = text(word[..<(equals ?? word.endIndex)])
    guard let option = BlockOption(rawValue: name) else {
      let error: BlockFault =
        BlockRole.words.contains(name) ? .misplacedRole(name) : .unknownOption(name)
      return report(error, at: word)
    }
    let value = equals.map { word[($0 + 1)...] }
    if let fault = fault(of: option, hasValue: value?.isEmpty == false, equals != nil) {
      if option == .id { hasWrongID = true }
      return report(fault, at: word)
    }
    set(option, value ?? [])
  }

  private mutating func fault(
    of option: BlockOption, hasValue: Bool, _ hasEquals: Bool
  ) -> BlockFault? {
    if option.standsOnLine { return .belongsOnLine(option) }
    if !option.isAllowed(on: role) { return .notAllowed(option, on: role) }
    if !seen.insert(option).inserted { return .duplicateOption(option) }
    if option.takesValue, !hasValue { return .missingValue(option) }
    if !option.takesValue, hasEquals { return .unexpectedValue(option) }
    return nil
  }

  private mutating func set(_ option: BlockOption, _ value: ArraySlice<UInt8>) {
    switch option {
    case .id: setID(value)
    case .fold: options.fold = true
    case .foldCharts: options.foldsCharts = true
    case .hide: options.hide = true
    case .standalone: options.standalone = true
    case .norun: options.norun = true
    case .timeout: setTimeout(value)
    case .expect: setExpectation(value)
    case .live: setLiveness(value)
    case .source:
      options.source = EngineSource(file: text(value))
    case .symbol: symbol = text(value)
    case .doc: setDocumentation(value)
    case .caption, .alt, .label, .data: break
    }
  }

  private mutating func setID(_ value: ArraySlice<UInt8>) {
    if KebabCase.isValid(value) {
      id = (text(value), range(value))
    } else {
      hasWrongID = true
      report(.wrongID(text(value), suggestion: KebabCase.suggestion(for: value)), at: value)
    }
  }

  private mutating func setTimeout(_ value: ArraySlice<UInt8>) {
    if let seconds = TimeSpan.seconds(value), (0.1...600).contains(seconds) {
      options.timeout = seconds
    } else {
      report(.wrongTimeout(text(value)), at: value)
    }
  }

  private mutating func setExpectation(_ value: ArraySlice<UInt8>) {
    options.expect = Expectation(rawValue: text(value))
    if options.expect == nil { report(.wrongExpectation(text(value)), at: value) }
  }

  private mutating func setLiveness(_ value: ArraySlice<UInt8>) {
    if let live = Liveness(rawValue: text(value)) {
      options.live = live
    } else {
      report(.wrongLiveness(text(value)), at: value)
    }
  }

  private mutating func setDocumentation(_ value: ArraySlice<UInt8>) {
    let word = text(value)
    omitsDocumentation = word == "false"
    if word != "false", word != "true" { report(.wrongDocumentation(word), at: value) }
  }

  private mutating func report(_ error: BlockFault, at word: ArraySlice<UInt8>) {
    let diagnostic = ErrorCollector.diagnostic(.block(error), at: range(word))
    fault = fault ?? diagnostic
    errors.report(diagnostic)
  }

  private func text(_ word: ArraySlice<UInt8>) -> String { String(decoding: word, as: UTF8.self) }

  private func range(_ word: ArraySlice<UInt8>) -> SourceRange {
    source.range(line: line, word.startIndex..<word.endIndex)
  }
}
