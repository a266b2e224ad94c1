import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct NumPyFileTests {
    /// The bytes of a file with some numbers.
    private static func file(
      _ type: String, _ shape: String, _ data: [UInt8], columnMajor: Bool = false,
      version: UInt8 = 1
    ) -> [UInt8] {
      let order = columnMajor ? "True" : "False"
      let header = "{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }\n"
      let length = UInt8(header.utf8.count)
      return NumPyFile.magic + [version, 0, length, 0] + (version > 1 ? [0, 0] : [])
        + Array(header.utf8) + data
    }

    private static func bytes(_ numbers: [some FixedWidthInteger]) -> [UInt8] {
      numbers.flatMap { number in withUnsafeBytes(of: number) { Array($0) } }
    }

    private static let types: [(String, [UInt8])] = [
      ("<f8", bytes([-1.5, 2, 100].map { $0.bitPattern.littleEndian })),
      (">f8", bytes([-1.5, 2, 100].map { $0.bitPattern.bigEndian })),
      ("<f4", bytes([-1.5, 2, 100].map { Float($0).bitPattern.littleEndian })),
      (">f4", bytes([-1.5, 2, 100].map { Float($0).bitPattern.bigEndian })),
    ]

    @Test("Floats of both sizes and both orders of bytes", arguments: types)
    func floats(_ type: String, _ data: [UInt8]) throws {
      let array = try NumPyFile(Self.file(type, "(3,)", data)).array(.float64)
      #expect(array.shape == [3] && array.elements == [-1.5, 2, 100])
    }

    private static let integers: [(String, [UInt8])] = [
      ("|i1", bytes([-3, 7] as [Int8])), ("<i2", bytes([-3, 7].map { Int16($0).littleEndian })),
      (">i2", bytes([-3, 7].map { Int16($0).bigEndian })),
      ("<i4", bytes([-3, 7].map { Int32($0).littleEndian })),
      (">i4", bytes([-3, 7].map { Int32($0).bigEndian })),
      ("<i8", bytes([-3, 7].map { Int64($0).littleEndian })),
      (">i8", bytes([-3, 7].map { Int64($0).bigEndian })),
    ]

    @Test("Integers with a sign", arguments: integers)
    func signed(_ type: String, _ data: [UInt8]) throws {
      #expect(try NumPyFile(Self.file(type, "(2,)", data)).array(.float32).elements == [-3, 7])
    }

    private static let unsignedIntegers: [(String, [UInt8], Double)] = [
      ("|u1", [255, 7], 255), ("<u2", bytes([65535, 7].map { UInt16($0).littleEndian }), 65535),
      (">u4", bytes([4_294_967_295, 7].map { UInt32($0).bigEndian }), 4_294_967_295),
      ("<u8", bytes(([1 << 63, 7] as [UInt64]).map(\.littleEndian)), 0x1p63), ("|b1", [1, 0], 1),
    ]

    @Test("Integers without a sign, and booleans", arguments: unsignedIntegers)
    func unsigned(_ type: String, _ data: [UInt8], _ first: Double) throws {
      let array = try NumPyFile(Self.file(type, "(2,)", data)).array(.float64)
      #expect(array.elements == [first, type == "|b1" ? 0 : 7])
    }

    @Test("Every version, and both orders of the elements", arguments: [1, 2, 3] as [UInt8])
    func versions(_ version: UInt8) throws {
      let data = (0..<24).map { UInt8($0) }
      let rows = try NumPyFile(Self.file("|u1", "(2, 3, 4)", data, version: version))
      #expect(rows.array(.float32).elements == (0..<24).map { Double($0) })
      let columns = try NumPyFile(
        Self.file("|u1", "(2, 3, 4)", data, columnMajor: true, version: version))
      let array = columns.array(.float32)
      #expect(array.shape == [2, 3, 4])
      var expected: [Double] = []
      for i in 0..<2 {
        for j in 0..<3 {
          for k in 0..<4 { expected.append(Double(i + 2 * j + 6 * k)) }
        }
      }
      #expect(array.elements == expected)
    }

    @Test("A scalar, and an array without elements")
    func edges() throws {
      #expect(try NumPyFile(Self.file("|u1", "()", [7])).array(.float32).item() == 7)
      #expect(try NumPyFile(Self.file("|u1", "(0, 3)", [])).array(.float32).shape == [0, 3])
    }

    private static let broken: [([UInt8], String)] = [
      (file("|O", "(1,)", [0]), "the array holds Python objects; expected floats"),
      (file("<f2", "(1,)", [0, 0]), "the array holds the type '<f2'; expected floats"),
      (file("<U5", "(1,)", [0]), "the array holds the type '<U5'"),
      (file("<f8", "(2,)", [0]), "the file has 1 bytes of numbers; its shape [2] needs 16"),
      (file("|u1", "(1, 1, 1, 1, 1)", [0]), "the array has 5 axes; an NDArray has at most 4"),
      (file("<f8", "(4294967296, 4294967296)", []), "no file can hold an array of shape"),
      (file("<f8", "(99999999999999999999,)", []), "a shape that no file can hold"),
      (file("<f8", "(x,)", []), "found no length in the shape"),
      (file("|u1", "(1,)", [0], version: 9), "the file has version 9 of NumPy's format"),
      (Array(file("|u1", "(1,)", []).prefix(30)), "the file ends within its header"),
      (NumPyFile.magic, "the file does not begin as a NumPy file does"),
    ]

    @Test("What cannot be read says why", arguments: broken)
    func faults(_ bytes: [UInt8], _ message: String) throws {
      let fault = #expect(throws: DataFileFault.self) { try NumPyFile(bytes) }
      #expect(try #require(fault).message.contains(message))
    }

    @Test("Records with named fields are refused")
    func records() throws {
      let header = "{'descr': [('x', '<f8')], 'fortran_order': False, 'shape': (1,), }"
      let bytes = NumPyFile.magic + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8)
      let fault = #expect(throws: DataFileFault.self) { try NumPyFile(bytes) }
      #expect(try #require(fault).message.contains("records with named fields"))
    }

    @Test("A NumPy file has rows and an array, and no columns")
    func dataFile() {
      let file = DataFile(name: "a.npy", bytes: Self.file("|u1", "(2, 1)", [3, 4]))
      #expect(file.count == 2 && file.names == [])
      #expect(file.array().elements == [3, 4])
    }
  }
}
