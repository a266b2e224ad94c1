import Testing

@testable import GradientDescent

extension EngineTests {
  /// Networks as people write them, and as they print.
  @Suite struct NetworkFormTests {
    @Test("a dense layer takes its sizes in Gluon's order and in PyTorch's, and an activation")
    func dense() {
      var random = RandomGenerator(seed: 1)
      let layers = [
        Dense(3, inputs: 2, activation: .tanh), Dense(2, 3, activation: "tanh"),
        Linear(2, 3, activation: Activation("tanh")),
      ]
      let plain = Dense(2, 3)
      plain.initialize(.normal(), using: &random)
      let x: NDArray = [1, -2]
      for layer in layers {
        layer.load(plain.state)
        #expect(layer.weight.data.shape == [3, 2])
        #expect(
          layer(x.reshaped([1, 2])).elements == plain(x.reshaped([1, 2])).tanh().elements)
      }
    }

    @Test("activations by name are the layers of that name")
    func activations() {
      let x: NDArray = [-1.5, 0, 0.25, 3]
      let layers: [(String, any Layer)] = [
        ("relu", ReLU()), ("sigmoid", Sigmoid()), ("tanh", Tanh()), ("gelu", GELU()),
        ("leaky", LeakyReLU()), ("softmax", Softmax()),
      ]
      for (name, layer) in layers {
        #expect(Activation(name)(x).elements == layer(x).elements, "\(name)")
        #expect(Activation(name).name == name)
      }
      let own = Activation("cube") { $0 * $0 * $0 }
      #expect(own(x).elements == (x * x * x).elements)
    }

    @Test("a network prints its layers with shapes and numbers of parameters")
    func description() {
      let net = Sequential(Dense(64, activation: .relu), Dropout(0.5))
      net.add(Sequential(BatchNorm(), Tanh()), Dense(1, inputs: 64))
      #expect(
        net.description == """
          Sequential of 4 layers, ? parameters
          0    Dense, relu  weight ?, bias [64]        ?
          1    Dropout
          2    Sequential
          2.0  BatchNorm    gamma ?, beta ?            ?
          2.1  Tanh
          3    Dense        weight [1, 64], bias [1]  65
          """)
      var random = RandomGenerator(seed: 1)
      net.initialize(.normal(), using: &random)
      _ = net(.ones([2, 3]))
      #expect(
        net.description == """
          Sequential of 4 layers, 449 parameters
          0    Dense, relu  weight [64, 3], bias [64]  256
          1    Dropout
          2    Sequential
          2.0  BatchNorm    gamma [64], beta [64]      128
          2.1  Tanh
          3    Dense        weight [1, 64], bias [1]    65
          """)
      #expect(net[3].description == "Dense  weight [1, 64], bias [1]  65")
      #expect(Sequential().description == "Sequential of 0 layers, 0 parameters")
      #expect(LogSoftmax().description == "Layer")
    }

    @Test("every layer prints its name", arguments: LayerRow.all)
    func names(row: LayerRow) {
      let layer = row.make()
      if layer is LogSoftmax { return }
      #expect("\(layer)".hasPrefix(layer.name) && layer.name != "Layer")
    }

    @Test("a layer that is used twice has its parameters once")
    func tied() {
      var random = RandomGenerator(seed: 1)
      let layer = Dense(3, inputs: 3)
      let net = Sequential(layer, Tanh(), layer)
      net.initialize(.normal(sigma: 1), using: &random)
      #expect(net.parameters.count == 2)
      #expect(
        net.description == """
          Sequential of 3 layers, 12 parameters
          0  Dense  weight [3, 3], bias [3]  12
          1  Tanh
          2  Dense  as above
          """)
      let trainer = Trainer(net.parameters, SGD(learningRate: 0.1))
      record { net(.ones([1, 3])).sum() }.backward()
      trainer.step(1)
      // Both uses count in its slope.
      #expect(net.parameters[1].gradient?.shape == [3])
    }

    @Test("a dropout without a generator draws from the network's")
    func dropout() {
      var random = RandomGenerator(seed: 5)
      let net = Sequential(Flatten(), Sequential(Dropout(0.5)))
      net.initialize(.normal(), using: &random)
      let own = Dropout(0.5, using: RandomGenerator(seed: 5))
      let x = NDArray.ones([4, 8])
      #expect(trainMode { net(x) }.elements == trainMode { own(x) }.elements)
    }

    @Test("messages name the layer, the parameter and what was called")
    func messages() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        var random = RandomGenerator(seed: 1)
        let net = Sequential(Dense(3, inputs: 2), Tanh(), Sequential(ReLU(), Dense(1, inputs: 3)))
        net.initialize(.normal(), using: &random)
        let trainer = Trainer(net.parameters, SGD(learningRate: 1))
        record { net[0](.ones([1, 2])) }.backward()
        trainer.step(1)
      }
      #expect(
        try FaultTests.message(result).contains(
          "step: Dense.weight (layer 2.1) has no gradient; call backward()"))
    }

    @Test("a small network learns which half of an image is bright")
    func images() {
      var random = RandomGenerator(seed: 2)
      let labels = (0..<64).map { $0 % 2 }
      var images: [Double] = random.normals(64 * 64).map { 0.5 * $0 }
      for place in images.indices where place % 64 / 32 == labels[place / 64] {
        images[place] += 1
      }
      let x = NDArray(images, shape: [64, 1, 8, 8])
      let net = Sequential(
        Conv2D(4, kernel: 3, padding: 1, activation: .relu), MaxPool2D(2),
        Conv2D(8, kernel: 3, activation: .relu), GlobalAvgPool2D(), Dense(2))
      net.initialize(.he(), using: &random)
      let loss = CrossEntropyLoss()
      let trainer = Trainer(net.parameters, Adam(learningRate: 0.02))
      for _ in 1...60 {
        record { loss(net(x), labels) }.backward()
        trainer.step()
      }
      #expect(accuracy(net(x), labels) == 1)
    }
  }
}
