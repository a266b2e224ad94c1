import Numerals

extension Program {
  static func randomness() {
    report("generator", RandomGenerator(seed: 7))
    report("MXNet's generator", MXNetRandom(seed: 7))
    report("Python's generator", PythonRandom(seed: 7))
  }

  private static func report(_ name: String, _ random: some RandomSource) {
    var digest = Digest()
    for _ in 0..<1000 { digest.add(random.next()) }
    for _ in 0..<1000 { digest.add(random.uniform()) }
    for x in random.normals(3001) { digest.add(x) }
    for bound in 1...500 as ClosedRange<UInt32> { digest.add(UInt64(random.below(bound))) }
    for index in random.permutation(1000) { digest.add(UInt64(index)) }
    report(name, digest)
  }

  static func arrays() {
    arrays("float32", .float32)
    arrays("float64", .float64)
  }

  private static func arrays(_ name: String, _ dtype: DType) {
    var random = RandomGenerator(seed: 8)
    let x = NDArray.normal([37, 11], dtype: dtype, using: &random)
    let y = NDArray.normal([11, 20], dtype: dtype, using: &random)
    let row = NDArray.normal([11], dtype: dtype, using: &random)
    var digest = Digest()
    digest.add(x + row)
    digest.add(x * row - row)
    digest.add(x / row)
    digest.add(x.matmul(y))
    digest.add(x.square().squareRoot())
    digest.add(x.sum())
    digest.add(x.mean())
    report("arrays " + name, digest)
  }

  static func training() {
    training("float32", .float32)
    training("float64", .float64)
  }

  /// A network of two layers, a hundred steps and more.
  private static func training(_ name: String, _ dtype: DType) {
    var random = RandomGenerator(seed: 9)
    let features = NDArray.normal([200, 2], dtype: dtype, using: &random)
    let noise = 0.01 * NDArray.normal([200], dtype: dtype, using: &random)
    let truth = NDArray([2, -3.4], dtype: dtype)
    let labels = features.matmul(truth) + 4.2 + noise
    let net = Sequential()
    net.add(Dense(20))
    net.add(Dense(1))
    net.initialize(.normal(sigma: 0.3), dtype: dtype, using: &random)
    let trainer = Trainer(net.parameters, SGD(learningRate: 0.02))
    let batches = DataLoader(
      ArrayDataset(features, labels), batchSize: 16, shuffle: true, using: random)
    let loss = L2Loss()
    var losses = Digest()
    for _ in 1...10 {
      for (data, label) in batches {
        record { loss(net(data), label) }.backward()
        trainer.step(data.shape[0])
      }
      losses.add(loss(net(features), labels).mean())
    }
    report("losses " + name, losses)
    var weights = Digest()
    for parameter in net.parameters { weights.add(parameter.data) }
    report("weights " + name, weights)
  }

  /// Numbers as text.
  static func texts() {
    var numbers = Numbers(10)
    for _ in 0..<20 {
      let x = Double(bitPattern: numbers.bits())
      print("\(x) \(Float(x)) " + x.scientific(4) + " " + x.general(6))
      let y = 1000 * numbers.next(Double.self)
      print("\(y) \(Float(y)) " + y.fixed(3) + " " + y.scientific(8) + " " + y.general(3))
    }
    var random = RandomGenerator(seed: 11)
    print(NDArray.normal([3, 4], using: &random).description)
    print(NDArray.normal([2, 2, 2], dtype: .float64, using: &random).description)
  }
}
