import Testing

@testable import GradientDescent

@Suite struct LargerTests {
  @Test("the larger of two numbers is nan when either is, so that a lost run shows")
  func nans() {
    #expect(larger(Float.nan, 1).isNaN && larger(1, Float.nan).isNaN)
    #expect(larger(Double.nan, 1).isNaN && larger(1, Double.nan).isNaN)
    #expect(larger(2.0, 1) == 2 && larger(1.0, 2) == 2)
  }
}
