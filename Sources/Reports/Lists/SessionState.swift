import Monitoring
import SessionRecord

/// An open session at a moment.
struct SessionState {
  /// Before the first dose, or so many minutes after it.
  enum Phase {
    case beforeDose
    case afterDose(minutes: Int)
  }

  /// What an infusion of the protocol's own drug does now.
  enum Infusion: String {
    case running, paused
  }

  let words: SessionWords
  let phase: Phase
  /// As the protocol calls it; nil before the dose, and where it has no name.
  let phaseName: String?
  /// Nil where none goes on.
  let infusion: Infusion?
  /// When the last infusion of the protocol's own drug was stopped; nil where none was.
  let stopped: Instant?
  let exposure: Exposure
  /// The last standing set by observed time.
  let lastSet: ChartEntry?
  /// Worst first.
  let openFlags: [Flag]

  init(_ file: SessionFile, now: Instant) {
    words = SessionWords(file)
    if let zero = file.assessment.timeZero, zero <= now {
      let minutes = (now - zero).wholeMinutes
      phase = .afterDose(minutes: minutes)
      phaseName = file.monitoringProtocol.schedule.phases.last { $0.fromMinute <= minutes }?.name
    } else {
      phase = .beforeDose
      phaseName = nil
    }
    exposure = file.exposure
    let ownDrug = file.monitoringProtocol.formulary.ownDrug
    let infusions = exposure.given.filter { $0.drug == ownDrug && $0.isInfusion }
    let running = infusions.last { $0.given == .running }
    stopped = infusions.last.flatMap { $0.stop == nil ? nil : $0.ended }
    infusion = running.map { $0.isPaused ? .paused : .running }
    lastSet = file.assessment.chart.standingInObservedOrder.last { $0.content.kind == .vitals }
    openFlags = file.assessment.flags.filter(\.isOpen).sorted { $0.isWorse(than: $1) }
  }

  /// `before the dose`, or `T+60 since the first dose, infusion stopped 13:52, phase early recovery`.
  var phrase: Phrase {
    switch phase {
    case .beforeDose: return "before the dose"
    case .afterDose(let minutes):
      var parts = ["T+\(minutes) since the first dose"]
      if let infusion {
        parts.append("infusion \(infusion.rawValue)")
      } else if let stopped {
        parts.append(
          "infusion stopped \(words.clock.clock(stopped, near: words.file.assessment.asOf))"
        )
      }
      if let phaseName { parts.append("phase \(phaseName)") }
      return Phrase(parts.joined(separator: ", "))
    }
  }
}
