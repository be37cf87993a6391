import RecordStore

/// How far a backup or its restoring is, on a terminal; a signal that has come ends it between two steps.
final class StepProgress {
  private let signals: HeldSignals
  private let path: String
  private var shown: (step: BackupStep, progress: Progress)?

  private init(_ signals: HeldSignals, of path: String) {
    self.signals = signals
    self.path = path
  }

  /// Runs what can be ended between two steps by a signal: it says that nothing is left, and the signal then ends
  /// the program as it always does.
  static func during<Value>(
    making path: String,
    _ body: (StepProgress) throws -> Value
  ) throws -> Value {
    try HeldSignals.during { signals in
      let progress = StepProgress(signals, of: path)
      defer { progress.end() }
      do {
        return try body(progress)
      } catch BackupRefusal.interrupted(let path) {
        progress.end()
        Output.message(BackupRefusal.interrupted(path).problem)
        throw BackupRefusal.interrupted(path)
      }
    }
  }

  func show(_ step: BackupStep, _ done: Int, _ all: Int) throws {
    if signals.isInterrupted {
      end()
      throw BackupRefusal.interrupted(path)
    }
    if shown?.step != step {
      end()
      shown = (step, Progress(StepProgress.words(step)))
    }
    shown?.progress.show(done, of: all)
  }

  func end() {
    shown?.progress.end()
    shown = nil
  }

  private static func words(_ step: BackupStep) -> String {
    switch step {
    case .copying: "commits copied"
    case .deriving: "sessions derived again"
    case .verifying: "parts verified"
    case .encrypting: "MiB encrypted and decrypted again"
    case .reading: "MiB read"
    case .exporting: "entries exported"
    }
  }
}
