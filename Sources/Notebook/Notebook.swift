/// The interface of blocks: the engine, the charts, and the notebook's own `print` and `show`.
@_exported import Charts
@_exported import GradientDescent
@_exported import Numerals
