import Digests
import Testing

@Suite struct EncodingTests {
  @Test(
    "Known texts have their known check sums",
    arguments: [
      ("", 0), ("a", 0xE8B7_BE43), ("123456789", 0xCBF4_3926),
      ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
    ] as [(String, UInt32)])
  func knownCheckSums(text: String, sum: UInt32) {
    #expect(CRC32.of(Array(text.utf8)) == sum)
  }

  @Test("A sum tells bytes of other numbers, in another order and of another end apart")
  func sums() {
    let texts: [[UInt8]] = [[], [0], [0, 0], [1, 0], [0, 1], [UInt8](repeating: 0, count: 8)]
    #expect(Set(texts.map(Checksum.of)).count == texts.count)
  }

  @Test(
    "The examples of RFC 4648 are encoded as it says",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func knownTexts(bytes: String, text: String) {
    #expect(Base64.text(Array(bytes.utf8)) == text)
  }
}
