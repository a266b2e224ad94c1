import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct LayerFaultTests {
    /// Something that must fault, by a name that can be handed to another process.
    enum Mistake: String, CaseIterable, Codable {
      case dropoutRate, embeddingIndex, embeddingFraction, embeddingType, embeddingRank
      case flattenScalar, layerNormFeatures, layerNormType, layerNormEpsilon
      case batchNormChannels, batchNormRank, batchNormSingle, batchNormMomentum, batchNormType
      case leakySlope, sequentialIndex, xavierBias, heBias, orthogonalBias, xavierGain
      case uniformScale, indexGradient, unknownActivation, denseImage, convolutionRank
      case convolutionSmall, convolutionInputs, convolutionStride, poolPadding, dropoutGenerator
      case emptyParameter, unknownShape, parameterShape, loadCount, copyOfOwn

      var message: String {
        switch self {
        case .dropoutRate: "Dropout: the rate 1.5; expected 0 to 1"
        case .embeddingIndex: "Embedding: the index 5.0 into a table of shape [5, 2]"
        case .embeddingFraction: "Embedding: the index 0.5 into a table of shape [5, 2]"
        case .embeddingType: "Embedding: a float64 array of shape [1] meets a float32 array"
        case .embeddingRank: "Embedding: indices of shape [1, 1, 1, 1]; at most 3 axes"
        case .flattenScalar: "Flatten: a scalar input; expected [batch, …]"
        case .layerNormFeatures: "LayerNorm: an input of shape [2, 4] for 3 features"
        case .layerNormType: "LayerNorm: a float64 input for float32 parameters"
        case .layerNormEpsilon: "LayerNorm: epsilon -1.0; at least 0"
        case .batchNormChannels: "BatchNorm: an input of shape [2, 4] for 3 channels"
        case .batchNormRank: "BatchNorm: an input of shape [3]; expected [batch, channels, …]"
        case .batchNormSingle: "BatchNorm: an input of shape [1, 3] in training; a channel needs 2"
        case .batchNormMomentum: "BatchNorm: the momentum 2.0; expected 0 to 1"
        case .batchNormType: "BatchNorm: a float64 input for float32 parameters"
        case .leakySlope: "LeakyReLU: the slope nan; a finite number"
        case .sequentialIndex: "Sequential: there is no layer 1 among 1"
        case .xavierBias: "xavier: a parameter of shape [3]; expected [units, inputs]"
        case .heBias: "he: a parameter of shape [3]; expected [units, inputs]"
        case .orthogonalBias: "orthogonal: a parameter of shape [3]; expected at least two axes"
        case .xavierGain: "xavier: the gain -1.0; at least 0"
        case .uniformScale: "uniform: the scale nan; at least 0"
        case .indexGradient: "Embedding: a gradient with respect to indices; there is none"
        case .unknownActivation:
          "Activation: there is no activation 'rleu'; there are relu, sigmoid"
        case .denseImage: "an input of shape [2, 1, 3, 3]; expected [batch, inputs]: put Flatten()"
        case .convolutionRank: "Conv2D: an input of shape [3, 3]; expected [batch, channels, height"
        case .convolutionSmall:
          "Conv2D: an input of shape [1, 1, 2, 2] for a window of 5 by 5 with the padding 1; the image"
        case .convolutionInputs:
          "Conv2D: an input of shape [1, 2, 3, 3] for Conv2D.weight (layer 1) of shape [1, 4, 3, 3]"
        case .convolutionStride: "Conv2D: the stride 0; at least 1"
        case .poolPadding: "MaxPool2D: the padding 2 for a window of 2; expected at most half"
        case .dropoutGenerator:
          "Dropout: no generator to draw from; initialize the network, or write"
        case .emptyParameter:
          "Dense: Dense.weight (layer 2) has no values; call initialize on the network first"
        case .unknownShape:
          "data: the shape of Dense.weight (layer 1.0) is not known before the layer's first call"
        case .parameterShape: "data: values of shape [3] for Dense.bias of shape [2]"
        case .loadCount: "load: 4 arrays for 2 parameters"
        case .copyOfOwn: "copy: Layer has parameters; give it a `copy` of its own"
        }
      }

      func make() {
        var random = RandomGenerator(seed: 1)
        func started<L: Layer>(_ layer: L) -> L {
          layer.initialize(.constant(1), using: &random)
          return layer
        }
        switch self {
        case .dropoutRate: _ = Dropout(1.5, using: random)
        case .embeddingIndex: _ = started(Embedding(5, 2))([5])
        case .embeddingFraction: _ = started(Embedding(5, 2))([0.5])
        case .embeddingType: _ = started(Embedding(5, 2))(.ones([1], dtype: .float64))
        case .embeddingRank: _ = started(Embedding(5, 2))(.ones([1, 1, 1, 1]))
        case .flattenScalar: _ = Flatten()(.ones([]))
        case .layerNormFeatures: _ = started(LayerNorm(3))(.ones([2, 4]))
        case .layerNormType: _ = started(LayerNorm(3))(.ones([2, 3], dtype: .float64))
        case .layerNormEpsilon: _ = LayerNorm(epsilon: -1)
        case .batchNormChannels: _ = started(BatchNorm(3))(.ones([2, 4]))
        case .batchNormRank: _ = started(BatchNorm(3))(.ones([3]))
        case .batchNormSingle: _ = record { started(BatchNorm(3))(.ones([1, 3])) }
        case .batchNormMomentum: _ = BatchNorm(momentum: 2)
        case .batchNormType: _ = started(BatchNorm(3))(.ones([2, 3], dtype: .float64))
        case .leakySlope: _ = LeakyReLU(.nan)
        case .sequentialIndex: _ = Sequential(ReLU())[1]
        case .xavierBias: _ = Initializer.xavier().values([3], random)
        case .heBias: _ = Initializer.he().values([3], random)
        case .orthogonalBias: _ = Initializer.orthogonal().values([3], random)
        case .xavierGain: _ = Initializer.xavier(gain: -1)
        case .uniformScale: _ = Initializer.uniform(scale: .nan)
        case .indexGradient:
          var indices: NDArray = [1]
          indices.attachGradient()
          record { started(Embedding(5, 2))(indices) }.backward()
        case .unknownActivation: _ = Activation("rleu")
        case .denseImage: _ = started(Dense(2))(.ones([2, 1, 3, 3]))
        case .convolutionRank: _ = started(Conv2D(1, kernel: 3))(.ones([3, 3]))
        case .convolutionSmall:
          _ = started(Conv2D(1, kernel: 5, padding: 1))(.ones([1, 1, 2, 2]))
        case .convolutionInputs:
          _ = started(Sequential(ReLU(), Conv2D(1, kernel: 3, inputs: 4)))(.ones([1, 2, 3, 3]))
        case .convolutionStride: _ = Conv2D(1, kernel: 3, stride: 0)
        case .poolPadding: _ = MaxPool2D(2, padding: 2)
        case .dropoutGenerator: _ = record { Dropout(0.5)(.ones([2])) }
        case .emptyParameter:
          _ = Sequential(ReLU(), Tanh(), Dense(2, inputs: 3))(.ones([1, 3]))
        case .unknownShape:
          let inner = started(Sequential(ReLU(), Sequential(Dense(2))))
          _ = inner.parameters[0].data
        case .parameterShape: Dense(2).bias.data = .ones([3])
        case .loadCount:
          let large = started(Sequential(Dense(2, inputs: 1), Dense(1, inputs: 2)))
          started(Dense(1, inputs: 2)).load(large.state)
        case .copyOfOwn: _ = Learned().copy()
        }
      }
    }

    @Test("arguments that make no sense are refused in words", arguments: Mistake.allCases)
    func mistakes(mistake: Mistake) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [mistake] in mistake.make() }
      #expect(try FaultTests.message(result).contains(mistake.message))
    }
  }
}

/// A layer of one's own that learns, and does not say how it is copied.
private final class Learned: Layer {
  let factor = Parameter(name: "factor")
  var parameters: [Parameter] { [factor] }
  func callAsFunction(_ input: NDArray) -> NDArray { input * factor.data }
}
