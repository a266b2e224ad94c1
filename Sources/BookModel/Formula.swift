/// A formula of a chapter, within a line or on lines of its own.
public struct Formula: Hashable, Sendable {
  /// The TeX, as it stands between the backticks or in the fence.
  public var tex: String
  /// Whether it stands on lines of its own, from a `math` fence.
  public var isDisplay: Bool
  /// The name by which the text refers to it: `id=…` of the fence, or `\label{…}`.
  public var id: String?
  /// What `\tag{…}` says instead of a number.
  public var tag: String?
  /// Where the TeX stands, or the opening fence.
  public var range: SourceRange

  /// Makes a formula.
  public init(
    tex: String, isDisplay: Bool, id: String? = nil, tag: String? = nil, range: SourceRange
  ) {
    self.tex = tex
    self.isDisplay = isDisplay
    self.id = id
    self.tag = tag
    self.range = range
  }
}
