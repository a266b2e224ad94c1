import Testing

@testable import GradientDescent

#if canImport(Glibc)
  import Glibc
#endif

extension EngineTests {
  @Suite struct SteadyStepTests {
    /// A small regression and what trains it, step by step.
    private struct Job {
      let net = Dense(1, inputs: 2)
      let squareLoss = L2Loss()
      let data: NDArray
      let labels: NDArray
      let trainer: Trainer

      init(batch: Int = 1) {
        var random = RandomGenerator(seed: 1)
        data = .normal([batch, 2], using: &random)
        labels = .normal([batch], using: &random)
        net.initialize(.normal(sigma: 1), using: &random)
        trainer = Trainer(net.parameters, SGD(learningRate: 1e-3))
      }

      func step() {
        let loss = record { squareLoss(net(data), labels) }
        loss.backward()
        trainer.step(data.shape[0])
      }
    }

    #if canImport(Glibc)
      /// The memory that the process has in use, in bytes: the second number of `statm`, in pages.
      private static func memory() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { fatalError("no statm") }
        defer { fclose(file) }
        var text = [UInt8](repeating: 0, count: 256)
        let count = fread(&text, 1, text.count, file)
        let pages = String(decoding: text.prefix(count), as: UTF8.self).split(separator: " ")
        return (Int(pages[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE))
      }

      // In processes of their own: other tests use memory too.
      @Test("a million steps leave as much memory in use as there was")
      func flat() async {
        await #expect(processExitsWith: .success) {
          let job = Job()
          for _ in 0..<1000 { job.step() }
          let before = SteadyStepTests.memory()
          for _ in 0..<1_000_000 { job.step() }
          // Pages of the program that are first used meanwhile are under 1 MB, once; one forgotten
          // word a step would be 8 MB.
          precondition(SteadyStepTests.memory() - before < 2_000_000)
        }
      }

      @Test("losses that are kept do not keep what they were computed from")
      func keptLosses() async {
        await #expect(processExitsWith: .success) {
          let job = Job(batch: 1000)
          for _ in 0..<100 { job.step() }
          let before = SteadyStepTests.memory()
          var kept: [NDArray] = []
          for _ in 0..<1000 {
            let loss = record { job.squareLoss(job.net(job.data), job.labels).mean() }
            loss.backward()
            kept.append(loss)
          }
          // Each keeps itself and its gradient, not the arrays of 4,000 bytes before it.
          precondition(kept.count == 1000 && SteadyStepTests.memory() - before < 2_500_000)
        }
      }
    #endif

    @Test("a step takes over the nodes of the one before it")
    func reuse() {
      let job = Job()
      func nodes() -> [Node] {
        let loss = record { job.squareLoss(job.net(job.data), job.labels) }
        loss.backward()
        job.trainer.step(1)
        return [loss.node, job.net.weight.data.node].compactMap { $0 }
          + [loss.node.inputs?.first].compactMap { $0 }
      }
      _ = nodes()
      let first = nodes()
      #expect(first == nodes())
    }

    @Test("a loss that is not yet differentiated survives steps taken meanwhile")
    func heldOver() throws {
      let job = Job(batch: 4)
      job.step()
      let weight = job.net.weight.data
      let early = record { job.squareLoss(job.net(job.data), job.labels) }
      for _ in 0..<3 { job.step() }
      #expect(job.net.weight.data.elements != weight.elements)
      early.backward()
      // The gradient is that of the values of then.
      let late = try #require(weight.gradient).elements
      let twin = Job(batch: 4)
      twin.step()
      let loss = record { twin.squareLoss(twin.net(twin.data), twin.labels) }
      loss.backward()
      #expect(try #require(twin.net.weight.gradient).elements == late)
    }

    @Test("after a loss that was held and dropped, steps take over nodes again")
    func droppedLoss() {
      let job = Job()
      var held: NDArray? = record {
        job.squareLoss(job.net(job.data), job.labels).sum() * 2
      }
      job.step()
      #expect(Tape.hasUnspent && held?.count == 1)
      held = nil
      for _ in 0..<2 { job.step() }
      #expect(!Tape.hasUnspent)
      reuse()
    }

    @Test("a graph that spans two recordings is walked through both")
    func twoRecordings() throws {
      var x: NDArray = [3]
      x.attachGradient()
      let square = record { x.square() }
      let cube = record { square * x }
      cube.backward()
      #expect(try #require(x.gradient).elements == [27])
    }

    @Test("changing an array in place forgets the sum that a loss has left with it")
    func forgottenSum() {
      let p: NDArray = [1, 2, 3]
      var losses = L2Loss()(p, [0, 0, 0])
      #expect(losses.sum().item() == 7)
      losses.add([1, 1, 1], times: 2)
      #expect(losses.sum().item() == 13)
    }

    @Test("dividing by the batch size and stepping at once gives the bits of one after the other")
    func fusedStep() throws {
      for batch in [1, 3, 8, 10] {
        let (job, twin) = (Job(batch: batch), Job(batch: batch))
        job.step()
        let loss = record { twin.squareLoss(twin.net(twin.data), twin.labels) }
        loss.backward()
        for (index, parameter) in twin.net.parameters.enumerated() {
          var values = parameter.data
          let average = try #require(parameter.averageGradient(batch))
          SGD(learningRate: 1e-3).update(&values, gradient: average, index: index)
          #expect(values.elements == job.net.parameters[index].data.elements)
        }
      }
    }
  }
}
