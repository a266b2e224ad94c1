extension NDArray {
  /// The rows with given numbers, in that order; a row may come several times.
  ///
  /// The gradient of a row is the sum over its copies, in their order.
  /// - Shape: `[n, …]` and k numbers to `[k, …]`
  /// - Parameter rows: places of the first axis, from 0 to n − 1
  public func take(_ rows: [Int]) -> NDArray {
    let length = shape[shape.resolve(0, in: "take")]
    for row in rows where row < 0 || row >= length {
      fault("take", "there is no row \(row) in an array of shape \(shape)")
    }
    let width = shape.dropFirst.count
    return NDArray.operation(
      Gathering(starts: rows.map { $0 * width }, width: width),
      shape.replacingFirst(with: rows.count), node)
  }

  /// The rows whose numbers another array holds.
  /// - Shape: `[n, …]` and `[k]` to `[k, …]`; `[n, …]` and `[k, m]` to `[k, m, …]`
  /// - Parameter rows: whole numbers from 0 to n − 1, of the same `dtype`
  public func take(_ rows: NDArray) -> NDArray {
    NDArray.requireSameType("take", self, rows)
    let length = shape[shape.resolve(0, in: "take")]
    return take(rows.places(below: length, "take", self))
      .reshaped(Shape(rows.shape.array + shape.dropFirst.array))
  }

  /// One element of each row of the last axis, such as the predicted logarithm of the label's
  /// probability.
  /// - Shape: `[…, n]` and `[…]` to `[…]`
  /// - Parameter places: whole numbers from 0 to n − 1, of the same `dtype`
  public func pick(_ places: NDArray) -> NDArray {
    NDArray.requireSameType("pick", self, places)
    if shape.rank == 0 || Shape(shape.array.dropLast()) != places.shape {
      fault("pick", "places of shape \(places.shape) for an array of shape \(shape)")
    }
    let length = shape.last
    let starts = places.places(below: length, "pick", self).enumerated().map {
      $0.offset * length + $0.element
    }
    return NDArray.operation(Gathering(starts: starts, width: 1), places.shape, node)
  }

  /// This array's numbers as whole ones; a fault of `operation` on `array` unless they are below
  /// `bound`.
  private func places(below bound: Int, _ operation: String, _ array: NDArray) -> [Int] {
    elements.map { number in
      guard number >= 0, number < Double(bound), Double(Int(number)) == number else {
        fault(
          operation,
          "\(number) is not a whole number from 0 to \(bound - 1), for an array of shape "
            + "\(array.shape)")
      }
      return Int(number)
    }
  }
}

extension NDArray {
  /// The elements at given row-major places, one for each element of this array.
  func gathered(from places: [Int]) -> NDArray {
    NDArray.operation(Gathering(starts: places, width: 1), shape, node)
  }

  /// Adds pieces of `width` elements, one after another, to zeros at given starts.
  /// - Parameter shape: the result's
  func scattered(to starts: [Int], width: Int, _ shape: Shape) -> NDArray {
    NDArray.operation(Scattering(starts: starts, width: width), shape, node)
  }
}

/// Pieces of `width` elements from given starts, one after another.
private struct Gathering: Operation {
  let starts: [Int]
  let width: Int

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, z) = (inputs.first.pointer(T.self), result.pointer(T.self))
    for (place, start) in starts.enumerated() {
      (z + place * width).update(from: x + start, count: width)
    }
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    guard let dx = inputs.first.gradientToAddTo(T.self) else { return }
    for (place, start) in starts.enumerated() {
      Lanes.add(gradient.pointer(T.self) + place * width, times: 1, to: dx + start, width)
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    [call.gradient.scattered(to: starts, width: width, call.inputs[0].shape)]
  }
}

/// The other way: pieces of `width` elements, added to zeros at given starts.
private struct Scattering: Operation {
  let starts: [Int]
  let width: Int

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, z) = (inputs.first.pointer(T.self), result.pointer(T.self))
    z.update(repeating: 0, count: result.count)
    for (place, start) in starts.enumerated() {
      Lanes.add(x + place * width, times: 1, to: z + start, width)
    }
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    guard let dx = inputs.first.gradientToAddTo(T.self) else { return }
    for (place, start) in starts.enumerated() {
      Lanes.add(gradient.pointer(T.self) + start, times: 1, to: dx + place * width, width)
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let gathering = Gathering(starts: starts, width: width)
    return [NDArray.operation(gathering, call.inputs[0].shape, call.gradient.node)]
  }
}
