import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite("Any bytes as a data file") struct AnyDataFileTests {
    private static let pieces = [
      ",", ",", "\n", "\n", "\r", "\r\n", "\"", "\"\"", "1", "-2.5e3", "x", " ", ";", "\t", "NA",
      "é", "1e999",
    ].map { Array($0.utf8) }

    @Test("A text is a table with all its cells, or a fault")
    func texts() {
      let random = RandomGenerator(seed: 7)
      var tables = 0
      for _ in 0..<20_000 {
        var text = Array("a,b".utf8.prefix(random.next() % 2 == 0 ? 1 : 3)) + [0x0A]
        for _ in 0..<(random.next() % 24) {
          text += Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
        }
        guard let table = try? DelimitedText(text) else { continue }
        tables += 1
        #expect(table.numbers.count == table.rowCount * table.names.count)
        for column in table.names.indices {
          let cells = table.texts(ofColumn: column)
          #expect(cells.count == table.rowCount, "\(text)")
          guard table.firstTexts[column] == nil else { continue }
          for (row, cell) in cells.enumerated() where Double(cell)?.isFinite == true {
            #expect(table.numbers[row * table.names.count + column] == Double(cell), "\(text)")
          }
        }
      }
      #expect(tables > 2_000)
    }

    @Test("A damaged NumPy file is an array of the shape in its header, or a fault")
    func arrays() {
      let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n"
      let sound =
        NumPyFile.magic + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8)
        + [UInt8](repeating: 1, count: 24)
      let signs = Array("(),'{}:0123456789<>|=fiub TrueFals\u{0}".utf8)
      let random = RandomGenerator(seed: 8)
      var arrays = 0
      for _ in 0..<20_000 {
        var bytes = sound
        for _ in 0...(random.next() % 3) {
          let place = 6 + Int(random.next() % UInt64(bytes.count - 6))
          let sign = signs[Int(random.next() % UInt64(signs.count))]
          switch random.next() % 3 {
          case 0: bytes[place] = sign
          case 1: bytes.insert(sign, at: place)
          default:
            bytes.removeSubrange(place..<min(place + 1 + Int(random.next() % 8), bytes.count))
          }
          if bytes.count < 7 { break }
        }
        guard let file = try? NumPyFile(bytes) else { continue }
        arrays += 1
        #expect(file.array(.float64).elements.count == file.shape.reduce(1, *))
      }
      #expect(arrays > 500)
    }
  }
}
