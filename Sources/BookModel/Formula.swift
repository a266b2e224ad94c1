/// A formula of a chapter, within a line or on lines of its own.
public struct Formula: Hashable, Sendable {
  /// The TeX between the delimiters or inside the fence.
  public var tex: String
  /// True for a formula on lines of its own, false for one within a line.
  public var isDisplay: Bool
  /// The name by which the text refers to it: `id=…` of the fence, or `\label{…}`.
  public var id: String?
  /// The argument of `\tag{…}`, shown instead of a number.
  public var tag: String?
  /// True when it has errors, so that its TeX is shown.
  public var isFaulty: Bool
  /// The range of the TeX, or of the opening fence.
  public var range: SourceRange

  /// Makes a formula.
  public init(
    tex: String, isDisplay: Bool, id: String? = nil, tag: String? = nil, isFaulty: Bool = false,
    range: SourceRange
  ) {
    self.tex = tex
    self.isDisplay = isDisplay
    self.id = id
    self.tag = tag
    self.isFaulty = isFaulty
    self.range = range
  }
}
