import Monitoring
import SessionRecord

/// An open session at a moment.
struct SessionState {
  /// Before the first dose, or so many minutes after it.
  enum Phase {
    case beforeDose
    case afterDose(minutes: Int)

    var phrase: Phrase {
      switch self {
      case .beforeDose: "before the first dose"
      case .afterDose(let minutes): "T+\(minutes) since the first dose"
      }
    }
  }

  let words: SessionWords
  let phase: Phase
  /// The last standing set by observed time.
  let lastSet: ChartEntry?
  /// Worst first.
  let openFlags: [Flag]

  init(_ file: SessionFile, now: Instant) {
    words = SessionWords(file)
    if let zero = file.assessment.timeZero, zero <= now {
      phase = .afterDose(minutes: (now - zero).wholeMinutes)
    } else {
      phase = .beforeDose
    }
    lastSet = file.assessment.chart.standingInObservedOrder.last { $0.content.kind == .vitals }
    openFlags = file.assessment.flags.filter(\.isOpen).sorted { $0.isWorse(than: $1) }
  }
}
