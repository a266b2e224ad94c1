import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct DrawTests {
    static func random() -> RandomGenerator { RandomGenerator(seed: 1) }

    @Test("the sequences of a seed are those of an independent program")
    func golden() {
      // Golden/xoshiro.py
      let words = DrawTests.random()
      #expect(
        (1...3).map { _ in words.next() }
          == [0xb3f2_af6d_0fc7_10c5, 0x853b_5596_4736_4cea, 0x92f8_9756_082a_4514])
      #expect(
        DrawTests.random().uniforms(3)
          == [0.7029218331588505, 0.5204366199388569, 0.5741057000197225])
      #expect(
        DrawTests.random().integers(12, in: -3..<7) == [4, 2, 2, 0, 3, -2, -3, 0, 5, 2, 6, 6])
      let large = DrawTests.random()
      #expect(
        (1...4).map { _ in large.below(3 << 30) }
          == [2_264_269_713, 1_676_443_696, 1_849_323_904, 1_260_557_660])
      #expect(
        DrawTests.random().bernoullis(12, 0.3).map { $0 ? 1 : 0 }
          == [0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0])
      #expect(
        DrawTests.random().categoricals(12, [1, 0, 2, 5])
          == [3, 3, 3, 3, 3, 2, 0, 3, 3, 3, 3, 3])
    }

    @Test("a jump is 2¹²⁸ draws, and a split leaves the sequence and goes there")
    func jump() {
      let jumped = DrawTests.random()
      jumped.jump()
      #expect(
        (1...3).map { _ in jumped.next() }
          == [0x3328_02f8_1eaa_e9d0, 0x2d1_8d77_49b8_4f96, 0xc372_9a52_7851_f63d])
      let first = DrawTests.random()
      let second = first.split()
      #expect(second.next() == 0xb3f2_af6d_0fc7_10c5)
      #expect(first.next() == 0x3328_02f8_1eaa_e9d0)
      #expect(second.next() == 0x853b_5596_4736_4cea)
    }

    @Test("uniform numbers stay in their range, also where it is one step wide")
    func uniforms() {
      let draws = DrawTests.random().uniforms(20_000, from: -2, to: 6)
      #expect(draws.allSatisfy { (-2..<6).contains($0) })
      #expect(abs(NoiseTests.mean(draws) - 2) < 0.06)
      #expect(draws.contains { $0 < -1.99 } && draws.contains { $0 > 5.99 })
      #expect(DrawTests.random().uniforms(100, from: 1, to: (1.0).nextUp).allSatisfy { $0 == 1 })
    }

    @Test("whole numbers are even over their range, however wide")
    func integers() {
      var counts = [0, 0, 0, 0, 0]
      for draw in DrawTests.random().integers(50_000, in: -2..<3) { counts[draw + 2] += 1 }
      for count in counts { #expect(abs(count - 10_000) < 400) }
      #expect(DrawTests.random().integers(3, in: 7..<8) == [7, 7, 7])
      let wide = DrawTests.random().integers(20_000, in: Int.min..<Int.max)
      #expect(abs(wide.count { $0 < 0 } - 10_000) < 300)
      let beyond = DrawTests.random().integers(20_000, in: 0..<(3 << 40))
      #expect(beyond.allSatisfy { $0 >= 0 && $0 < 3 << 40 })
      #expect(abs(beyond.count { $0 < 1 << 40 } - 6_667) < 300)
    }

    @Test("a probability is how often true comes; 0 and 1 are never and always")
    func bernoulli() {
      let draws = DrawTests.random().bernoullis(20_000, 0.3)
      #expect(abs(draws.count { $0 } - 6_000) < 260)
      #expect(DrawTests.random().bernoullis(1000, 0).allSatisfy { !$0 })
      #expect(DrawTests.random().bernoullis(1000, 1).allSatisfy { $0 })
    }

    @Test("choices come from the list, each at most once without replacement")
    func choices() {
      let letters = ["a", "b", "c", "d"]
      let one = DrawTests.random().choices(2_000, of: letters)
      for letter in letters { #expect(abs(one.count { $0 == letter } - 500) < 80) }
      #expect(DrawTests.random().choices(4, of: letters, replacing: false).sorted() == letters)
      #expect(Set(DrawTests.random().choices(3, of: letters, replacing: false)).count == 3)
      #expect(letters.contains(DrawTests.random().choice(of: letters)))
    }

    @Test("categories come as often as their weights say, whatever their sum")
    func categoricals() {
      let weights = [0, 3, 0, 1, 4, 0.0]
      var counts = Array(repeating: 0.0, count: 6)
      for place in DrawTests.random().categoricals(40_000, weights) { counts[place] += 1 }
      for (count, weight) in zip(counts, weights) { #expect(abs(count - weight * 5_000) < 500) }
      #expect(counts[0] == 0 && counts[2] == 0 && counts[5] == 0)
      #expect(DrawTests.random().categorical([0, 0, 2]) == 2)
    }

    @Test("every generator draws all of these")
    func allGenerators() {
      let sources: [any RandomSource] = [
        DrawTests.random(), PythonRandom(seed: 1), MXNetRandom(seed: 1),
      ]
      for source in sources {
        #expect(source.integers(100, in: -5..<5).allSatisfy { (-5..<5).contains($0) })
        #expect((0..<3).contains(source.categorical([1, 1, 1])))
        #expect(Set(source.uniforms(50)).count == 50)
      }
    }
  }
}
