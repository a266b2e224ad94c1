import Testing

@testable import Execution

@Suite struct AutolinkEntriesTests {
  /// An object file with one section of entries beside the table of names.
  private func object(_ entries: String, section: String = ".swift1_autolink_entries") -> [UInt8] {
    func bytes(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    func header(name: Int, offset: Int, size: Int) -> [UInt8] {
      bytes(name, 4) + bytes(0, 20) + bytes(offset, 8) + bytes(size, 8) + bytes(0, 24)
    }
    let names = [0] + Array(section.utf8) + [0]
    let data = Array(entries.utf8)
    let table = 64 + names.count + data.count
    let start: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1] + bytes(0, 34) + bytes(table, 8)
    return start + bytes(0, 10) + bytes(64, 2) + bytes(2, 2) + bytes(0, 2) + names + data
      + header(name: 0, offset: 64, size: names.count)
      + header(name: 1, offset: 64 + names.count, size: data.count)
  }

  @Test("The libraries that an object asks for are read")
  func libraries() {
    #expect(
      AutolinkEntries(object("-lswiftCore\0-lm\0\0-lc++\0"))
        == .libraries(["-lswiftCore", "-lm", "-lc++"]))
    #expect(AutolinkEntries(object("-lm\0", section: ".text")) == .libraries([]))
  }

  @Test("What is no object, is cut off, or asks for anything but libraries is not read")
  func refusals() {
    #expect(AutolinkEntries(object("-lm\0-T\0script\0")) == .refused)
    #expect(AutolinkEntries(object("-l/etc/x\0")) == .refused)
    #expect(AutolinkEntries([]) == .otherFormat)
    #expect(AutolinkEntries(Array("\u{7F}ELF".utf8)) == .refused)
    // The number of more sections than fit stands elsewhere.
    var many = object("-lm\0")
    (many[0x3C], many[0x3D]) = (0, 0)
    #expect(AutolinkEntries(many) == .refused)
    let whole = object("-lm\0")
    // The last header's end says nothing that matters.
    for length in whole.indices.dropLast(24) {
      let cut = AutolinkEntries(Array(whole[..<length]))
      #expect(cut == (length < 4 ? .otherFormat : .refused), "cut at \(length)")
    }
    for index in whole.indices {
      var damaged = whole
      damaged[index] = 0xFF
      // Whatever comes of it, it ends.
      _ = AutolinkEntries(damaged)
    }
  }
}
