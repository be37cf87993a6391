import Foundation

/// The signals by which a person ends a program, held back while something is half done.
///
/// What is half done is taken away first; `release` then lets the signal end the program as it always
/// does.
struct HeldSignals {
  private let held: [Int32]
  private var before = sigset_t()

  init() {
    // One that is ignored, as under nohup, stays ignored.
    held = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].filter { !HeldSignals.isIgnored($0) }
    var mask = sigset_t()
    sigemptyset(&mask)
    for signal in held { sigaddset(&mask, signal) }
    pthread_sigmask(SIG_BLOCK, &mask, &before)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
    let handler = action.__sigaction_u.__sa_handler
    #else
    let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Whether one of them has come meanwhile.
  var isInterrupted: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return held.contains { sigismember(&pending, $0) == 1 }
  }

  /// Does not return where a signal is waiting that ends the program.
  func release() {
    var mask = before
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  /// Runs what must not be cut short, and lets a signal take effect once its traces are gone.
  static func during<Value>(_ body: (HeldSignals) throws -> Value) rethrows -> Value {
    let signals = HeldSignals()
    defer { signals.release() }
    return try body(signals)
  }
}
