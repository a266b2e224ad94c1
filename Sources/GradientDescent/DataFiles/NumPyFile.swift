/// An array in the bytes of a NumPy file.
/// - Source: NumPy Enhancement Proposal 1, versions 1.0 to 3.0 of the format
struct NumPyFile {
  /// The lengths of the axes.
  let shape: [Int]
  private let type: ElementType
  private let isBigEndian: Bool
  private let isColumnMajor: Bool
  private let bytes: [UInt8]
  private let start: Int

  private enum ElementType: Equatable {
    case float(bytes: Int)
    case integer(bytes: Int, isSigned: Bool)
    case bool

    var size: Int {
      switch self {
      case .float(let bytes), .integer(let bytes, _): bytes
      case .bool: 1
      }
    }
  }

  /// The first bytes of every such file.
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads the header.
  init(_ bytes: [UInt8]) throws(DataFileFault) {
    guard bytes.starts(with: Self.magic), bytes.count >= 12 else {
      throw DataFileFault("the file does not begin as a NumPy file does")
    }
    guard (1...3).contains(bytes[6]) else {
      throw DataFileFault("the file has version \(bytes[6]) of NumPy's format; 1 to 3 are known")
    }
    let sizeBytes = bytes[6] == 1 ? 2 : 4
    var length: UInt64 = 0
    for byte in bytes[8..<8 + sizeBytes].reversed() { length = length << 8 | UInt64(byte) }
    guard length <= UInt64(bytes.count - 8 - sizeBytes) else {
      throw DataFileFault("the file ends within its header")
    }
    start = 8 + sizeBytes + Int(length)
    self.bytes = bytes
    var header = NumPyHeader(bytes[(8 + sizeBytes)..<start])
    try header.read()
    (type, isBigEndian) = try Self.elementType(header.type)
    (shape, isColumnMajor) = (header.shape, header.isColumnMajor)
    if shape.count > Shape.maximumRank {
      throw DataFileFault(
        "the array has \(shape.count) axes; an NDArray has at most \(Shape.maximumRank)")
    }
    try checkSize()
  }

  private func checkSize() throws(DataFileFault) {
    var size = type.size
    for length in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      if overflow { throw DataFileFault("no file can hold an array of shape \(shape)") }
      size = product
    }
    if bytes.count - start != size {
      throw DataFileFault(
        "the file has \(bytes.count - start) bytes of numbers; its shape \(shape) needs \(size)")
    }
  }

  private static func elementType(_ text: String) throws(DataFileFault) -> (ElementType, Bool) {
    var rest = text.utf8[...]
    let order = rest.first
    if let order,
      [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "=")]
        .contains(order)
    {
      rest = rest.dropFirst()
    }
    let kind = String(Substring(rest))
    let type: ElementType? =
      switch kind {
      case "f4": .float(bytes: 4)
      case "f8": .float(bytes: 8)
      case "i1": .integer(bytes: 1, isSigned: true)
      case "i2": .integer(bytes: 2, isSigned: true)
      case "i4": .integer(bytes: 4, isSigned: true)
      case "i8": .integer(bytes: 8, isSigned: true)
      case "u1": .integer(bytes: 1, isSigned: false)
      case "u2": .integer(bytes: 2, isSigned: false)
      case "u4": .integer(bytes: 4, isSigned: false)
      case "u8": .integer(bytes: 8, isSigned: false)
      case "b1": .bool
      default: nil
      }
    guard let type else {
      let found =
        kind.utf8.first == UInt8(ascii: "O") ? "Python objects" : "the type '" + text + "'"
      throw DataFileFault(
        "the array holds " + found + "; expected floats of 4 or 8 bytes, integers or booleans:"
          + " write array.astype('float32') before saving it")
    }
    return (type, order == UInt8(ascii: ">"))
  }

  /// Returns the numbers as an array, row by row.
  func array(_ dtype: DType) -> NDArray {
    let array = NDArray(uninitialized: Shape(shape), dtype: dtype)
    switch dtype {
    case .float32: fill(array.node.pointer(Float.self), array.count)
    case .float64: fill(array.node.pointer(Double.self), array.count)
    }
    return array
  }

  private func fill<T: Element>(_ result: UnsafeMutablePointer<T>, _ count: Int) {
    switch type {
    case .float(bytes: 4): fill(result, count) { T(Float(bitPattern: $0)) }
    case .float: fill(result, count) { T(Double(bitPattern: $0)) }
    case .integer(1, true): fill(result, count) { T(Int8(bitPattern: $0)) }
    case .integer(2, true): fill(result, count) { T(Int16(bitPattern: $0)) }
    case .integer(4, true): fill(result, count) { T(Int32(bitPattern: $0)) }
    case .integer(_, true): fill(result, count) { T(Int64(bitPattern: $0)) }
    case .integer(1, _): fill(result, count) { (bits: UInt8) in T(bits) }
    case .integer(2, _): fill(result, count) { (bits: UInt16) in T(bits) }
    case .integer(4, _): fill(result, count) { (bits: UInt32) in T(bits) }
    case .integer: fill(result, count) { (bits: UInt64) in T(bits) }
    case .bool: fill(result, count) { (bits: UInt8) in bits == 0 ? 0 : 1 }
    }
  }

  @inline(__always)
  private func fill<T: Element, Bits: FixedWidthInteger & BitwiseCopyable>(
    _ result: UnsafeMutablePointer<T>, _ count: Int, _ number: (Bits) -> T
  ) {
    bytes.withUnsafeBytes { buffer in
      let size = MemoryLayout<Bits>.size
      @inline(__always)
      func element(at index: Int) -> T {
        let bits = buffer.loadUnaligned(fromByteOffset: start + index * size, as: Bits.self)
        return number(isBigEndian ? Bits(bigEndian: bits) : Bits(littleEndian: bits))
      }
      if !isColumnMajor || shape.count < 2 {
        for index in 0..<count { result[index] = element(at: index) }
        return
      }
      forEachColumnMajorPlace { index, place in result[index] = element(at: place) }
    }
  }

  /// Calls a function with every element's place row by row and its place column by column.
  @inline(__always)
  private func forEachColumnMajorPlace(_ body: (Int, Int) -> Void) {
    var strides: [Int] = []
    var count = 1
    for length in shape {
      strides.append(count)
      count *= length
    }
    var indices = [Int](repeating: 0, count: shape.count)
    var place = 0
    for index in 0..<count {
      body(index, place)
      var axis = shape.count - 1
      while axis >= 0 {
        indices[axis] += 1
        place += strides[axis]
        if indices[axis] < shape[axis] { break }
        place -= strides[axis] * shape[axis]
        indices[axis] = 0
        axis -= 1
      }
    }
  }
}
