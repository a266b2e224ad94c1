import Files

/// What the probes of a chapter share: each tries something and prints what came of it.
enum SandboxProbe {
  static let setup = """
    import Glibc

    func report(_ name: String, _ result: Int32) { print(name, result >= 0 ? "works" : "refused") }
    func fork() -> Int32 {
      unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)()
    }
    func deep(_ n: Int) -> Int { n == -1 ? 0 : 1 + deep(n + 1) &* n }
    let megabyte = [UInt8](repeating: 1, count: 1 << 20)
    """

  static let network = """
    let (stream, datagram, raw) = (Int32(1), Int32(2), Int32(3))
    report("tcp", socket(AF_INET, stream, 0))
    report("udp", socket(AF_INET, datagram, 0))
    report("tcp6", socket(AF_INET6, stream, 0))
    report("unix", socket(AF_UNIX, stream, 0))
    report("unix datagram", socket(AF_UNIX, datagram, 0))
    report("netlink", socket(AF_NETLINK, raw, 0))
    var pair: [Int32] = [0, 0]
    report("pair", socketpair(AF_UNIX, stream, 0, &pair))
    report("datagram pair", socketpair(AF_UNIX, datagram, 0, &pair))
    """

  /// Tries files; `secret` is one that the author can read and write.
  static func files(secret: String, author: Int32) -> String {
    """
    report("passwd", open("/etc/passwd", O_RDONLY))
    report("secret", open("\(secret)", O_RDONLY))
    report("secret written", open("\(secret)", O_WRONLY))
    report("mode changed", chmod("\(secret)", 0o777))
    report("link", symlink("\(secret)", "link"))
    report("through the link", open("link", O_RDONLY))
    report("first process", open("/proc/1/environ", O_RDONLY))
    var line = [UInt8](repeating: 0, count: 4096)
    _ = read(open("/proc/1/cmdline", O_RDONLY), &line, line.count)
    report("command line", line.contains { $0 != 0 } ? 0 : -1)
    report("author's process", open("/proc/\(author)/environ", O_RDONLY))
    report("outside", open("\(TemporaryFolder.systemFolder)/gradbook-probe", O_CREAT | O_WRONLY, 0o600))
    report("beside", open("../gradbook-probe", O_CREAT | O_WRONLY, 0o600))
    report("own folder", open("mine", O_CREAT | O_WRONLY, 0o600))
    report("signal", kill(\(author), 0))
    report("user", setuid(0))
    report("inotify", inotify_init1(0))
    report("host name", sethostname("x", 1))
    var count = 0
    while environ[count] != nil { count += 1 }
    print(count, "variables")
    """
  }

  static let forks = """
    var children = 0
    while children < 300 {
      let child = fork()
      if child == 0 { sleep(20); exit(0) }
      if child < 0 { break }
      children += 1
    }
    print(children > 0 && children <= 64 ? "bounded" : "\\(children) children")
    """

  /// Leaves a process of a session of its own that would run for a minute, ignores all signals and
  /// keeps the pipes open.
  /// - Parameter name: what the process calls itself, at most 15 bytes
  static func daemon(named name: String) -> String {
    """
    extension Numbers {
      @_silgen_name("prctl")
      static func control(_ option: Int32, _ name: UnsafePointer<CChar>) -> Int32
    }
    if fork() == 0 {
      setsid()
      _ = Numbers.control(15, "\(name)")
      if fork() == 0 {
        for number in 1..<32 as Range<Int32> { signal(number, SIG_IGN) }
        sleep(60)
      }
      exit(0)
    }
    usleep(50_000)
    print("left behind")
    """
  }

  /// What a block can learn of the names, the mounts and the machine around it.
  /// - Parameter outside: paths of which it should know nothing
  static func surroundings(outside: [String]) -> String {
    """
    var status = stat()
    for path in \(outside) { report("\\(path.isEmpty) stat", stat(path, &status)) }
    func names(_ path: String) -> [String] {
      guard let folder = opendir(path) else { return ["none"] }
      var names: [String] = []
      while let entry = readdir(folder) {
        names.append(
          withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
          })
      }
      return names.sorted()
    }
    print(names(".."), names("/scratch"))
    let file = fopen("/proc/self/mountinfo", "r")!
    var bytes = [UInt8](repeating: 0, count: 20000)
    let mounts = String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
    let places = mounts.split(separator: "\\n").map { $0.split(separator: " ")[4] }
    print(Set(places).isSuperset(of: ["/", "/proc", "/scratch"]))
    for path in \(outside) where mounts.contains(path) { print("a mount tells", path) }
    var machine = utsname()
    uname(&machine)
    withUnsafePointer(to: &machine.nodename) {
      $0.withMemoryRebound(to: CChar.self, capacity: 65) { print(String(cString: $0)) }
    }
    print(String(cString: getcwd(nil, 0)), CommandLine.arguments)
    """
  }

  /// Many processes, each with less memory than one may have.
  static let family = """
    print("on")
    for _ in 0..<20 where fork() == 0 {
      let size = 100 << 20
      let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)!
      memset(memory, 1, size)
      sleep(20)
      exit(0)
    }
    sleep(20)
    print("off")
    """

  static let stubborn = """
    signal(SIGTERM, SIG_IGN)
    signal(SIGINT, SIG_IGN)
    print("on")
    while true { usleep(1000) }
    """

  static let hog = """
    print("on")
    var all: [[Double]] = []
    while true { all.append([Double](repeating: 1, count: 1 << 18)) }
    """

  static let bigFile = """
    let file = open("large", O_CREAT | O_WRONLY, 0o600)
    print("on")
    for _ in 0..<50 { _ = write(file, megabyte, megabyte.count) }
    print("off")
    """

  static let manyFiles = """
    print("on")
    for number in 0..<50 {
      let file = open("file\\(number)", O_CREAT | O_WRONLY, 0o600)
      for _ in 0..<10 { _ = write(file, megabyte, megabyte.count) }
      close(file)
    }
    """
}

/// Processes of this machine, by what was written to start them.
enum ProcessScan {
  /// How many processes have this in their arguments.
  static func count(_ text: String) -> Int {
    (FileAccess.names(in: "/proc") ?? []).count { name in
      guard Int(name) != nil, let line = try? FileAccess.read("/proc/\(name)/cmdline") else {
        return false
      }
      return line.firstRange(of: Array(text.utf8)) != nil
    }
  }

  /// How many processes call themselves so.
  static func countNamed(_ name: String) -> Int {
    (FileAccess.names(in: "/proc") ?? []).count { process in
      Int(process) != nil
        && (try? FileAccess.read("/proc/\(process)/comm")) == Array((name + "\n").utf8)
    }
  }

  /// Waits for up to 20 seconds until no process has this in its arguments.
  /// - Returns: whether that came
  static func waitUntilNone(_ text: String) async -> Bool {
    await wait(until: { $0 == 0 }, text)
  }

  /// Waits for up to 20 seconds until the number of processes with this in their arguments is as wanted.
  /// - Returns: whether that came
  static func wait(until isWanted: (Int) -> Bool, _ text: String) async -> Bool {
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(20) {
      if isWanted(count(text)) { return true }
      try? await Task.sleep(for: .milliseconds(20))
    }
    return false
  }
}
