/// The libraries with which an object file is to be linked, as the compiler writes them into the file for
/// the linker's driver.
///
/// A program can write into the same section, with an attribute. The driver would obey any option that
/// stands there, such as the one that names another linker: an object with anything but libraries is never
/// given to it.
enum AutolinkEntries: Equatable {
  /// The linker's options, such as `-lswiftCore`.
  case libraries([String])
  /// It contains options other than names of libraries, or is not understood.
  case refused
  /// It has another format than ELF, whose section no driver reads.
  case otherFormat

  /// The name of the section that holds them.
  static let section = ".swift1_autolink_entries"

  /// Reads the entries of an object file.
  /// - Parameter object: the file; of ELF files those of 64 bits, little-endian, are understood
  /// - Source: System V Application Binary Interface, "Object Files"
  init(_ object: [UInt8]) {
    let magic: [UInt8] = [0x7F, 0x45, 0x4C, 0x46]
    guard object.starts(with: magic) else {
      self = .otherFormat
      return
    }
    self = Self.read(object).map { .libraries($0) } ?? .refused
  }

  private static func read(_ object: [UInt8]) -> [String]? {
    let section = Array(section.utf8)
    guard object.dropFirst(4).starts(with: [2, 1]),
      let table = number(object, at: 0x28, bytes: 8),
      let entrySize = number(object, at: 0x3A, bytes: 2), entrySize >= 64,
      // With more than 65,279 sections their number stands elsewhere.
      let count = number(object, at: 0x3C, bytes: 2), count > 0,
      let namesIndex = number(object, at: 0x3E, bytes: 2), namesIndex < count,
      let names = contents(object, header: table + namesIndex * entrySize)
    else { return nil }
    var entries: [String] = []
    for index in 0..<count {
      let header = table + index * entrySize
      guard let name = number(object, at: header, bytes: 4), name < names.count else { return nil }
      guard names.dropFirst(name).starts(with: section + [0]) else { continue }
      guard let more = contents(object, header: header).flatMap(options) else { return nil }
      entries += more
    }
    return entries
  }

  private static func options(_ bytes: ArraySlice<UInt8>) -> [String]? {
    let entries = bytes.split(separator: 0)
    guard entries.allSatisfy({ $0.starts(with: "-l".utf8) && $0.dropFirst(2).allSatisfy(isPlain) })
    else { return nil }
    return entries.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns true for a byte that can be part of a library's name.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default:
      [UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-")]
        .contains(byte)
    }
  }

  /// Returns the contents of the section with the given header.
  private static func contents(_ object: [UInt8], header: Int) -> ArraySlice<UInt8>? {
    guard let offset = number(object, at: header + 0x18, bytes: 8),
      let size = number(object, at: header + 0x20, bytes: 8), offset <= object.count,
      size <= object.count - offset
    else { return nil }
    return object[offset..<offset + size]
  }

  /// Returns a little-endian number; nil when it is outside the file, or larger than any file.
  private static func number(_ object: [UInt8], at offset: Int, bytes: Int) -> Int? {
    guard offset >= 0, offset <= object.count - bytes else { return nil }
    let value = (0..<bytes).reduce(UInt64(0)) { $0 | UInt64(object[offset + $1]) << (8 * $1) }
    return value <= UInt64(Int32.max) ? Int(value) : nil
  }
}
