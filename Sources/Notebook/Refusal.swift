import Transcript

/// Stops the experiment because a function of the notebook was called with invalid arguments.
/// - Parameters:
///   - function: the function's name, such as `knob`
///   - message: the finding, and what was expected
@inline(never)
func refuse(_ function: String, _ message: String) -> Never {
  let text = function + ": " + message
  send(.fault, [UInt8](text.utf8))
  fatalError(text)
}

/// Stops the experiment unless a text is a valid name.
func demandName(_ name: String, of function: String) {
  if OutputName.isValid(name) { return }
  refuse(
    function,
    "found the name '" + name + "', expected small letters and digits with single hyphens between")
}

/// Stops the experiment if it exceeds a limit. Gradbook reports the limit at the line that called
/// the notebook.
@inline(never)
func demand(_ excess: OutputExcess?) {
  guard let excess else { return }
  send(.limit, excess.encoded())
  fatalError("the experiment puts out more than a page can carry")
}
