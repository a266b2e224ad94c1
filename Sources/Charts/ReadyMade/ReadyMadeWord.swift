/// A word that ready-made charts write beside an axis, unless the author chooses another.
package enum ReadyMadeWord: String, CaseIterable {
  case loss
  case epoch
  case count
}
