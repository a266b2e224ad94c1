import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct TrainerScheduleTests {
    /// Steps with a slope of 1, after each of which the rate is read.
    static func rates(_ trainer: Trainer, _ steps: Int) -> [Double] {
      (0..<steps).map { _ in
        record { trainer.parameters[0].data.sum() }.backward()
        trainer.step(1)
        return trainer.learningRate
      }
    }

    @Test("a schedule that begins with the rule's rate sets the rate of each step")
    func trainer() {
      let x = TrainerTests.parameter([0])
      let trainer = Trainer(
        [x], SGD(learningRate: 1), schedule: .exponential(from: 1, factor: 0.5))
      #expect(trainer.learningRate == 1)
      #expect(TrainerScheduleTests.rates(trainer, 4) == [1, 0.5, 0.25, 0.125])
      #expect(x.data.elements == [-1.875])
    }

    @Test("a schedule may rise to the rule's rate")
    func warmUp() {
      let schedules: [StepSchedule] = [
        .linearWarmUp(to: 0.5, over: 4), .cosine(from: 0.5, over: 9, warmUp: 2),
        .oneCycle(peak: 0.5, over: 10), .cyclic(from: 0.1, to: 0.5, every: 4),
        .inverseSquareRoot(from: 0.5, warmUp: 3),
        .join([.linearWarmUp(to: 0.5, over: 2), .constant(0.5)], at: [2]),
        .constant(0.5) * .factor(.linearWarmUp(to: 1, over: 2)),
      ]
      for schedule in schedules {
        let trainer = Trainer(
          [TrainerTests.parameter([0])], SGD(learningRate: 0.5), schedule: schedule)
        #expect(trainer.learningRate == schedule(0), "\(schedule.name)")
      }
    }

    @Test("a factor multiplies the rule's rate, also one that is set later")
    func factor() {
      let trainer = Trainer(
        [TrainerTests.parameter([0])], SGD(learningRate: 8),
        schedule: .factor(.exponential(from: 1, factor: 0.5)))
      #expect(TrainerScheduleTests.rates(trainer, 3) == [8, 4, 2])
      trainer.learningRate *= 10
      #expect(trainer.learningRate == 20)
      #expect(TrainerScheduleTests.rates(trainer, 2) == [10, 5])
      trainer.setLearningRate(100)
      #expect(TrainerScheduleTests.rates(trainer, 1) == [50])
    }

    @Test("an epoch's schedule goes on with endEpoch()")
    func epochs() {
      let schedule = EpochSchedule.step(from: 1, every: 2, factor: 0.5)
      let trainer = Trainer(
        [TrainerTests.parameter([0])], SGD(learningRate: 1), schedule: schedule)
      var rates: [Double] = []
      for epoch in 0..<5 {
        #expect(trainer.epoch == epoch)
        rates += TrainerScheduleTests.rates(trainer, 2)
        trainer.endEpoch()
      }
      #expect(rates == [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25])
    }

    /// Two rates of which only one can hold, by a name that can be handed to another process.
    enum Conflict: String, CaseIterable, Codable {
      case ruleAndSchedule, ruleAndEpochSchedule, byHand, negative, mixedJoin

      var message: String {
        switch self {
        case .ruleAndSchedule:
          "Trainer: SGD has the learning rate 2000.0, the schedule constant(0.1) begins with 0.1"
        case .ruleAndEpochSchedule:
          "Trainer: Adam has the learning rate 0.001, the schedule constant(0.1) begins with 0.1"
        case .byHand:
          "learningRate: the rate 0.5 beside the schedule constant(0.1), which sets it before each step"
        case .negative: "of one's own: the learning rate -1.0 is negative"
        case .mixedJoin: "join: a schedule of rates and one of factors"
        }
      }

      func make() {
        let x = [TrainerTests.parameter([0])]
        switch self {
        case .ruleAndSchedule: _ = Trainer(x, SGD(learningRate: 2000), schedule: .constant(0.1))
        case .ruleAndEpochSchedule: _ = Trainer(x, Adam(), schedule: EpochSchedule.constant(0.1))
        case .byHand:
          Trainer(x, SGD(learningRate: 0.1), schedule: .constant(0.1)).learningRate = 0.5
        case .negative:
          let trainer = Trainer(x, SGD(learningRate: 0), schedule: StepSchedule { -Double($0) })
          _ = TrainerScheduleTests.rates(trainer, 2)
        case .mixedJoin: _ = StepSchedule.join([.constant(1), .factor { _ in 1 }], at: [1])
        }
      }
    }

    @Test("two rates are a fault that names both", arguments: Conflict.allCases)
    func conflicts(conflict: Conflict) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [conflict] in conflict.make() }
      #expect(try FaultTests.message(result).contains(conflict.message))
    }
  }
}
