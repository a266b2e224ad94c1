/// A named parameter of an experiment, and the value that it had in a run.
public struct Knob: Hashable, Sendable {
  /// The type of a knob's values.
  public enum Kind: Hashable, Sendable {
    /// Numbers.
    case real
    /// Integers.
    case integer
    /// Names; a value is the index of a name.
    case choice([String])
  }

  /// The largest number of names that a knob may offer.
  public static let maximumChoices = 50

  /// The name, as `OutputName` allows.
  public var name: String
  /// The type of its values.
  public var kind: Kind
  /// The smallest and the largest value; `0...count - 1` for a choice.
  public var range: ClosedRange<Double>
  /// The default value.
  public var standard: Double
  /// The value in this run.
  public var value: Double

  /// Makes a knob.
  public init(
    name: String, kind: Kind, range: ClosedRange<Double>, standard: Double, value: Double
  ) {
    self.name = name
    self.kind = kind
    self.range = range
    self.standard = standard
    self.value = value
  }

  /// Returns true when the knob can have a value: it is in the range, and integral where necessary.
  public func allows(_ value: Double) -> Bool {
    range.contains(value) && (kind == .real || value == value.rounded(.towardZero))
  }

  /// True when the name, the range, the choices and both values are consistent.
  public var isValid: Bool {
    guard OutputName.isValid(name), range.lowerBound.isFinite, range.upperBound.isFinite,
      allows(standard), allows(value)
    else { return false }
    guard case .choice(let names) = kind else { return true }
    return !names.isEmpty && names.count <= Self.maximumChoices
      && range == 0...Double(names.count - 1)
      && names.allSatisfy { !$0.isEmpty && OutputText.isValid($0) }
  }

  /// Returns the knob as bytes. `init(decoding:)` makes the same knob from them, to the bit.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(name)
    switch kind {
    case .real: writer.write(0 as UInt8)
    case .integer: writer.write(1 as UInt8)
    case .choice(let names):
      writer.write(2 as UInt8)
      writer.write(UInt32(names.count))
      for name in names { writer.write(name) }
    }
    writer.write([range.lowerBound, range.upperBound, standard, value])
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  ///
  /// - Throws: `ByteReadingError` when the bytes are not a knob.
  public init(decoding bytes: [UInt8]) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    name = try reader.string()
    switch try reader.byte() {
    case 0: kind = .real
    case 1: kind = .integer
    case 2:
      var names: [String] = []
      for _ in 0..<(try reader.uint32()) { names.append(try reader.string()) }
      kind = .choice(names)
    default: throw .malformed
    }
    let numbers = try reader.doubles()
    guard reader.isAtEnd, numbers.count == 4, numbers[0] <= numbers[1] else { throw .malformed }
    range = numbers[0]...numbers[1]
    standard = numbers[2]
    value = numbers[3]
    guard isValid else { throw .malformed }
  }
}
