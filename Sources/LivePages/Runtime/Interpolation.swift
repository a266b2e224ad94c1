// Belongs in each block's module beside the block, when it is compiled for WebAssembly.
//
// A text with interpolated values begins with an initializer of the standard library's that reserves room
// for the rest. In Embedded Swift the block has to hold all that it calls, which more than doubles the
// time of its compilation. A module's own function of the same symbol takes precedence: this one begins
// with an empty text. If a compiler names the symbol otherwise, blocks do the same as before, and take
// longer to compile.
import Notebook

extension DefaultStringInterpolation {
  @_silgen_name("$es26DefaultStringInterpolationV15literalCapacity18interpolationCountABSi_SitcfC")
  private init(literalCapacity: Int, interpolationCount: Int) { self = .empty }
}
