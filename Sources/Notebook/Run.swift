import GradientDescent
import Transcript

/// Gets the process ready for one experiment. The program that Gradbook makes of a chapter calls it
/// first: from then on an engine fault is told to Gradbook, in its own words, before the trap.
public func startNotebook() {
  onFault = { message in send(.fault, Array(message.utf8)) }
}
