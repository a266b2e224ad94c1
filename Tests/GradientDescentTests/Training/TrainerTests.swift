import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct TrainerTests {
    static func parameter(_ values: [Double]) -> Parameter {
      let parameter = Parameter(name: "x")
      parameter.data = NDArray(values, dtype: .float64)
      return parameter
    }

    @Test("A parameter made of values is trained as one that gets them later")
    func parameterOfValues() {
      let x = Parameter([3, -1], name: "x")
      #expect(x.name == "x" && x.data.elements == [3, -1])
      record { x.data.square().sum() }.backward()
      #expect(x.gradient?.elements == [6, -2])
      Trainer([x], SGD(learningRate: 0.25)).step(1)
      #expect(x.data.elements == [1.5, -0.5])
      #expect(Parameter(NDArray([1], dtype: .float64)).data.dtype == .float64)
    }

    @Test("stale parameters are passed over when asked to, with transforms too")
    func ignoreStale() {
      for transforms in [[], [GradientTransform.clipByValue(10)]] {
        let (used, unused) = (TrainerTests.parameter([1]), TrainerTests.parameter([1]))
        let trainer = Trainer([unused, used], SGD(learningRate: 1), transforms: transforms)
        record { (used.data + unused.data).sum() }.backward()
        trainer.step(1)
        #expect(used.data.elements == [0] && unused.data.elements == [0])
        record { used.data.sum() }.backward()
        trainer.step(1, ignoreStaleGradients: true)
        #expect(used.data.elements == [-1] && unused.data.elements == [0])
        trainer.step(1, ignoreStaleGradients: true)
        #expect(used.data.elements == [-1] && unused.data.elements == [0])
      }
    }

    @Test("new values have no gradient yet, and are passed over when asked to")
    func newValues() {
      let parameter = TrainerTests.parameter([1])
      let trainer = Trainer([parameter], SGD(learningRate: 1))
      record { parameter.data.sum() }.backward()
      trainer.step(1)
      parameter.data = NDArray([5], dtype: .float64)
      trainer.step(1, ignoreStaleGradients: true)
      #expect(parameter.data.elements == [5])
      record { parameter.data.sum() }.backward()
      trainer.step(1)
      #expect(parameter.data.elements == [4])
    }

    @Test("each parameter has a memory of its own, also when another one is passed over")
    func memory() {
      let (first, second) = (TrainerTests.parameter([0]), TrainerTests.parameter([0]))
      let trainer = Trainer([first, second], SGD(learningRate: 1, momentum: 0.5))
      record { second.data.sum() }.backward()
      trainer.step(1, ignoreStaleGradients: true)
      record { (first.data + second.data).sum() }.backward()
      trainer.step(1)
      #expect(first.data.elements == [-1])
      #expect(second.data.elements == [-2.5])
    }

    @Test("several backward passes may be added up before a step")
    func accumulation() {
      let parameter = TrainerTests.parameter([0])
      parameter.accumulatesGradient = true
      let trainer = Trainer([parameter], SGD(learningRate: 1))
      for _ in 1...3 { record { parameter.data.sum() }.backward() }
      trainer.step(3)
      #expect(parameter.data.elements == [-1])
    }

    @Test("the history holds losses with their steps and rates")
    func history() {
      let parameter = TrainerTests.parameter([4])
      let trainer = Trainer([parameter], SGD(learningRate: 0.25))
      trainer.note(loss: 16)
      for _ in 1...2 {
        let loss = record { parameter.data.square().sum() }
        loss.backward()
        trainer.step(1)
        trainer.note(loss: loss.item())
        trainer.learningRate *= 0.5
      }
      #expect(trainer.history.losses == [16, 16, 4])
      #expect(trainer.history.steps == [0, 1, 2])
      #expect(trainer.history.learningRates == [0.25, 0.25, 0.125])
      #expect(trainer.steps == 2)
    }

    @Test("without being asked to stop, a trainer lets nan pass")
    func nanPasses() {
      let parameter = TrainerTests.parameter([1])
      let trainer = Trainer([parameter], SGD(learningRate: 1))
      record { (parameter.data * .nan).sum() }.backward()
      trainer.step(1)
      #expect(parameter.data.elements[0].isNaN)
    }

    @Test("every optimizer lets inf and nan pass, and works in single precision")
    func divergence() throws {
      for (name, make) in OptimizerTable.rows {
        for (dtype, gradient) in [(DType.float32, Double.infinity), (.float64, .nan)] {
          let parameter = Parameter(name: "x")
          parameter.data = .ones([2, 2], dtype: dtype)
          let trainer = Trainer([parameter], make(OptimizerSettings(numbers: [:])))
          for _ in 1...2 {
            record { (parameter.data * gradient).sum() }.backward()
            trainer.step(1)
          }
          // For these only the sign counts, and nan has none.
          let keeps = name == "Rprop" || name == "Lion"
          let isFinite = parameter.data.elements.allSatisfy { $0.isFinite }
          #expect(isFinite == keeps, "\(name), \(dtype): \(parameter.data)")
          #expect(parameter.data.dtype == dtype)
        }
      }
    }

    @Test("a batch size of 0 is refused")
    func batchSizeZero() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { Trainer([], SGD(learningRate: 1)).step(0) }
      #expect(try FaultTests.message(result).contains("step: the batch size 0"))
    }

    @Test("a second step without a backward pass is refused")
    func stale() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        let parameter = TrainerTests.parameter([1])
        let trainer = Trainer([parameter], SGD(learningRate: 1))
        record { parameter.data.sum() }.backward()
        trainer.step(1)
        trainer.step(1)
      }
      #expect(try FaultTests.message(result).contains("x has no new gradient since its last step"))
    }

    @Test("a trainer that is asked to stops at a gradient that is not finite")
    func stopOnNaN() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        let parameter = TrainerTests.parameter([1])
        let trainer = Trainer([parameter], SGD(learningRate: 1), stopOnNaN: true)
        for factor in [1, .infinity] {
          record { (parameter.data * factor).sum() }.backward()
          trainer.step(1)
        }
      }
      let message = try FaultTests.message(result)
      #expect(message.contains("gradient of x, parameter 0, is not finite at step 2"))
    }

    @Test("a learning rate that is nan is refused")
    func nanRate() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { Trainer([], SGD(learningRate: 1)).learningRate = .nan }
      #expect(try FaultTests.message(result).contains("the learning rate nan is not a number"))
    }
  }
}
