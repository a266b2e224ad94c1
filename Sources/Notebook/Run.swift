import GradientDescent
import Transcript

/// Gets the process ready for one experiment. The program that Gradbook makes of a chapter calls it
/// first: it tells Gradbook that it begins, and from then on an engine fault is told in its own words
/// before the trap.
public func startNotebook() {
  send(.begin, [])
  onFault = { message in send(.fault, Array(message.utf8)) }
}
