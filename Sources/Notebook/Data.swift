import GradientDescent

/// The contents of a data file beside the chapter, which the block declares in its first lines:
/// `//| data: airfoil.csv`.
///
///     let airfoil = data("airfoil.csv")
///     let dataset = airfoil.dataset(features: ["frequency", "angle"], labels: "pressure")
///
/// - Parameter name: the file's name as it is declared, by the block or by a setup block above it
/// - Returns: a CSV file as a table, a NumPy file as an array
public func data(_ name: String) -> DataFile {
  if let known = readFiles.first(where: { $0.name == name }) { return known.file }
  guard let index = declaredFiles.firstIndex(of: name) else {
    let known = declaredFiles.map { "'" + $0 + "'" }.joined(separator: ", ")
    refuse(
      "data",
      "the file '" + name + "' is not declared"
        + (known.isEmpty ? "" : "; declared are " + known)
        + "; write '//| data: " + name + "' as the first line of the block")
  }
  let file = DataFile(name: name, bytes: bytes(ofFile: name, at: index))
  readFiles.append((name, file))
  return file
}

/// Sets the names of the files that the block may read. The program that Gradbook makes of a chapter
/// calls it.
public func gradbookDeclares(_ files: [String]) { declaredFiles = files }

/// The declared files. A block runs on one thread.
private nonisolated(unsafe) var declaredFiles: [String] = []

/// The files that have been read, so that a file that is read in a loop is read once.
private nonisolated(unsafe) var readFiles: [(name: String, file: DataFile)] = []

#if hasFeature(Embedded)
  /// Asks the host for the bytes of a declared file, by its place among those that the block declares.
  @_extern(c, "gradbook_data")
  private func hostData(_ index: UInt32, _ count: UnsafeMutablePointer<UInt32>?)
    -> UnsafePointer<UInt8>?

  private func bytes(ofFile name: String, at index: Int) -> [UInt8] {
    var count: UInt32 = 0
    guard let start = hostData(UInt32(index), &count) else {
      refuse("data", "the file '" + name + "' cannot be read: it is not in the page")
    }
    return [UInt8](UnsafeBufferPointer(start: start, count: Int(count)))
  }
#else
  internal import HostSystem

  /// Reads the file at the path that Gradbook gives in the environment; in a program that runs without
  /// Gradbook, the file of that name in the working folder.
  private func bytes(ofFile name: String, at index: Int) -> [UInt8] {
    do throws(SystemError) {
      return try readFile(environmentValue("GRADBOOK_DATA_\(index)") ?? name)
    } catch {
      refuse("data", "the file '" + name + "' cannot be read: " + error.reason)
    }
  }
#endif
