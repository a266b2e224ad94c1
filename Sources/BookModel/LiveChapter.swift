/// What a chapter's page needs to run its experiments again.
public struct LiveChapter: Hashable, Sendable {
  /// The place of the WebAssembly, compressed with gzip.
  public enum Module: Hashable, Sendable {
    /// In the page itself.
    case embedded(base64: String)
    /// In a script beside the page; the path is relative to it.
    case beside(path: String)
  }

  /// The WebAssembly.
  public var module: Module
  /// The numbers of the live experiments in the module, by their ids.
  public var experiments: [String: Int]
  /// The reasons why other experiments are not live, by their ids.
  public var refusals: [String: String]

  /// Makes the live part of a page.
  public init(module: Module, experiments: [String: Int], refusals: [String: String]) {
    (self.module, self.experiments, self.refusals) = (module, experiments, refusals)
  }
}
