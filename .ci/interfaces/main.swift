// Copies the sources of modules, with their interfaces marked as `ExportedInterfaces` says.
// usage: interfaces FOLDER MODULE…      the folders of the modules; their copies go to FOLDER
import Foundation

let arguments = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
let (target, modules) = (arguments[0], arguments.dropFirst())
var copies: [(place: URL, source: String)] = []
for module in modules {
  let paths = try FileManager.default.subpathsOfDirectory(atPath: module.path)
  for path in paths where path.hasSuffix(".swift") {
    copies.append(
      (
        target.appendingPathComponent(module.lastPathComponent + "/" + path),
        try String(contentsOf: module.appendingPathComponent(path), encoding: .utf8)
      ))
  }
}
let interfaces = ExportedInterfaces(of: copies.map(\.source))
for (place, source) in copies {
  try FileManager.default.createDirectory(
    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
  try interfaces.marked(source).write(to: place, atomically: true, encoding: .utf8)
}
