// Times common operations on arrays of a million numbers in single precision. Compiled like a chapter
// and linked with the library for blocks. Tests/Benchmarks/arrays.py does the same with NumPy.
//
// usage: array-functions
// Prints a line for each operation: its name and its shortest time in seconds.
import GradientDescent

let random = RandomGenerator(seed: 1)
let x = NDArray.normal([1_000_000], using: random)
let y = NDArray.normal([1_000_000], using: random)
let positive = x.abs() + 0.01
let table = x.reshaped([1000, 1000])
let near = 1 + x * 1e-6

let jobs: [(String, () -> NDArray)] = [
  ("add", { x + y }), ("multiply", { x * y }), ("divide", { x / positive }),
  ("sqrt", { positive.sqrt() }), ("exp", { x.exp() }), ("log", { positive.log() }),
  ("exp2", { x.exp2() }), ("log2", { positive.log2() }), ("log10", { positive.log10() }),
  ("tan", { x.tan() }), ("tanh", { x.tanh() }), ("softplus", { x.softplus() }),
  ("floor", { x.floor() }), ("round", { x.round() }), ("maximum", { NDArray.maximum(x, 0) }),
  ("clip", { x.clamp(-1, 1) }), ("where", { NDArray.where(x .> 0, x, y) }),
  ("sum", { x.sum() }), ("sum-rows", { table.sum(axis: 0) }),
  ("sum-columns", { table.sum(axis: 1) }),
  ("std", { x.std() }), ("prod", { near.prod() }), ("norm-1", { x.norm(1) }), ("dot", { x.dot(y) }),
  ("softmax", { table.softmax() }), ("transpose", { table.T }), ("column", { table[0..., 7] }),
  ("sort", { x.sorted() }), ("argsort", { x.argsort() }),
]

var sink = 0.0
for (name, job) in jobs {
  let clock = ContinuousClock()
  var best = Double.infinity
  for _ in 0..<20 {
    let time = clock.measure { sink += job().shape.count == 0 ? 1 : 0 }
    best = min(best, time / .seconds(1))
  }
  print(name, best)
}
if sink > 0 { print("empty results", sink) }
