import Files

/// What commands that were killed left in the system's temporary folder.
public enum Leftovers {
  /// Removes what no living command needs.
  public static func sweep() {
    TemporaryFolder.sweep()
    Confinement.sweepReports(in: TemporaryFolder.systemFolder)
  }
}
