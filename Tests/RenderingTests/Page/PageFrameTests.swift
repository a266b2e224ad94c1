import BookModel
import Testing

@testable import Rendering

@Suite struct PageFrameTests {
  @Test func theFingerprintInThePageIsThatOfItsScript() {
    #expect(CopyScript.fingerprint == Fingerprint.base64(of: Array(CopyScript.source.utf8)))
    let html = SampleChapter.html("```swift\nlet a = 1\n```")
    #expect(html.contains("script-src 'sha256-\(CopyScript.fingerprint)'"))
    #expect(html.contains("<script>\(CopyScript.source)</script>"))
  }

  @Test func aPageWithoutCodeHasNoScript() {
    #expect(!SampleChapter.html("Text").contains("script"))
  }

  @Test func theLanguageOfTheChapterIsThatOfThePage() {
    let html = SampleChapter.html(
      "甲", frontMatter: FrontMatter(title: "题", language: .chinese, order: 3))
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n"))
    #expect(html.contains(">第 3 章<"))
    #expect(!html.contains("Skip to the text"))
  }

  @Test func everyMarkupIsBalanced() throws {
    let html = SampleChapter.html(
      "- a\n\n  ```swift experiment id=x fold\n  let a = 1\n  ```\n\n## Exercise\n\n### Solution\n\nb",
      results: ["x": ExperimentResult(outputs: [.text("a"), .chart(SampleChapter.chart)])])
    for name in [
      "div", "details", "summary", "figure", "pre", "span", "a", "ul", "li", "main", "p",
    ] {
      let opened = html.ranges(of: "<\(name)>").count + html.ranges(of: "<\(name) ").count
      #expect(opened == html.ranges(of: "</\(name)>").count, "\(name)")
    }
  }
}

/// SHA-256 (FIPS 180-4), for the test above alone.
enum Fingerprint {
  static func base64(of message: [UInt8]) -> String {
    let primes = (2...).lazy.filter { n in !(2..<n).contains { n % $0 == 0 } }.prefix(64).map(
      Double.init)
    let constants = primes.map { UInt32(truncatingIfNeeded: fraction($0.cubeRoot)) }
    var state = primes.prefix(8).map { UInt32(truncatingIfNeeded: fraction($0.squareRoot())) }
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: (message.count * 8) >> shift))
    }
    for block in stride(from: 0, to: bytes.count, by: 64) {
      mix(bytes[block..<block + 64], into: &state, constants)
    }
    return base64(
      state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } })
  }

  private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32], _ k: [UInt32]) {
    func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
    var w = (0..<16).map { i in
      (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[block.startIndex + 4 * i + $1]) }
    }
    for i in 16..<64 {
      let a = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3
      let b = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10
      w.append(w[i - 16] &+ a &+ w[i - 7] &+ b)
    }
    var s = state
    for i in 0..<64 {
      let e = rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)
      let t1 = s[7] &+ e &+ (s[4] & s[5] ^ ~s[4] & s[6]) &+ k[i] &+ w[i]
      let a = rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)
      let t2 = a &+ (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2])
      s = [t1 &+ t2, s[0], s[1], s[2], s[3] &+ t1, s[4], s[5], s[6]]
    }
    for i in 0..<8 { state[i] &+= s[i] }
  }

  private static func fraction(_ x: Double) -> UInt64 { UInt64((x - x.rounded(.down)) * 0x1p32) }

  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for i in 0...group.count { text.append(alphabet[word >> (18 - 6 * i) & 63]) }
      text += String(repeating: "=", count: 3 - group.count)
    }
    return text
  }
}

extension Double {
  /// The cube root by Newton's method.
  fileprivate var cubeRoot: Double {
    var x = self
    for _ in 0..<60 { x -= (x * x * x - self) / (3 * x * x) }
    return x
  }
}
