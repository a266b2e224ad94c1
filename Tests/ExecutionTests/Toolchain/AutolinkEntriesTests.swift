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
      AutolinkEntries.read(object("-lswiftCore\0-lm\0\0-lc++\0")) == [
        "-lswiftCore", "-lm", "-lc++",
      ])
    #expect(AutolinkEntries.read(object("-lm\0", section: ".text")) == [])
  }

  @Test("What is no object, is cut off, or asks for anything but libraries is not read")
  func refusals() {
    #expect(AutolinkEntries.read(object("-lm\0-T\0script\0")) == nil)
    #expect(AutolinkEntries.read(object("-l/etc/x\0")) == nil)
    #expect(AutolinkEntries.read([]) == nil)
    #expect(AutolinkEntries.read(Array("\u{7F}ELF".utf8)) == nil)
    let whole = object("-lm\0")
    // The last header's end says nothing that matters.
    for length in whole.indices.dropLast(24) {
      #expect(AutolinkEntries.read(Array(whole[..<length])) == nil, "cut at \(length)")
    }
    for index in whole.indices {
      var damaged = whole
      damaged[index] = 0xFF
      // Whatever comes of it, it ends.
      _ = AutolinkEntries.read(damaged)
    }
  }
}
