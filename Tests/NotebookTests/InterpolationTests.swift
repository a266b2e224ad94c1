import Notebook
import Testing

@Suite struct InterpolationTests {
  @Test("every nan in a text is nan, whatever its sign and whatever holds it")
  func nan() {
    let n = -Double.nan
    let single = -Float.nan
    #expect("\(n) \(single) \([n, 1])" == "nan nan [nan, 1.0]")
    #expect(
      "\((n, 2)) \(["a": n]) \(Double?.some(n) as Any)" == "(nan, 2) [\"a\": nan] Optional(nan)")
    #expect("\(NDArray([1, n]))" == "[ 1. nan]")
  }

  @Test("types of a function have their names alone, wherever a text holds their values")
  func localTypes() {
    struct Point { var x = 1 }
    enum Side { case left(Point) }
    #expect("\([Point()]) \(Side.left(Point()))" == "[Point(x: 1)] left(Point(x: 1))")
    #expect(
      "\(["k": Point()]) \(Point?.some(Point()) as Any)"
        == "[\"k\": Point(x: 1)] Optional(Point(x: 1))")
  }

  @Test("texts that a block writes itself, and other numbers, stay as they are")
  func others() {
    let text = "-nan"
    #expect("\(text) \(text.dropLast())" == "-nan -na")
    #expect(
      "\(-0.0) \(1e-7) \(-3) \(Float(0.1)) \(Int8(-1)) \(true)" == "-0.0 1e-07 -3 0.1 -1 true")
    #expect("\([1, 2]) \(Character("é")) \(1...3)" == "[1, 2] é 1...3")
  }
}
