import Testing
import Transcript

@Suite struct ByteRoundTripTests {
  @Test func whatIsWrittenIsReadBackInOrder() throws {
    var writer = ByteWriter()
    writer.write(UInt8(7))
    writer.write(UInt32(0xDEAD_BEEF))
    writer.write("loss η 损失")
    writer.write(-0.1)
    var reader = ByteReader(writer.bytes)
    #expect(try reader.byte() == 7)
    #expect(try reader.uint32() == 0xDEAD_BEEF)
    #expect(try reader.string() == "loss η 损失")
    #expect(try reader.double() == -0.1)
    #expect(reader.isAtEnd)
  }

  @Test func numbersStandWithTheLowestByteFirst() {
    var writer = ByteWriter()
    writer.write(UInt32(0x0102_0304))
    writer.write(1.0)
    #expect(writer.bytes == [4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
  }

  @Test func everyNanIsWrittenAsTheSameOne() throws {
    var writer = ByteWriter()
    writer.write([-Double.nan, Double(bitPattern: 0x7FF8_0000_0000_0BAD)])
    var reader = ByteReader(writer.bytes)
    let bits = try reader.doubles().map(\.bitPattern)
    #expect(bits == [0x7FF8_0000_0000_0000, 0x7FF8_0000_0000_0000])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -0.0, .leastNonzeroMagnitude])
  func everyNumberKeepsItsBits(value: Double) throws {
    var writer = ByteWriter()
    writer.write([1, value])
    var reader = ByteReader(writer.bytes)
    #expect(try reader.doubles().map(\.bitPattern) == [Double(1).bitPattern, value.bitPattern])
  }

  @Test func anEmptyTextAndAnEmptyListAreRead() throws {
    var writer = ByteWriter()
    writer.write("")
    writer.write([Double]())
    var reader = ByteReader(writer.bytes)
    #expect(try reader.string() == "")
    #expect(try reader.doubles() == [])
    #expect(reader.isAtEnd)
  }

  @Test func bytesThatEndTooEarlyAreTruncated() {
    var writer = ByteWriter()
    writer.write([1.5, 2.5])
    for count in 0..<writer.bytes.count {
      var reader = ByteReader([UInt8](writer.bytes.prefix(count)))
      #expect(throws: ByteReadingError.truncated) { try reader.doubles() }
    }
  }

  @Test func aLengthThatLiesIsTruncatedAndAllocatesNothing() {
    var texts = ByteReader([0xFF, 0xFF, 0xFF, 0xFF, 0x41])
    #expect(throws: ByteReadingError.truncated) { try texts.string() }
    var lists = ByteReader([0xFF, 0xFF, 0xFF, 0xFF, 0x41])
    #expect(throws: ByteReadingError.truncated) { try lists.doubles() }
  }

  @Test func aTextThatIsNotUTF8IsMalformed() {
    var reader = ByteReader([2, 0, 0, 0, 0xC3, 0x28])
    #expect(throws: ByteReadingError.malformed) { try reader.string() }
  }

  @Test("Lists of texts and texts that may be missing are read back")
  func textsAndMissingTexts() throws {
    var writer = ByteWriter()
    writer.write(["a", "", "损失"])
    writer.write(optional: nil)
    writer.write(optional: "")
    var reader = ByteReader(writer.bytes)
    #expect(try reader.strings() == ["a", "", "损失"])
    #expect(try reader.optionalString() == nil)
    #expect(try reader.optionalString() == "")
    #expect(reader.isAtEnd)
  }

  @Test("A flag that is neither 0 nor 1 is malformed, and a count that lies meets the end")
  func flagsAndCountsThatLie() {
    var reader = ByteReader([2, 0, 0, 0, 0])
    #expect(throws: ByteReadingError.malformed) { try reader.optionalString() }
    var list = ByteReader([255, 255, 255, 255, 0, 0, 0, 0])
    #expect(throws: ByteReadingError.truncated) { try list.strings() }
  }
}
