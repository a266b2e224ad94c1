/// A name of another framework that no single declaration of ours stands for, and what to write
/// instead.
public struct ForeignIdiom: Hashable, Sendable {
  /// The name as it is written there: `numpy.outer`.
  public let name: String
  /// The type of ours whose value it is asked of; nil for any, and for none.
  public let type: String?
  /// What to write here, or that there is no such thing.
  public let hint: String

  init(_ name: String, of type: String? = nil, _ hint: String) {
    (self.name, self.type, self.hint) = (name, type, hint)
  }

  /// Returns the entry for a name as somebody may write it: in full, or without its first parts, in
  /// letters of either case, with underscores or without; else the entry for its first parts
  /// (`torch.cuda` for `torch.cuda.is_available`).
  /// - Parameter type: the type that a member is asked of; nil for a name by itself
  public static func entry(for written: String, of type: String? = nil) -> ForeignIdiom? {
    let parts = ForeignName.parts(of: written)
    if parts.isEmpty { return nil }
    let fitting = table.filter { $0.type == nil || $0.type == type }
    let whole = fitting.filter {
      ForeignName.parts(of: $0.name).suffix(parts.count).elementsEqual(parts)
    }
    return whole.first { $0.type != nil } ?? whole.first
      ?? fitting.first {
        let first = ForeignName.parts(of: $0.name)
        return first.count < parts.count && parts.starts(with: first)
      }
  }
}
