import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct TrainingModeTests {
    @Test("layers learn inside of record and predict outside, unless told otherwise")
    func mode() {
      #expect(!isTraining)
      record {
        #expect(isTraining)
        predictMode { #expect(!isTraining) }
        noGradient { #expect(!isTraining) }
        #expect(isTraining)
      }
      trainMode {
        #expect(isTraining)
        predictMode { #expect(!isTraining) }
        #expect(isTraining)
      }
      #expect(!isTraining)
    }

    @Test("dropout drops its share, keeps the mean, and leaves predictions alone")
    func dropout() {
      let x = NDArray.ones([200, 100])
      let layer = Dropout(0.3, using: RandomGenerator(seed: 3))
      #expect(layer(x).elements == x.elements)
      let y = trainMode { layer(x) }.elements
      let dropped = y.count { $0 == 0 }
      #expect(Swift.abs(Double(dropped) / 20_000 - 0.3) < 0.01)
      #expect(y.allSatisfy { $0 == 0 || $0 == Double(Float(1 / 0.7)) })
      #expect(trainMode { layer(x) }.elements != y)
      #expect(trainMode { Dropout(0, using: RandomGenerator(seed: 3))(x) }.elements == x.elements)
      let all = trainMode { Dropout(1, using: RandomGenerator(seed: 3))(x) }
      #expect(all.elements.allSatisfy { $0 == 0 })
    }

    @Test("the gradient flows where dropout let the value through")
    func dropoutGradient() throws {
      var x = NDArray.ones([1000])
      x.attachGradient()
      let layer = Dropout(0.5, using: RandomGenerator(seed: 3))
      let y = record { layer(x) }
      y.backward()
      #expect(try #require(x.gradient).elements == y.elements)
      #expect(y.elements.contains(0))
      #expect(y.elements.contains(2))
    }

    @Test("a new start forgets a network's running averages")
    func reset() {
      var random = RandomGenerator(seed: 1)
      let norm = BatchNorm()
      let net = Sequential(Dense(3), Sequential(norm))
      net.initialize(.normal(sigma: 1), using: &random)
      let x = NDArray.normal([8, 2], using: &random)
      _ = net(x)
      #expect(norm.runningMean.elements == [0, 0, 0])
      #expect(norm.runningVariance.elements == [1, 1, 1])
      _ = trainMode { net(x) }
      #expect(!norm.runningMean.elements.contains(0))
      let kept = norm.runningMean
      _ = trainMode { net(x) }
      #expect(kept.elements != norm.runningMean.elements)
      net.initialize(.normal(sigma: 1), using: &random)
      _ = net(x)
      #expect(norm.runningMean.elements == [0, 0, 0])
      #expect(norm.runningVariance.elements == [1, 1, 1])
    }

    @Test("batch norm in training gives each channel mean 0 and variance 1")
    func batchNorm() {
      var random = RandomGenerator(seed: 1)
      let x = 3 * NDArray.normal([50, 2], dtype: .float64, using: &random) + 7
      let norm = BatchNorm(epsilon: 0)
      norm.initialize(.zero, dtype: .float64, using: &random)
      let y = trainMode { norm(x) }.elements
      for channel in 0..<2 {
        let values = stride(from: channel, to: 100, by: 2).map { y[$0] }
        let mean = values.reduce(0, +) / 50
        #expect(Swift.abs(mean) < 1e-12)
        #expect(Swift.abs(values.reduce(0) { $0 + $1 * $1 } / 50 - 1) < 1e-12)
      }
    }
  }
}
