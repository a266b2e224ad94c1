import Foundation
import TestTurns
import Testing

/// Neovim's own client, set up by the lines that README gives.
@Suite(.startsPrograms) struct NeovimTests {
  private static let program = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":")
    .map { "\($0)/nvim" }.first(where: FileManager.default.isExecutableFile)

  /// Returns the Lua of README, with the path of the program under test.
  private static func setUp() throws -> String {
    let readme = try String(
      contentsOf: CommandRun.package.appending(path: "README.md"), encoding: .utf8)
    let section = try #require(readme.range(of: "## In your own editor"))
    let start = try #require(readme[section.upperBound...].range(of: "-- Neovim\n"))
    let lines = readme[start.upperBound...].split(
      separator: "\n", omittingEmptySubsequences: false
    ).prefix { $0.hasPrefix("    ") }
    let lua = lines.joined(separator: "\n")
    #expect(lua.contains("'/path/to/gradbook/.build/release/gradbook'"))
    return lua.replacing(
      "/path/to/gradbook/.build/release/gradbook",
      with: CommandRun.products.appending(path: "gradbook").path)
  }

  @Test(
    "Neovim opens a chapter and completes Swift and labels in it",
    .enabled(if: program != nil, "there is no nvim: apt-get install neovim"))
  func completes() async throws {
    _ = try await LspCommandTests.engine.value
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(LspCommandTests.chapter, to: "Chapters/en/01-a.md")
    let place = LspCommandTests.chapter.components(separatedBy: "trainer.")[0]
      .split(separator: "\n", omittingEmptySubsequences: false)
    let label = LspCommandTests.chapter.components(separatedBy: "](#")[0]
      .split(separator: "\n", omittingEmptySubsequences: false)
    func ask(_ lines: [Substring], _ more: Int) -> String {
      """
      do
        local parameters = vim.lsp.util.make_position_params(0, 'utf-16')
        local line, bytes = \(lines.count - 1), \((lines.last?.utf8.count ?? 0) + more)
        local text = vim.api.nvim_buf_get_lines(0, line, line + 1, true)[1]
        parameters.position = { line = line, character = select(2, vim.str_utfindex(text, bytes)) }
        for attempt = 1, 100 do
          local count = 0
          local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', parameters, 60000)
          for _, answer in pairs(answers or {}) do
            for _, item in ipairs((answer.result or {}).items or {}) do
              write('proposal ' .. item.label)
              count = count + 1
            end
          end
          if count > 0 then break end
          vim.wait(100)
        end
      end
      """
    }
    try scratch.write(
      """
      local output = io.open('\(scratch.file("output").path)', 'w')
      local function write(text) output:write(text .. '\\n') output:flush() end
      local isGood, reason = pcall(function()
        vim.cmd('filetype on')
      \(try Self.setUp())
        vim.cmd('edit \(scratch.file("Chapters/en/01-a.md").path)')
        vim.wait(60000, function() return #vim.lsp.buf_get_clients(0) > 0 end, 10)
      \(ask(place, "trainer.".utf8.count))
      \(ask(label, "](#".utf8.count))
      end)
      write(isGood and 'done' or 'error ' .. tostring(reason))
      vim.cmd('qall!')
      """, to: "script.lua")
    let process = try CommandProcess(
      [
        "--headless", "-u", "NONE", "-i", "NONE", "-c",
        "luafile \(scratch.file("script.lua").path)",
      ],
      in: scratch.folder, environment: ["XDG_STATE_HOME": scratch.folder.path],
      program: Self.program)
    _ = try await process.end()
    let output = try scratch.read("output").split(separator: "\n")
    #expect(output.last == "done", "\(output.last ?? "")")
    for name in ["learningRate", "parameters", "loss", "run"] {
      #expect(output.contains("proposal \(name)"), "\(name)")
    }
  }
}
