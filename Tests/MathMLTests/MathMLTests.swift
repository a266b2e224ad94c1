import MathML
import Testing
