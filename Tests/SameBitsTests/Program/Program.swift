/// Computes with the engine and prints, line by line, what the bits were. The test compiles it for
/// several machines and compares the lines.
@main
enum Program {
  static func main() {
    sums()
    products()
    elementaryFunctions()
    wholeArrays()
    randomness()
    arrays()
    training()
    texts()
    printTexts()
  }
}

/// The block's.
@_extern(c, "print_texts")
private func printTexts()
