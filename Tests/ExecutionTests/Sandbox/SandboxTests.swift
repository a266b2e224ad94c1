import BookModel
import Files
import TestTurns
import Testing

@testable import Execution

/// The layers that this machine lacks; where it lacks some, what needs all of them is not tried.
private let missingHere: [SandboxLayer] = {
  guard let launcher = Sandbox.find() else { return SandboxLayer.allCases }
  return CommandOutcome([launcher.launcher, "--probe"]).missing
}()

@Suite(.serialized, .startsPrograms) struct SandboxTests {
  @Test(
    "A block has its own folder and nothing else, and ends in bounds with a plain message",
    .enabled(if: missingHere.isEmpty))
  func probes() async throws {
    let outside = try TemporaryFolder()
    let secret = outside.path + "/secret"
    try FileAccess.writeAtomically(Array("secret".utf8), to: secret)
    let mark = "daemon-\(getpid())"
    let run = await Executor.testing(use: .afresh).run(
      chapter(
        .setup(SandboxProbe.setup), .experiment("network", SandboxProbe.network),
        .experiment("files", SandboxProbe.files(secret: secret, author: getpid())),
        .experiment("forks", SandboxProbe.forks, timeout: 5),
        .experiment("daemon", SandboxProbe.daemon(named: mark)),
        .experiment("stubborn", SandboxProbe.stubborn, timeout: 1),
        .experiment("hog", SandboxProbe.hog, timeout: 60),
        .experiment("deep", "print(deep(1))"),
        .experiment("family", SandboxProbe.family, timeout: 60),
        .experiment(
          "surroundings",
          SandboxProbe.surroundings(outside: [outside.path, TestEngine.cache, TestEngine.package])),
        .experiment("big-file", SandboxProbe.bigFile),
        .experiment("many-files", SandboxProbe.manyFiles)))
    #expect(ProcessScan.countNamed(mark) == 0)
    let texts = run.results.mapValues(\.text)
    #expect(
      texts["network"]
        == """
        tcp refused
        udp refused
        tcp6 refused
        unix refused
        unix datagram refused
        netlink refused
        pair works
        datagram pair refused

        """)
    #expect(
      texts["files"]
        == """
        passwd refused
        secret refused
        secret written refused
        mode changed refused
        link works
        through the link refused
        first process refused
        command line refused
        author's process refused
        outside refused
        beside refused
        own folder works
        signal refused
        user refused
        inotify refused
        host name refused
        8 variables

        """)
    #expect(
      texts["surroundings"]
        == """
        false stat refused
        false stat refused
        false stat refused
        ["none"] [".", ".."]
        true
        gradbook
        /scratch ["/experiment/program"]

        """)
    #expect(texts["forks"] == "bounded\n")
    #expect(texts["daemon"] == "left behind\n")
    for id in ["stubborn", "hog", "family", "big-file", "many-files"] {
      #expect(texts[id] == "on\n")
    }
    let failures = run.results.compactMapValues { $0.failure?.message }
    #expect(
      failures == [
        "stubborn": "the experiment did not end within 1 s",
        "hog": "the experiment needed more than 512 MB of memory",
        "family": "the experiment needed more than 768 MB of memory",
        "deep": "the experiment ran out of stack, or used memory that is not its own",
        "big-file": "the experiment wrote a file of more than 16 MB",
        "many-files": "the experiment wrote more than its folder may hold, 64 MB",
      ])
    #expect(run.results["hog"]?.failure?.range?.start.line ?? 0 > 120)
    #expect(run.results["stubborn"]?.failure?.range?.start.line ?? 0 > 100)
    #expect(try FileAccess.read(secret) == Array("secret".utf8))
    #expect(run.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test("A missing layer is named in one warning, and refused where all of them are required")
  func missingLayer() async throws {
    var launcher = try #require(Sandbox.find())
    for layer in SandboxLayer.allCases {
      launcher.without = [layer]
      let missing = try await launcher.missingLayers()
      #expect(missing.contains(layer))
      #expect(Set(missing).isSubset(of: [layer] + missingHere))
    }
    launcher.without = [.landlock]
    let warning = await SandboxCheck.find(.whereAvailable, sandbox: launcher)
    #expect(warning.sandbox == launcher)
    #expect(warning.diagnostic?.severity == .warning)
    #expect(warning.diagnostic?.message.contains("Landlock") == true)
    #expect(warning.diagnostic?.message.contains("read every file that you can read") == true)
    let error = await SandboxCheck.find(.required, sandbox: launcher).diagnostic
    #expect(error?.severity == .error)
    #expect(error?.message.contains("Landlock") == true)
    #expect(await SandboxCheck.find(.required, sandbox: nil).diagnostic?.severity == .error)
    #expect(await SandboxCheck.find(.off, sandbox: nil).diagnostic?.severity == .warning)
    let whole = await SandboxCheck.find(.required, sandbox: Sandbox.find()).diagnostic
    #expect((whole == nil) == missingHere.isEmpty)
  }

  @Test("Where a whole sandbox is required and one layer is missing, no block runs")
  func required() async throws {
    setenv("GRADBOOK_SANDBOX_WITHOUT", "seccomp", 1)
    let refusing = Executor(
      .init(
        cacheFolder: TestEngine.cache, package: TestEngine.package, sandbox: .required),
      use: .afresh)
    let warning = Executor(
      .init(cacheFolder: TestEngine.cache, package: TestEngine.package), use: .afresh)
    let open = Executor(
      .init(cacheFolder: TestEngine.cache, package: TestEngine.package, sandbox: .off),
      use: .afresh)
    unsetenv("GRADBOOK_SANDBOX_WITHOUT")
    let text = chapter(.experiment("a", "print(1)"))
    let refused = await refusing.run(text)
    #expect(refused.results["a"]?.outputs == [])
    #expect(refused.results["a"]?.failure?.message.hasPrefix("not run: a whole sandbox") == true)
    #expect(refused.diagnostics.first?.message.contains("seccomp") == true)
    for executor in [warning, open] {
      let run = await executor.run(text)
      #expect(run.results["a"]?.text == "1\n")
      #expect(run.diagnostics.map(\.severity) == [.warning])
      #expect(await executor.run(text).diagnostics == [])
    }
  }

  @Test("An experiment runs whichever layers are missing, with one warning that names them")
  func experiments() async throws {
    let text = chapter(.experiment("a", "print(1)"))
    let layers = SandboxLayer.allCases
    for bits in 0..<(1 << layers.count) {
      let without = layers.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
      setenv("GRADBOOK_SANDBOX_WITHOUT", without.map(\.rawValue).joined(separator: ","), 1)
      let executor = Executor(
        .init(cacheFolder: TestEngine.cache, package: TestEngine.package), use: .afresh)
      unsetenv("GRADBOOK_SANDBOX_WITHOUT")
      let run = await executor.run(text)
      #expect(run.results["a"]?.text == "1\n", "\(without)")
      #expect(run.diagnostics.map(\.severity) == (without.isEmpty ? [] : [.warning]))
      for layer in without {
        #expect(run.diagnostics.first?.message.contains(layer.name) == true, "\(without)")
      }
    }
  }

  @Test("The end of the program arrives outside as it was, a signal as that signal")
  func endings() throws {
    let launcher = try #require(Sandbox.find()).launcher
    let start = [
      launcher, "--read", "/usr", "--read", "/bin", "--read", "/lib", "--read", "/lib64",
    ]
    for (script, status) in [
      ("exit 0", 0), ("exit 7", 7), ("kill -ILL $$", 128 + 4), ("kill -SEGV $$", 128 + 11),
      ("kill -ABRT $$", 128 + 6),
    ] {
      #expect(CommandOutcome(start + ["--", "/bin/sh", "-c", script]).status == Int32(status))
    }
    let absent = CommandOutcome(start + ["--", "/bin/absent"])
    #expect(absent.status == 125)
    #expect(absent.text.contains("cannot execute '/bin/absent': No such file or directory"))
    #expect(CommandOutcome([launcher, "--nonsense", "1"]).status == 125)
  }

  @Test("Nothing survives the death of the one who waits, the launcher's own, or the deadline")
  func orphans() async throws {
    let launcher = try #require(Sandbox.find()).launcher
    let options = "--read /usr --read /bin --read /lib --read /lib64"
    for (number, without) in ["", "--without processes"].enumerated() {
      let mark = "gradbook-orphan-\(getpid())-\(number)"
      // A process that ignores what it can, in a session of its own, behind one that does the same.
      let inner =
        "trap '' TERM INT HUP; "
        + "setsid sh -c 'trap \\\"\\\" TERM; sleep 40; : \(mark)' & wait"
      let script =
        "\(launcher) \(options) \(without) --wall 30 --parent $$ -- /bin/sh -c \"\(inner)\" & wait"
      for signal in [SIGKILL, SIGTERM] {
        let shell = CommandOutcome.start(["/bin/sh", "-c", script])
        #expect(await ProcessScan.wait(until: { $0 >= 4 }, mark))
        kill(shell, signal)
        #expect(await ProcessScan.waitUntilNone(mark))
        CommandOutcome.wait(shell)
      }
    }
    let mark = "gradbook-deadline-\(getpid())"
    let clock = ContinuousClock.now
    let late = CommandOutcome(
      [launcher] + options.utf8.split(separator: 32).map { String(Substring($0)) }
        + ["--wall", "0.3", "--", "/bin/sh", "-c", "setsid sleep 30 & sleep 30; : \(mark)"])
    #expect(late.status == 128 + SIGKILL)
    #expect(clock.secondsSince < 10)
    #expect(ProcessScan.count(mark) == 0)
  }

  /// What starts a command as a user that owns nothing.
  private static let nobody = [
    "/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups",
  ]
  private static let canBecomeNobody =
    getuid() == 0 && FileAccess.status("/usr/bin/setpriv") != nil

  /// A launcher that everybody may start, and an empty folder that everybody may use.
  private static func place(in folder: TemporaryFolder) throws -> (
    launcher: String, scratch: String
  ) {
    let launcher = try #require(Sandbox.find()).launcher
    for path in [folder.path, FileAccess.parent(of: folder.path)] {
      if let path { chmod(path, 0o755) }
    }
    let copy = folder.path + "/gradbook-sandbox"
    try FileAccess.writeAtomically(try FileAccess.read(launcher), to: copy)
    chmod(copy, 0o755)
    let scratch = folder.path + "/scratch"
    try FileAccess.makeFolder(scratch)
    chmod(scratch, 0o777)
    return (copy, scratch)
  }

  @Test(
    "A block runs, or says why not, whichever layers are missing, as root and as an ordinary user")
  func combinations() throws {
    let folder = try TemporaryFolder()
    let (launcher, scratch) = try Self.place(in: folder)
    let layers = SandboxLayer.allCases
    for user in Self.canBecomeNobody ? [[], Self.nobody] : [[]] {
      for bits in 0..<(1 << layers.count) {
        let without = layers.enumerated().filter { bits >> $0.offset & 1 == 1 }
          .flatMap { ["--without", $0.element.rawValue] }
        let run = CommandOutcome(
          user + [launcher, "--scratch", scratch, "--read", "/usr/lib", "--read", "/lib"]
            + ["--read", "/lib64", "--read", "/etc/ld.so.cache"] + without
            + ["--", "/bin/sh", "-c", "echo begun; exit 7"])
        #expect(run.text == "begun\n", "\(user.isEmpty) \(without)")
        #expect(run.status == 7, "\(without)")
      }
    }
  }

  @Test(
    "The memory of all processes together is bounded, with a control group or without, whichever namespaces are missing"
  )
  func memoryTogether() throws {
    let folder = try TemporaryFolder()
    let (launcher, scratch) = try Self.place(in: folder)
    let report = scratch + "/../report"
    for user in Self.canBecomeNobody ? [[], Self.nobody] : [[]] {
      for without in [
        [], ["control-group"], ["processes"], ["processes", "control-group"], ["mounts"],
        ["processes", "mounts"], ["+control-group-1"], ["+control-group-1", "processes"],
      ] {
        for (megabytes, status) in [(20, 0), (200, 128 + SIGKILL)] {
          // The last bytes of a pipe are kept in memory until its end.
          let script =
            "yes | head -c \(megabytes)000000 | tail -c \(megabytes)000000 | wc -c; sleep 0.2"
          unlink(report)
          let run = CommandOutcome(
            user + [launcher, "--scratch", scratch, "--memory-together", "100000000"]
              + ["--read", "/usr", "--read", "/bin", "--read", "/lib", "--read", "/lib64"]
              + ["--read", "/etc/ld.so.cache", "--file-size", "1000000000"]
              + without.flatMap {
                $0.hasPrefix("+") ? ["--with", String($0.dropFirst())] : ["--without", $0]
              }
              + (user.isEmpty ? ["--report", report] : []) + ["--", "/bin/sh", "-c", script])
          #expect(run.status == status, "\(user.isEmpty) \(without) \(run.text)")
          // The kernel ends one process of a control group before the launcher ends the others.
          if status == 0 { #expect(run.text == "\(megabytes)000000\n") }
          if user.isEmpty {
            let isOver = SandboxReport(try FileAccess.read(report)).ranOutOfMemory
            #expect(isOver == (status != 0))
          }
        }
      }
    }
  }

  @Test("An ordinary user has all layers that root has", .enabled(if: canBecomeNobody))
  func ordinaryUser() throws {
    let folder = try TemporaryFolder()
    let copy = try Self.place(in: folder).launcher
    let nobody = Self.nobody
    #expect(CommandOutcome(nobody + [copy, "--probe"]).missing == missingHere)
    let reading = CommandOutcome(
      nobody + [copy, "--read", "/usr", "--read", "/lib", "--read", "/lib64", "--"]
        + ["/usr/bin/cat", "/etc/passwd"])
    #expect(reading.status == 1)
    #expect(reading.text.contains("Permission denied"))
  }
}
