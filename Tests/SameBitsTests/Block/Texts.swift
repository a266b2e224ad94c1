import GradientDescent
import Numerals

#if hasFeature(Embedded)
  import Notebook
#endif

/// Prints texts with values in them, as a block does: for WebAssembly with the notebook's functions,
/// otherwise with the standard library's.
@_cdecl("print_texts")
public func printTexts() {
  numbers()
  words()
  ownValues()
  joinedTexts()
  severalValues()
  heldValues()
}

private func numbers() {
  for x in [0, -0.0, 0.1, -2.5, 1e16, 123_456_789.125, 5e-324, -1.7e308, .infinity, .nan] {
    print("\(x) and \(Float(x))")
    print(x)
    print(Float(x))
  }
  for n in [0, 7, -12, Int(Int32.max), Int(Int32.min)] {
    print("\(n), \(Int32(n)), \(Int64(n) * 4_294_967_295)")
    print(n)
  }
  print("\(UInt8.max) \(UInt32.max) \(UInt64.max) \(UInt(3)) \(Int16(-4))")
  print(UInt64.max)
}

private func words() {
  let name = "Grüße an 梯度下降"
  print("\(name): \(true), \(false)")
  print("\(name.prefix(3))|\(Character("é"))|\(name.count)|\("")|")
  print("")
  print("\("a")\("b")")
  print(true)
  print(Character("e"))
  print(
    """
    two lines of \(name)
      \(name), \(0.2)
    """)
}

private struct Step: CustomStringConvertible {
  var number: Int
  var rate: Double
  var description: String { "step \(number) at \(rate)" }
}

private func ownValues() {
  let array = NDArray([2, -3.4])
  print("w: \(array), \(array.shape), \(array.dtype)")
  print("\(array.reshaped([2, 1]))")
  print(array)
  print("\(Step(number: 3, rate: 0.05)), then \(Step(number: 4, rate: 0.025))")
  print(Step(number: 5, rate: 1))
  print("loss \(0.000123456.scientific(4)), \(0.5.general(6))")
}

private func title(_ text: String) -> String { "<\(text)>" }

private func joinedTexts() {
  let rate = 0.2
  print(title("eta = \(rate)"))
  let runs: [(String, Int)] = [("SGD \(rate)", 1), ("Adam", 2)]
  for run in runs { print("\(run.0) \(run.1)") }
  var text = "rates: " + "\(rate)"
  for step in 1...40 { text += ", \(rate / Double(step))" }
  text.append(".")
  print(text + " \(text.utf8.count) bytes")
  print(["a", "b", "c"].reduce("", +))
}

private func severalValues() {
  print()
  print("epoch", 3)
  print("epoch", 3, "loss")
  print("epoch", 3, "loss", 0.25)
  print(1.5, Float(2.5), true, NDArray([1, 2]))
  print(Step(number: 6, rate: 0.5), -7, 0.1)
}

private func heldValues() {
  let losses = [0.5, 1e-7, -3]
  print(losses)
  print("losses: \(losses), \([1, 2]), \([Double]())")
  print(["a", "with \"quotes\"", "two\nlines"], [[1.5], []], [true])
  print(losses[1...], 1...3, 0..<2, [1...2])
  print([Float(0.1)], [UInt8(7)], [Int64(-1)])
  let best: Double? = losses.first
  let none: Int? = nil
  print("best \(best), \(none), \([best, nil])")
  print(best, none, [Optional("x")])
  print(CycleShape.linear, [CycleShape.cosine], ConjugateGradientFormula.polakRibiere)
  print("a", 1, 2.5, [1], true, "f", 7, [0.5])
  print("no newline", terminator: "; ")
  print(true, terminator: " ")
  print(7, terminator: " ")
  print(UInt8(8), terminator: " ")
  print(Int32(-9), terminator: " ")
  print(Float(0.1), terminator: " ")
  print(losses, terminator: " ")
  print(false)
  print("a", 2, [3.5], separator: "|", terminator: "")
  print()
  print([NDArray([1, 2])], Shape([2, 3]), [DType.float64])
}
