import Transcript

/// Stops the experiment because the notebook was asked for something that makes no sense.
/// - Parameters:
///   - function: the function as the block called it, such as `knob`
///   - message: what was found and what was expected
@inline(never)
func refuse(_ function: String, _ message: String) -> Never {
  let text = function + ": " + message
  send(.fault, [UInt8](text.utf8))
  fatalError(text)
}

/// Stops the experiment unless a text can be a name.
func demandName(_ name: String, of function: String) {
  if OutputName.isValid(name) { return }
  refuse(
    function,
    "found the name '" + name + "', expected small letters and digits with single hyphens between")
}

/// Stops the experiment if it goes beyond a limit. Gradbook says which one in words, at the line that
/// called the notebook.
@inline(never)
func demand(_ excess: OutputExcess?) {
  guard let excess else { return }
  send(.limit, excess.encoded())
  fatalError("the experiment puts out more than a page can carry")
}
