import Testing

@testable import GradientDescent

extension EngineTests {
  /// x − ln x, whose minimum is 1 at 1, and which is not defined up to 0.
  @Suite struct DomainTests {
    static var function: SmoothFunction { SmoothFunction(of: { x in (x - x.log()).sum() }) }

    static let rules: [(String, @Sendable () -> any Minimizer)] = [
      ("L-BFGS, strong Wolfe", { LBFGS(changeTolerance: 1e-16, lineSearch: StrongWolfe()) }),
      ("L-BFGS, no search", { LBFGS(changeTolerance: 1e-16) }),
      (
        "steepest descent, strong Wolfe",
        {
          SteepestDescent(lineSearch: StrongWolfe(), firstStep: 100)
        }
      ),
      (
        "steepest descent, backtracking",
        {
          SteepestDescent(lineSearch: Backtracking(), firstStep: 100)
        }
      ),
      ("conjugate gradients", { ConjugateGradient() }),
      ("Newton, backtracking", { Newton(lineSearch: Backtracking()) }),
    ]

    @Test("every rule that searches finds the minimum beside the edge of the domain")
    func minimum() {
      for (name, make) in DomainTests.rules {
        let function = SmoothFunction(
          hessian: { [1 / ($0[0] * $0[0])].map { [$0] } },
          { x in (x[0] - log(x[0]), [1 - 1 / x[0]]) })
        let run = minimize(function, from: [3], using: make(), steps: 60, tolerance: 1e-8)
        #expect(abs(run[run.count - 1].position[0] - 1) < 1e-7, "\(name)")
        #expect(run.allSatisfy { $0.isDefined }, "\(name)")
      }
    }

    static var searches: [any LineSearch] {
      [StrongWolfe(), Backtracking(), ExactLineSearch(), FixedStep()]
    }

    @Test("every search steps back from where the function is not defined")
    func searches() {
      for search in DomainTests.searches {
        let start = DomainTests.function.evaluate([3])
        for first in [3, 5, 100, 1e30] {
          let found = search.search(DomainTests.function, from: start, along: [-1], first: first)
          #expect(found.point.isDefined && found.step > 0, "\(search), first \(first)")
          #expect(found.point.position[0] == 3 - found.step, "\(search), first \(first)")
        }
      }
    }

    @Test("a step that would be nan stays where it is")
    func nowhere() {
      let edge = SmoothFunction { x in (x[0] == 3 ? 1 : .nan, [x[0] == 3 ? 1 : .nan]) }
      for search in DomainTests.searches {
        let found = search.search(edge, from: edge.evaluate([3]), along: [-1], first: 1)
        #expect(found.point.position == [3], "\(search)")
      }
    }

    @Test("a rule that has been reset can be used again, for other functions too")
    func again() {
      let rule = LBFGS()
      let first = minimize(DomainTests.function, from: [3], using: rule, steps: 2)
      rule.reset()
      let second = minimize(DomainTests.function, from: [3], using: rule, steps: 2)
      #expect(first.map(\.position) == second.map(\.position))
      let other = SmoothFunction(of: { $0.square().sum() })
      rule.reset()
      #expect(minimize(other, from: [1, 2], using: rule, steps: 2).count == 3)
    }
  }
}
