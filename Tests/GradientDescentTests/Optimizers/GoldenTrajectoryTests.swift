import Testing

@testable import GradientDescent

extension EngineTests {
  /// Trajectories of PyTorch, computed in float64.
  @Suite struct GoldenTrajectoryTests {
    struct Golden: Decodable {
      let traj: [String: [[Double]]]
      let rosen: [String: [[Double]]]
    }

    struct Row: Decodable, CustomTestStringConvertible, Sendable {
      let optimizer: String
      let options: [String: [Double]]
      let problem: String
      let halveAfter: Int
      let steps: [Int]
      let points: [[Double]]
      var testDescription: String { "\(optimizer) \(options) on \(problem)" }
    }

    /// The settings of pytorch-golden.json.
    static let settings: [(String, String, [String: [Double]])] = [
      ("SGD lr.4", "SGD", ["lr": [0.4]]),
      ("SGD lr.6", "SGD", ["lr": [0.6]]),
      ("SGD lr.4 wd.1", "SGD", ["lr": [0.4], "weight_decay": [0.1]]),
      ("SGD lr.6 mom.5", "SGD", ["lr": [0.6], "momentum": [0.5]]),
      ("SGD lr.6 mom.25", "SGD", ["lr": [0.6], "momentum": [0.25]]),
      ("SGD lr.1 mom.9 damp.5", "SGD", ["lr": [0.1], "momentum": [0.9], "dampening": [0.5]]),
      ("SGD lr.1 mom.9 nesterov", "SGD", ["lr": [0.1], "momentum": [0.9], "nesterov": [1]]),
      ("Adagrad lr.4", "Adagrad", ["lr": [0.4]]),
      ("Adagrad lr2 lr_decay.1", "Adagrad", ["lr": [2], "lr_decay": [0.1]]),
      ("RMSprop lr.4 a.9", "RMSprop", ["lr": [0.4], "alpha": [0.9]]),
      (
        "RMSprop centered mom.9 lr.01", "RMSprop",
        ["lr": [0.01], "alpha": [0.9], "centered": [1], "momentum": [0.9]]
      ),
      ("Adadelta default", "Adadelta", [:]),
      ("Adam lr.1", "Adam", ["lr": [0.1]]),
      ("Adam lr.1 eps1e-1", "Adam", ["lr": [0.1], "eps": [0.1]]),
      ("Adam lr.1 amsgrad", "Adam", ["lr": [0.1], "amsgrad": [1]]),
      ("Adam lr.1 wd.1", "Adam", ["lr": [0.1], "weight_decay": [0.1]]),
      ("AdamW lr.1 wd.1", "AdamW", ["lr": [0.1], "weight_decay": [0.1]]),
      ("Adamax lr.1", "Adamax", ["lr": [0.1]]),
      ("NAdam lr.1", "NAdam", ["lr": [0.1]]),
      ("RAdam lr.1", "RAdam", ["lr": [0.1]]),
      ("Rprop lr.1", "Rprop", ["lr": [0.1]]),
      ("ASGD lr.1 t0=5", "ASGD", ["lr": [0.1], "t0": [5]]),
    ]

    @Test("each optimizer descends 0.1x² + 2y² as PyTorch does", arguments: settings)
    func bowl(name: String, optimizer: String, options: [String: [Double]]) throws {
      let golden: Golden = try GoldenFile.load("pytorch-golden.json")
      #expect(golden.traj.count == GoldenTrajectoryTests.settings.count)
      let points = try #require(golden.traj[name])
      for (dtype, tolerance) in [(DType.float64, 1e-9), (.float32, 1e-5)] {
        let rule = try GoldenTrajectoryTests.rule(optimizer, options)
        let descent = Descent(from: points[0], rule, dtype: dtype, loss: Slope.bowl)
        for (step, (ours, theirs)) in zip(descent.trajectory(20), points).enumerated() {
          GoldenTrajectoryTests.expectSame(ours, theirs, tolerance, "\(dtype), step \(step)")
        }
      }
    }

    @Test(
      "each optimizer crosses Rosenbrock's valley as PyTorch does",
      arguments: [
        ("SGD 1e-3", "SGD", ["lr": [1e-3]]),
        ("mom.9 1e-3", "SGD", ["lr": [1e-3], "momentum": [0.9]]),
        ("Adam 1e-2", "Adam", ["lr": [1e-2]]),
      ])
    func valley(name: String, optimizer: String, options: [String: [Double]]) throws {
      let golden: Golden = try GoldenFile.load("pytorch-golden.json")
      let points = try #require(golden.rosen[name])
      try #require(points.count == 11)
      let rule = try GoldenTrajectoryTests.rule(optimizer, options)
      let descent = Descent(from: points[0], rule, loss: Slope.rosenbrock)
      for (step, point) in descent.trajectory(1000).enumerated() where step % 100 == 0 {
        GoldenTrajectoryTests.expectSame(point, points[step / 100], 1e-9, "step \(step)")
      }
    }

    @Test("other settings, matrices, slopes of exactly zero and changed rates agree with PyTorch")
    func otherSettings() throws {
      let rows: [Row] = try GoldenFile.load("optimizers.json")
      #expect(rows.count >= 232)
      #expect(Set(rows.map(\.optimizer)) == Set(OptimizerTable.rows.keys))
      for row in rows {
        // Near a minimum, rules that divide by the gradient's size magnify rounding step by step:
        // single precision is compared as long as there is nothing to magnify.
        for (dtype, tolerance, last) in [(DType.float64, 1e-9, 50), (.float32, 1e-5, 10)] {
          let points = try GoldenTrajectoryTests.run(row, dtype)
          for (place, step) in row.steps.enumerated() where step <= last {
            GoldenTrajectoryTests.expectSame(
              points[place], row.points[place], tolerance,
              "\(row.testDescription), \(dtype), step \(step)")
          }
        }
      }
    }

    static func rule(_ name: String, _ options: [String: [Double]]) throws -> any Optimizer {
      let make = try #require(OptimizerTable.rows[name])
      return make(OptimizerSettings(numbers: options))
    }

    static func run(_ row: Row, _ dtype: DType) throws -> [[Double]] {
      let rule = try rule(row.optimizer, row.options)
      let descent: Descent
      switch row.problem {
      case "bowl": descent = Descent(from: [-5, -2], rule, dtype: dtype, loss: Slope.bowl)
      case "kink": descent = Descent(from: [3, 4], rule, dtype: dtype, loss: Slope.kink)
      default:
        descent = Descent(
          [([0.5, -0.25, 1.5, 2, -1, 0.75], [3, 2]), ([0.25, -0.5], [2])], rule, dtype: dtype,
          loss: Slope.regression)
      }
      var points: [[Double]] = []
      for step in 1...(row.steps.last ?? 1) {
        descent.step()
        if step == row.halveAfter { descent.trainer.learningRate *= 0.5 }
        if row.steps.contains(step) { points.append(descent.numbers) }
      }
      return points
    }

    /// Expects the numbers to agree, relative to theirs. One that has come close to 0 is measured in
    /// 1 % of the largest; in single precision in 1, since it keeps the rounding of its start, 1 to 5.
    static func expectSame(
      _ ours: [Double], _ theirs: [Double], _ tolerance: Double, _ place: String
    ) {
      #expect(ours.count == theirs.count)
      let scale = tolerance < 1e-6 ? 0.01 * (theirs.map(abs).max() ?? 0) : 1
      for (a, b) in zip(ours, theirs) {
        #expect(
          abs(a - b) <= tolerance * max(abs(b), scale), "\(place): \(a), expected \(b)")
      }
    }
  }
}
