import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct ScheduleTests {
    struct Golden: Decodable { let sched: [String: [Double]] }

    struct Rates: Decodable {
      let rates: [String: [Double]]
      let losses: [String]
      let plateaus: [[Double]]
    }

    /// The schedules of pytorch-golden.json, the base rate 1.
    static var few: [(name: String, schedule: EpochSchedule)] {
      [
        ("StepLR(3,.1)", .step(from: 1, every: 3, factor: 0.1)),
        ("MultiStep([2,5],.5)", .multiStep(from: 1, at: [2, 5], factor: 0.5)),
        ("Exp .9", .exponential(from: 1, factor: 0.9)),
        ("Linear(.2->1,5)", .linear(from: 0.2, to: 1, over: 5)),
        ("Poly(8,2)", .polynomial(from: 1, over: 8, power: 2)),
        ("Cosine(8,.1)", .cosine(from: 1, to: 0.1, over: 8)),
        ("CosWR(4,2)", .cosineRestarts(from: 1, first: 4, growth: 2)),
        ("OneCycle(max 1,10)", .oneCycle(peak: 1, over: 10)),
        (
          "Seq",
          .join([.linearWarmUp(to: 1, from: 0.2, over: 3), .cosine(from: 1, over: 7)], at: [3])
        ),
      ]
    }

    /// The schedules of schedules.json, the base rate 0.8. A new schedule is one row.
    static var many: [(name: String, schedule: StepSchedule)] {
      [
        ("constant", .constant(0.8)),
        ("step every 4 by 0.3", .step(from: 0.8, every: 4, factor: 0.3)),
        ("step every 1 by 0.9", .step(from: 0.8, every: 1, factor: 0.9)),
        ("multiStep at 3, 3, 11 by 0.5", .multiStep(from: 0.8, at: [11, 3, 3], factor: 0.5)),
        ("exponential by 0.8", .exponential(from: 0.8, factor: 0.8)),
        ("exponential by 1.1", .exponential(from: 0.8, factor: 1.1)),
        ("linear 0.1 to 0.6 over 7", .linear(from: 0.1, to: 0.6, over: 7)),
        ("polynomial over 9 power 1", .polynomial(from: 0.8, over: 9)),
        ("polynomial over 15 power 0.5", .polynomial(from: 0.8, over: 15, power: 0.5)),
        ("cosine over 10 to 0.05", .cosine(from: 0.8, to: 0.05, over: 10)),
        ("cosine over 7", .cosine(from: 0.8, over: 7)),
        ("restarts 3", .cosineRestarts(from: 0.8, first: 3)),
        ("restarts 2 growing 3 to 0.1", .cosineRestarts(from: 0.8, to: 0.1, first: 2, growth: 3)),
        ("inverse time 0.3", .inverseTime(from: 0.8, decay: 0.3)),
        ("one cycle", .oneCycle(peak: 0.8, over: 25)),
        ("one cycle linear", .oneCycle(peak: 0.8, over: 25, rise: 0.4, shape: .linear)),
        (
          "one cycle in three",
          .oneCycle(peak: 0.8, over: 25, divisor: 10, finalDivisor: 100, threePhases: true)
        ),
        ("cyclic every 8", .cyclic(from: 0.1, to: 0.8, every: 8)),
        (
          "cyclic every 6 falling",
          .cyclic(from: 0.1, to: 0.8, every: 6, rise: 1.0 / 3, factor: 0.5)
        ),
        ("inverse square root", .inverseSquareRoot(from: 0.8)),
        ("inverse square root after 5", .inverseSquareRoot(from: 0.8, warmUp: 5)),
        ("cosine over 20 with 5 to 0.05", .cosine(from: 0.8, to: 0.05, over: 20, warmUp: 5)),
        (
          "exponential with warm-up",
          .exponential(from: 0.8, factor: 0.9) * .factor(.linearWarmUp(to: 1, from: 0.25, over: 4))
        ),
        (
          "join",
          .join(
            [
              .linearWarmUp(to: 0.8, from: 0.2, over: 4), .exponential(from: 0.8, factor: 0.9),
              .cosine(from: 0.8, over: 12),
            ], at: [4, 12])
        ),
      ]
    }

    @Test("the nine schedules have PyTorch's rates")
    func nine() throws {
      let golden: Golden = try GoldenFile.load("pytorch-golden.json")
      #expect(golden.sched.count == ScheduleTests.few.count)
      for (name, schedule) in ScheduleTests.few {
        for (epoch, rate) in try #require(golden.sched[name]).enumerated() {
          let ours = schedule.rate(epoch: epoch)
          #expect(abs(ours - rate) <= 1e-9 * rate, "\(name), epoch \(epoch): \(ours), not \(rate)")
        }
      }
    }

    @Test("schedules of other settings have PyTorch's rates")
    func others() throws {
      let golden: Rates = try GoldenFile.load("schedules.json")
      #expect(golden.rates.count == ScheduleTests.many.count)
      for (name, schedule) in ScheduleTests.many {
        for (step, rate) in try #require(golden.rates[name]).enumerated() {
          let ours = schedule.rate(step: step)
          // A cosine at its end is 0 but for the rounding of pi.
          let bound = 1e-9 * rate + 1e-16
          #expect(abs(ours - rate) <= bound, "\(name), step \(step): \(ours), not \(rate)")
        }
      }
    }

    @Test("a schedule is a pure function: asked in any order it answers the same")
    func pure() {
      for (name, schedule) in ScheduleTests.many {
        let forwards = (0..<30).map { schedule.rate(step: $0) }
        let backwards = (0..<30).reversed().map { schedule.rate(step: $0) }
        #expect(forwards == backwards.reversed(), "\(name)")
      }
    }

    @Test("a period that grows beyond all numbers is never over")
    func longPeriods() {
      let schedule = StepSchedule.cosineRestarts(from: 1, first: 10, growth: .max)
      #expect(schedule(10) == 1 && schedule(1_000_000) == 1)
      #expect(StepSchedule.cosineRestarts(from: 1, first: .max, growth: 2)(.max) == 1)
    }

    @Test("the last rate of a cycle stays")
    func afterCycle() {
      let schedule = StepSchedule.oneCycle(peak: 1, over: 10)
      #expect(schedule.rate(step: 9) == 1 / 25 / 1e4)
      #expect(schedule.rate(step: 1000) == schedule.rate(step: 9))
    }

    @Test("a rate falls on a plateau as PyTorch's does")
    func plateau() throws {
      let golden: Rates = try GoldenFile.load("schedules.json")
      let losses = golden.losses.compactMap { Double($0) }
      let rules = [
        OnPlateau(factor: 0.5, patience: 2),
        OnPlateau(factor: 0.9, patience: 0, threshold: 0.01),
        OnPlateau(factor: 0.1, patience: 1, cooldown: 3, minimum: 0.01),
        OnPlateau(factor: 0.5, patience: 1, epsilon: 0.15),
      ]
      try #require(rules.count == golden.plateaus.count && losses.count == 25)
      for (rule, rates) in zip(rules, golden.plateaus) {
        var rate = 0.8
        for (epoch, loss) in losses.enumerated() {
          rate = rule.rate(rate, after: loss)
          #expect(abs(rate - rates[epoch]) <= 1e-12, "epoch \(epoch)")
        }
      }
    }

    @Test("a negative loss counts as better when it is lower by a share of its size")
    func negativeLosses() {
      func rates(_ losses: [Double]) -> [Double] {
        let rule = OnPlateau(patience: 2)
        var rate = 1.0
        return losses.map {
          rate = rule.rate(rate, after: $0)
          return rate
        }
      }
      #expect(rates([-100, -99.999, -99.998, -99.997, -99.996]) == [1, 1, 1, 0.1, 0.1])
      #expect(rates([Double](repeating: -1, count: 5)) == [1, 1, 1, 0.1, 0.1])
      #expect(rates([-1, -1.1, -1.2, -1.3, -1.4, -1.5]) == [1, 1, 1, 1, 1, 1])
      // 1e-4 of 100 is 0.01.
      #expect(rates([-100, -100.005, -100.009, -100.0099]) == [1, 1, 1, 0.1])
      #expect(rates([0, 0, 0, 0]) == [1, 1, 1, 0.1])
    }

    @Test("a schedule is asked as a function, and epochs are told in steps")
    func asked() {
      let schedule = EpochSchedule.step(from: 1, every: 2, factor: 0.5)
      #expect(schedule(3) == 0.5 && StepSchedule { 1 / (1 + Double($0)) }(3) == 0.25)
      let steps = schedule.inSteps(perEpoch: 10)
      #expect([0, 19, 20, 39, 40].map { steps(Int($0)) } == [1, 1, 0.5, 0.5, 0.25])
    }

    @Test("a product is a factor when both are")
    func product() {
      let half = StepSchedule.factor { _ in 0.5 }
      #expect((half * half).isFactor && (half * half)(7) == 0.25)
      #expect(!(half * .constant(3)).isFactor)
      #expect((half * .constant(3))(0) == 1.5)
    }
  }
}
