/// The labels that generated parts of chapters have in common.
public enum ReferenceLabel {
  /// The heading above the listings of whole sources, which end the chapter.
  public static let sources = "sources"
  /// What the labels of these listings begin with.
  public static let sourcePrefix = "source-"
}
