import Transcript

/// A claim of the text with the number of times it was tested at its position. All checks that a
/// loop makes at one position are one `Check`.
public struct Check: Hashable, Sendable {
  /// The claim in words: the first one that fails, or the first of all if none does.
  public private(set) var claim: String
  /// Other wordings of the claim at the same position. With failures: the other failing ones, at
  /// most `CheckRecord.namedFailures` including `claim`; without: the first that differs from
  /// `claim`.
  public private(set) var otherClaims: [String] = []
  /// The number of times the claim was tested.
  public private(set) var cases = 1
  /// The number of times it did not hold.
  public private(set) var failedCases: Int
  /// The position of the first failure; nil when the claim always holds. A check that holds carries
  /// no position, so that its cached result does not depend on where its code is.
  public var failure: CheckRecord.Place?

  /// Describes a claim that was tested once.
  public init(claim: String, failure: CheckRecord.Place? = nil) {
    self.claim = claim
    self.failure = failure
    failedCases = failure == nil ? 0 : 1
  }

  /// Describes a claim by the first record of its position.
  public init(_ record: CheckRecord) {
    self.init(claim: record.claim ?? "", failure: record.holds ? nil : record.place)
  }

  /// True when the claim holds in all cases.
  public var holds: Bool { failure == nil }

  /// Adds another check made at the same position.
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
