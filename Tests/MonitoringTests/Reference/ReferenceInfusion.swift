import Monitoring
import SessionRecord

/// The infusion of the protocol's own drug that began last, as the standing entries tell it.
private struct ReferenceInfusion {
  var began: Instant
  var minutes: Int?
  /// An entry of its own started it.
  var isStarted: Bool
  /// Pauses in order; the last one may have no end.
  var pauses: [(from: Instant, to: Instant?)] = []
  var lastRate: Instant?
  var stopped: Instant?

  /// When so many minutes have run; nil while it is paused before that.
  func end(after minutes: Int) -> Instant? {
    var end = began + .minutes(minutes)
    for pause in pauses where pause.from <= end {
      guard let to = pause.to else { return nil }
      end = end + (to - pause.from)
    }
    return end
  }

  /// The planned end; nil where something was entered that shows it running on.
  var planned: Instant? {
    guard let minutes, let end = end(after: minutes) else { return nil }
    let isSeenLater = pauses.contains { $0.from > end } || (lastRate.map { $0 > end } ?? false)
    return isSeenLater ? nil : end
  }
}

extension ReferenceView {
  /// The recorded stop, else the planned end moved by pauses; nil where the entries tell neither.
  var infusionEnd: Instant? {
    let all = infusions
    guard let last = mistake == .endIsOfTheFirstInfusion ? all.first : all.last else { return nil }
    var unpaused = last
    unpaused.pauses = []
    switch mistake {
    case .pausesMoveNoEnd: return last.stopped ?? unpaused.planned
    case .plannedEndOutranksStop: return last.planned ?? last.stopped
    case .stopAloneIsTheEnd: return last.stopped
    default: return last.stopped ?? last.planned
    }
  }

  private var infusions: [ReferenceInfusion] {
    var all: [ReferenceInfusion] = []
    for entry in standing {
      let at = entry.observed.instant
      let isRunning = all.last.map { $0.stopped == nil } ?? false
      let place = all.count - 1
      switch entry.content {
      case .dose(let dose) where dose.drug == monitoringProtocol.formulary.ownDrug:
        guard let minutes = dose.overMinutes else { continue }
        // The dose of one that was started before, while that would still run by its minutes.
        if isRunning, all[place].minutes == nil,
          all[place].end(after: minutes).map({ at <= $0 }) ?? true
        {
          all[place].minutes = minutes
        } else {
          all.append(ReferenceInfusion(began: at, minutes: minutes, isStarted: false))
        }
      case .infusion(.start):
        // The start of the dose before it, whose time is then the start's.
        if isRunning, !all[place].isStarted, all[place].pauses.isEmpty {
          all[place].isStarted = true
          all[place].began = at
        } else {
          all.append(ReferenceInfusion(began: at, minutes: nil, isStarted: true))
        }
      case .infusion(let event) where isRunning:
        let isPaused = all[place].pauses.last.map { $0.to == nil } ?? false
        let pause = all[place].pauses.count - 1
        switch event {
        case .start: break
        case .pause: if !isPaused { all[place].pauses.append((at, nil)) }
        case .resume: if isPaused { all[place].pauses[pause].to = at }
        case .rate: all[place].lastRate = at
        case .stop:
          if isPaused { all[place].pauses[pause].to = at }
          all[place].stopped = at
        }
      default: break
      }
    }
    return all
  }
}
