import BookModel
import Charts
import Testing

@testable import Execution

@Suite struct SandboxReportTests {
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
    try FileAccess.writeAtomically(
      [0, 2, UInt8(bytes.count & 255), UInt8(bytes.count >> 8), 0, 0] + bytes, to: records)
    try FileAccess.writeAtomically(
      Array("#!/bin/sh\ncat \(records) \(records) \(records)\n".utf8), to: program)
    chmod(program, 0o755)
    var run = ProgramRun(program: program, timeLimit: 120, outputCountLimit: 2)
    let tooMany = await run.run(in: folder.path)
    #expect(tooMany.failure == .tooManyOutputs(2))
    #expect(tooMany.outputs == [.chart(chart), .chart(chart)])
    run.outputCountLimit = 3
    let allowed = await run.run(in: folder.path)
    #expect(allowed.failure == nil)
    #expect(allowed.outputs.count == 3)
  }
}
