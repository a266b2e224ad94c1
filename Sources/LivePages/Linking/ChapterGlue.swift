import BookModel

/// The C file that joins the experiments of a chapter: it calls them by their numbers, and holds the data
/// files that they declare.
struct ChapterGlue {
  /// The file's text.
  let source: String
  /// The data files by the names under which the text embeds them.
  let files: [(name: String, file: DeclaredFile)]

  /// Writes the file.
  /// - Parameter experiments: the experiments; the first has the number 0
  init(_ experiments: [ExperimentCode]) {
    var files: [(name: String, file: DeclaredFile)] = []
    var lines = ["#include <stddef.h>", "#include <stdint.h>"]
    lines += Set(experiments.map(\.name)).sorted().map { "void \($0)(void);" }
    lines.append("void gradbook_experiment(uint32_t experiment) {")
    lines.append("  switch (experiment) {")
    for (number, code) in experiments.enumerated() {
      lines.append("    case \(number): \(code.name)(); break;")
    }
    lines += ["    default: __builtin_trap();", "  }", "}"]
    var cases: [String] = []
    for (number, code) in experiments.enumerated() {
      for (index, file) in code.unit.data.enumerated() {
        let name = "data\(files.count)"
        files.append((name, file))
        lines.append("static const uint8_t \(name)[] = {")
        // An array may not be empty.
        lines += ["#embed \"\(name)\" suffix(,)", "  0};"]
        cases.append("  if (experiment == \(number) && index == \(index)) {")
        cases.append("    *count = sizeof \(name) - 1;")
        cases += ["    return \(name);", "  }"]
      }
    }
    lines.append(
      "const uint8_t *gradbook_file(uint32_t experiment, uint32_t index, uint32_t *count) {")
    lines += cases + ["  *count = 0;", "  return NULL;", "}"]
    source = lines.joined(separator: "\n") + "\n"
    self.files = files
  }
}
