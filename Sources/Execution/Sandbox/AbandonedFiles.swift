import Files

/// Files of killed commands in the system's temporary folder.
public enum AbandonedFiles {
  /// Removes the files that no living command needs.
  public static func sweep() {
    TemporaryFolder.sweep()
    Confinement.sweepReports(in: TemporaryFolder.systemFolder)
  }
}
