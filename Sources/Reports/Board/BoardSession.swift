import Monitoring
import SessionRecord

/// An open session as the board has it: one row of the floor.
struct BoardSession {
  let state: SessionState
  let due: BoardDue
  /// Whether a set of vital signs was wanted after the last one, and is overdue.
  let isSetTooOld: Bool
  let readiness: DischargeReadiness

  init(_ file: SessionFile, now: Instant) {
    state = SessionState(file, now: now)
    let readings = file.assessment.dueReadings
    let isAfterDose = if case .afterDose = state.phase { true } else { false }
    due = BoardDue(readings, isAfterDose: isAfterDose, now: now)
    let last = state.lastSet?.observed.instant
    isSetTooOld = readings.contains { reading in
      reading.isOverdue && reading.group.hasSigns && last.map { $0 < reading.due } ?? true
    }
    readiness = file.readiness
  }

  var words: SessionWords { state.words }
  var session: Session { words.file.session }
  var room: String? { session.room }

  /// Worst first.
  var openFlags: [Flag] { state.openFlags }
  var unacknowledged: [Flag] { openFlags.filter { !$0.isAcknowledged } }
  /// Of low and medium priority, and only that a group is overdue which the board calls so already.
  var overdueFlags: [Flag] {
    openFlags.filter {
      $0.isProcess && $0.priority != .high && due.overdueRules.contains($0.identity.rule)
    }
  }
  var hasOpenHighFlag: Bool { openFlags.contains { $0.priority == .high } }

  /// Minutes since the first dose; nil before it.
  var minutes: Int? { if case .afterDose(let minutes) = state.phase { minutes } else { nil } }

  /// As the protocol calls it, and `before the dose`; nil where a phase has no name.
  var phase: String? { minutes == nil ? "before the dose" : state.phaseName }

  /// How the last infusion of the protocol's own drug stands.
  enum Infusion {
    case running, paused
    case stopped(Instant)
    /// Its planned end is past, and no stop was entered.
    case endNotEntered
  }

  /// Nil where none was begun.
  var infusion: Infusion? {
    switch state.infusion {
    case .running: return .running
    case .paused: return .paused
    case nil: break
    }
    if let stopped = state.stopped { return .stopped(stopped) }
    let ownDrug = words.file.monitoringProtocol.formulary.ownDrug
    let last = state.exposure.given.last { $0.drug == ownDrug && $0.isInfusion }
    return last?.given == .endNotRecorded ? .endNotEntered : nil
  }

  /// How much it needs to be seen where not all fit: the worst open flag, then what is overdue.
  var urgency: Int {
    let flags = openFlags.map(\.priority.rawValue).max().map { $0 + 1 } ?? 0
    return flags * 2 + (due.isOverdue ? 1 : 0)
  }

  /// By room as people count rooms, those without one last, then by number: a row never jumps.
  ///
  /// One that was closed since the list was read is no longer on the floor.
  static func sessions(_ files: [SessionFile], now: Instant) -> [BoardSession] {
    files.filter(\.session.isOpen).map { BoardSession($0, now: now) }.sorted { first, second in
      let (one, other) = (first.session, second.session)
      guard one.room != other.room else { return one.number < other.number }
      guard let room = one.room else { return false }
      guard let otherRoom = other.room else { return true }
      let (key, otherKey) = (RoomOrder(room), RoomOrder(otherRoom))
      return key == otherKey ? one.number < other.number : key < otherKey
    }
  }
}

extension ScheduleGroup {
  /// Whether it asks for a vital sign, not only for an effect or a scale.
  fileprivate var hasSigns: Bool {
    needs.contains { if case .sign = $0 { true } else { false } }
  }
}
