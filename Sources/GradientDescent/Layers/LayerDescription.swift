extension Layer {
  /// The layer with its parameters' shapes and their number: `Dense  weight [64, 2], bias [64]  192`.
  ///
  /// A length that the first call tells is `?`.
  public var description: String {
    let row = LayerLine("", name, layers.isEmpty ? parameters : [], [])
    return [row.name, row.shapes, row.count].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// Adds a line for each of the layers that it is made of.
  fileprivate func addRows(
    to rows: inout [LayerLine], under place: String, _ seen: inout [Parameter]
  ) {
    for (index, layer) in layers.enumerated() {
      let own = layer.layers.isEmpty ? layer.parameters : []
      rows.append(LayerLine(place + "\(index)", layer.name, own, seen))
      layer.addRows(to: &rows, under: place + "\(index).", &seen)
      seen += layer.parameters
    }
  }
}

extension Sequential: CustomStringConvertible {
  /// All layers, one a line, with their parameters' shapes and their number:
  ///
  ///     Sequential of 3 layers, 257 parameters
  ///     0  Dense  weight [64, 2], bias [64]  192
  ///     1  Tanh
  ///     2  Dense  weight [1, 64], bias [1]    65
  ///
  /// A parameter counts once, also in a layer that is used twice; a length that the first call tells is
  /// `?`. Layers within layers are numbered `2.0`.
  public var description: String {
    var rows: [LayerLine] = []
    var seen: [Parameter] = []
    addRows(to: &rows, under: "", &seen)
    let widths = rows.reduce((0, 0, 0, 0)) { widths, row in
      (
        max(widths.0, row.place.unicodeScalars.count), max(widths.1, row.name.unicodeScalars.count),
        max(widths.2, row.shapes.unicodeScalars.count),
        max(widths.3, row.count.unicodeScalars.count)
      )
    }
    var text = "Sequential of \(count) layer" + (count == 1 ? "" : "s") + ", "
    text += LayerLine.total(parameters) + " parameters"
    for row in rows { text += "\n" + row.text(widths) }
    return text
  }
}

/// A line about one layer.
fileprivate struct LayerLine {
  let place: String
  let name: String
  var shapes = ""
  var count = ""

  /// - Parameters:
  ///   - own: the layer's parameters; none of a layer that is made of others
  ///   - seen: parameters of earlier lines, which do not count again
  init(_ place: String, _ name: String, _ own: [Parameter], _ seen: [Parameter]) {
    (self.place, self.name) = (place, name)
    if own.isEmpty { return }
    if own.allSatisfy({ parameter in seen.contains { $0 === parameter } }) {
      shapes = "as above"
      return
    }
    shapes = own.map { $0.name + " " + $0.shapeText }.joined(separator: ", ")
    count = LayerLine.total(own)
  }

  /// The number of values; `?` while a shape is not known.
  static func total(_ parameters: [Parameter]) -> String {
    var total = 0
    for parameter in parameters {
      guard let count = parameter.count else { return "?" }
      total += count
    }
    return "\(total)"
  }

  /// The line in columns, the last one aligned to the right.
  func text(_ widths: (Int, Int, Int, Int)) -> String {
    if shapes.isEmpty { return padded(place, widths.0) + "  " + name }
    let start = padded(place, widths.0) + "  " + padded(name, widths.1) + "  "
    if count.isEmpty { return start + shapes }
    let gap = String(repeating: " ", count: widths.3 - count.unicodeScalars.count)
    return start + padded(shapes, widths.2) + "  " + gap + count
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: width - text.unicodeScalars.count)
  }
}

// Not of the protocol itself: Embedded Swift has no `any CustomStringConvertible`.
extension Activation: CustomStringConvertible {}
extension AvgPool2D: CustomStringConvertible {}
extension BatchNorm: CustomStringConvertible {}
extension Conv2D: CustomStringConvertible {}
extension Dense: CustomStringConvertible {}
extension Dropout: CustomStringConvertible {}
extension Embedding: CustomStringConvertible {}
extension Flatten: CustomStringConvertible {}
extension GELU: CustomStringConvertible {}
extension GlobalAvgPool2D: CustomStringConvertible {}
extension LayerNorm: CustomStringConvertible {}
extension LeakyReLU: CustomStringConvertible {}
extension MaxPool2D: CustomStringConvertible {}
extension ReLU: CustomStringConvertible {}
extension Sigmoid: CustomStringConvertible {}
extension Softmax: CustomStringConvertible {}
extension Tanh: CustomStringConvertible {}
