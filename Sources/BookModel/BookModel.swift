// What stages pass on is made of outputs and of diagnostics: whoever knows books knows them.
@_exported import Outputs
