import Foundation

/// Another program, run without a shell, with a time limit and in a process group of its own, so that
/// what it started itself ends with it.
struct ChildProgram {
  enum Ending: Hashable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
    /// A person ended Vigil meanwhile.
    case interrupted
    case notStarted(Int32)
  }

  let path: String
  let arguments: [String]
  /// Where its two outputs go; nil throws them away.
  var output: String?

  /// Runs it to its end, or to ours.
  func run(seconds: Double, _ signals: HeldSignals) -> Ending {
    switch start() {
    case .failure(let failure): .notStarted(failure.code)
    case .success(let process): ChildProgram.wait(for: process, seconds: seconds, signals)
    }
  }

  /// Starts it and looks only whether it fails at once; what goes on is left alone.
  func launch(watching seconds: Double) -> Ending? {
    let process: pid_t
    switch start() {
    case .failure(let failure): return .notStarted(failure.code)
    case .success(let started): process = started
    }
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if let ending = ChildProgram.ending(of: process) { return ending }
      usleep(10_000)
    }
    return nil
  }

  private struct NotStarted: Error {
    let code: Int32
  }

  private func start() -> Result<pid_t, NotStarted> {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions,
      STDOUT_FILENO,
      output ?? "/dev/null",
      O_WRONLY | O_CREAT | O_APPEND,
      0o600
    )
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The signals that are held here, and the one that is ignored, are as usual there.
    var none = sigset_t()
    sigemptyset(&none)
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let words = ChildProgram.pointers([path] + arguments)
    let variables = ChildProgram.pointers(
      ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
    )
    defer { for pointer in words + variables { free(pointer) } }
    var process = pid_t()
    let failure = posix_spawn(&process, path, &actions, &attributes, words, variables)
    return failure == 0 ? .success(process) : .failure(NotStarted(code: failure))
  }

  /// C strings, with the null at their end; to be freed.
  private static func pointers(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  private static func wait(
    for process: pid_t,
    seconds: Double,
    _ signals: HeldSignals
  ) -> Ending {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      if let ending = ending(of: process) {
        // What it left running has no more to do.
        kill(-process, SIGKILL)
        return ending
      }
      let isInterrupted = signals.isInterrupted
      if isInterrupted || ContinuousClock.now >= end {
        kill(-process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return isInterrupted ? .interrupted : .timedOut
      }
      usleep(10_000)
    }
  }

  /// Nil while it runs.
  private static func ending(of process: pid_t) -> Ending? {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }
}
