import BookModel
import Charts
import Files
import TestTurns
import Testing
import Transcript

@testable import Execution

@Suite(.startsPrograms) struct SandboxReportTests {
  @Test("The launcher's lines are read, and what is not known is passed over")
  func lines() {
    let report = SandboxReport(
      Array("missing landlock\nmissing wings\nended time\npeak 12\nfailed no: reason\n\n".utf8))
    #expect(report.missing == [.landlock])
    #expect(report.ranOutOfTime && !report.filledScratch)
    #expect(report.peakMemory == 12288)
    #expect(report.failure == "no: reason")
    #expect(SandboxReport(Array("ended scratch".utf8)).filledScratch)
    #expect(SandboxReport([]) == SandboxReport(Array("ended stopped\npeak\n".utf8)))
  }

  @Test("More charts than allowed: the first are kept, and the experiment fails")
  func outputCount() async throws {
    let folder = try TemporaryFolder()
    let (program, records) = (folder.path + "/program", folder.path + "/records")
    let chart = Chart(title: "A")
    let bytes = chart.encoded()
    let record = [0, 2, UInt8(bytes.count & 255), UInt8(bytes.count >> 8), 0, 0] + bytes
    let most = OutputLimit.charts.maximum
    let begin = #"printf '\000\012\000\000\000\000'"#
    let end = #"printf '\000\013\000\000\000\000'"#
    try FileAccess.writeAtomically(
      Array([[UInt8]](repeating: record, count: most).joined()), to: records)
    func run(_ command: String) async throws -> ProgramRun.Outcome {
      try FileAccess.writeAtomically(Array("#!/bin/sh\n\(command)\n".utf8), to: program)
      chmod(program, 0o755)
      return await ProgramRun(program: program, timeLimit: 120)
        .run(in: folder.path)
    }
    let allowed = try await run("\(begin)\ncat \(records)\n\(end)")
    #expect(allowed.failure == nil)
    #expect(try await run("cat \(records)").failure == .notBegun)
    #expect(try await run("\(begin)\ncat \(records)").failure == .endedEarly)
    #expect(allowed.outputs == [Output](repeating: .chart(chart), count: most))
    let tooMany = try await run("cat \(records) \(records)")
    #expect(tooMany.failure == .beyondLimit(OutputExcess(.charts)))
    #expect(tooMany.outputs == allowed.outputs)
    let failed = try await run("cat \(records) \(records)\nexit 3")
    #expect(failed.failure == .exit(3))
  }
}
