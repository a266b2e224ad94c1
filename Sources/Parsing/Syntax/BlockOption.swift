import BookModel

/// An option on a block's fence after its role, or on a `//|` line within it.
enum BlockOption: String, CaseIterable {
  case id
  case fold
  case foldCharts = "fold-charts"
  case hide
  case standalone
  case norun
  case timeout
  case expect
  case live
  case caption
  case alt
  case label
  case data
  case source
  case symbol
  case doc

  /// True for options on `//|` lines; the others are on the fence.
  var standsOnLine: Bool {
    self == .caption || self == .alt || self == .label || self == .data
  }

  /// True for options on `//|` lines that a block may have several times.
  var isRepeatable: Bool { self == .data || self == .caption || self == .alt }

  /// True when the option has a value.
  var takesValue: Bool {
    switch self {
    case .id, .timeout, .expect, .live, .caption, .alt, .label, .data, .source, .symbol, .doc: true
    case .fold, .foldCharts, .hide, .standalone, .norun: false
    }
  }

  /// True for the options of listings of the engine's code.
  private var isForListings: Bool { self == .source || self == .symbol || self == .doc }

  /// Returns true when a block with the given role may have the option.
  func isAllowed(on role: BlockRole) -> Bool {
    switch role {
    case .listing: self == .fold || isForListings
    case .setup: self == .fold || self == .hide || self == .norun || self == .data
    case .experiment: !isForListings
    }
  }

  /// The syntax, for hints.
  var form: String {
    switch self {
    case .id: "id=sgd-batch-1"
    case .timeout: "timeout=10s"
    case .expect: "expect=trap"
    case .live: "live=false"
    case .caption, .alt: "//| \(rawValue): …"
    case .label: "//| label: fig-loss"
    case .data: "//| data: airfoil.csv"
    case .source: "source=GradientDescent/Optimizers/SGD.swift"
    case .symbol: "symbol=SGD.update"
    case .doc: "doc=false"
    case .fold, .foldCharts, .hide, .standalone, .norun: rawValue
    }
  }
}

/// The role of a block, before its id is known.
enum BlockRole: String, CaseIterable {
  case listing
  case setup
  case experiment

  /// The roles that are written on a fence.
  static let words = [setup.rawValue, experiment.rawValue]

  /// The role with its article, for messages.
  var phrase: String {
    switch self {
    case .listing: "a listing"
    case .setup: "a setup block"
    case .experiment: "an experiment"
    }
  }
}
