// A block that also imports Foundation or the C library need not qualify `exp`: of two functions
// with one name, the compiler prefers the one that was imported by name. This one has the same bits
// on every machine.
@_exported import func GradientDescent.ceil
@_exported import func GradientDescent.cos
@_exported import func GradientDescent.erf
@_exported import func GradientDescent.exp
@_exported import func GradientDescent.exp2
@_exported import func GradientDescent.expm1
@_exported import func GradientDescent.floor
@_exported import func GradientDescent.log
@_exported import func GradientDescent.log10
@_exported import func GradientDescent.log1p
@_exported import func GradientDescent.log2
@_exported import func GradientDescent.pow
@_exported import func GradientDescent.round
@_exported import func GradientDescent.sin
@_exported import func GradientDescent.sqrt
@_exported import func GradientDescent.tan
@_exported import func GradientDescent.tanh
