import Transcript

/// A claim of the text and how often it was put to the test at its place. All checks that a loop makes
/// at one place are one of these.
public struct Check: Hashable, Sendable {
  /// The claim in words: the first one that fails, or the first of all if none does.
  public private(set) var claim: String
  /// Further claims of the same place in other words: of those that fail if any does, at most
  /// `CheckRecord.namedFailures` with the first; else the first that differs.
  public private(set) var otherClaims: [String] = []
  /// How many times a claim was put to the test.
  public private(set) var cases = 1
  /// How many times it did not hold.
  public private(set) var failedCases: Int
  /// Where it was found not to hold; nil when it always holds. What holds has no place to look at, so
  /// what is remembered of it does not depend on where it stands.
  public var failure: CheckRecord.Place?

  /// Describes a claim that was put to the test once.
  public init(claim: String, failure: CheckRecord.Place? = nil) {
    self.claim = claim
    self.failure = failure
    failedCases = failure == nil ? 0 : 1
  }

  /// Describes a claim by the first record of its place.
  public init(_ record: CheckRecord) {
    self.init(claim: record.claim ?? "", failure: record.holds ? nil : record.place)
  }

  /// Whether the claim holds in all cases.
  public var holds: Bool { failure == nil }

  /// Adds another check of the same place.
  public mutating func add(_ record: CheckRecord) {
    cases += 1
    guard record.holds else { return addFailure(record) }
    if let claim = record.claim, holds, otherClaims.isEmpty, claim != self.claim {
      otherClaims.append(claim)
    }
  }

  private mutating func addFailure(_ record: CheckRecord) {
    failedCases += 1
    if failure == nil {
      failure = record.place
      claim = record.claim ?? claim
      otherClaims = []
    } else if let claim = record.claim, otherClaims.count < CheckRecord.namedFailures - 1,
      claim != self.claim, !otherClaims.contains(claim)
    {
      otherClaims.append(claim)
    }
  }

  /// The check as bytes, which are equal for equal checks only.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt32(clamping: cases))
    writer.write(UInt32(clamping: failedCases))
    writer.write(UInt32(clamping: failure?.line ?? 0))
    writer.write(UInt32(clamping: failure?.column ?? 0))
    for claim in [claim] + otherClaims { writer.write(claim) }
    return writer.bytes
  }
}
