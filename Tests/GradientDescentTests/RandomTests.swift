import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct RandomTests {
    @Test("Python's shuffle and uniforms are replayed")
    func python() {
      // random.seed(1); print(random.random(), random.random())
      let uniform = PythonRandom(seed: 1)
      #expect(uniform.uniform() == 0.13436424411240122)
      #expect(uniform.uniform() == 0.8474337369372327)
      // random.seed(1); x = list(range(10)); random.shuffle(x)
      #expect(PythonRandom(seed: 1).permutation(10) == [6, 8, 9, 7, 5, 3, 0, 4, 1, 2])
    }

    @Test("the Mersenne Twister's ten thousandth word is the one its authors give")
    func mersenneTwister() {
      var twister = MersenneTwister(seed: 5489)
      for _ in 1..<10_000 { _ = twister.next() }
      #expect(twister.next() == 4_123_659_995)
    }

    @Test("a range with one number in it gives that number")
    func oneNumber() {
      var random = RandomGenerator(seed: 1)
      #expect(NDArray.uniform([3], low: 2, high: 2, using: &random).elements == [2, 2, 2])
    }

    @Test("two generators of one seed agree, and of another seed do not")
    func seeds() {
      let numbers = { (seed: UInt64) in RandomGenerator(seed: seed).normals(5) }
      #expect(numbers(1) == numbers(1))
      #expect(numbers(1) != numbers(2))
    }

    @Test("normals have mean 0, variance 1 and the tails of the normal distribution")
    func normals() {
      let draws = RandomGenerator(seed: 1).normals(200_000)
      let mean = draws.reduce(0, +) / 200_000
      let variance = draws.reduce(0) { $0 + $1 * $1 } / 200_000
      #expect(abs(mean) < 0.01)
      #expect(abs(variance - 1) < 0.01)
      let beyondTwo = Double(draws.count { abs($0) > 2 }) / 200_000
      #expect(abs(beyondTwo - 0.0455) < 0.002)
    }

    @Test("a permutation has every number once, and each place is as likely for each")
    func permutations() {
      let random = RandomGenerator(seed: 1)
      #expect(random.permutation(100).sorted() == Array(0..<100))
      var firsts = [0, 0, 0]
      for _ in 0..<30_000 { firsts[random.permutation(3)[0]] += 1 }
      for count in firsts { #expect(abs(count - 10_000) < 400) }
    }
  }
}
