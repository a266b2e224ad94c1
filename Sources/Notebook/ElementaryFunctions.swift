// A block that also imports Foundation or the C library shall not have to say whose `exp` it means:
// of two functions of one name, the one that was imported by name is taken. It has the same bits on
// every machine.
@_exported import func GradientDescent.cos
@_exported import func GradientDescent.erf
@_exported import func GradientDescent.exp
@_exported import func GradientDescent.expm1
@_exported import func GradientDescent.log
@_exported import func GradientDescent.log1p
@_exported import func GradientDescent.pow
@_exported import func GradientDescent.sin
@_exported import func GradientDescent.tanh
