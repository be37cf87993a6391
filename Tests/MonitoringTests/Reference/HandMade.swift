import Monitoring
import SessionRecord
import Testing

/// A short session that is reckoned by hand; each `add` is a commit of its own.
///
/// Opened at 0:00; one group of systolic and diastolic pressure unless said otherwise, tolerance 3,
/// overdue 5 and missed 15 minutes.
struct HandMade {
  private(set) var log: [Entry] = []
  var monitoringProtocol: MonitoringProtocol

  init(
    _ slots: [PlannedSlot],
    needs: [Need] = [.sign(.systolic), .sign(.diastolic)],
    baselineSets: Int = 0,
    rules: [Rule] = [],
    spo2Scale: SpO2Scale = .one
  ) throws {
    let group = ScheduleGroup(
      id: GroupID("bp"),
      title: "blood pressure",
      needs: needs,
      priority: .medium,
      overdue: .minutes(5),
      missed: .minutes(15),
      slots: slots,
      baselineSets: baselineSets,
      basis: Basis(.proposed, sources: ["made"])
    )
    monitoringProtocol = MonitoringProtocol(
      id: ProtocolID("made"),
      version: "1",
      title: "Made up",
      settings: [.clinic],
      formulary: Formulary(
        medicines: ["ketamine"],
        ownDrug: "ketamine",
        ownRoute: .intravenous,
        mostMilligramsPerKilogram: nil,
        sameClass: []
      ),
      addedEffects: [],
      baseline: .lastBeforeDose,
      rules: rules,
      schedule: Schedule(groups: [group]),
      sources: ["made": "made up"]
    )
    try add(.opened(try RandomSession.opening(spo2Scale: spo2Scale)), at(0))
  }

  @discardableResult
  mutating func add(
    _ content: Content,
    _ observed: Instant,
    recorded: Instant? = nil
  ) throws -> EntryNumber {
    try add([(content, observed)], recorded: recorded ?? observed)
  }

  /// Several in one commit; the number of the first.
  @discardableResult
  mutating func add(
    _ contents: [(Content, Instant)],
    recorded: Instant
  ) throws -> EntryNumber {
    let commit = (log.last?.commit.value ?? 0) + 1
    let first = log.count + 1
    for (content, observed) in contents {
      log.append(
        try RandomSession.entry(
          log.count + 1,
          commit,
          content,
          observed: observed,
          recorded: recorded
        )
      )
    }
    return EntryNumber(first)
  }

  /// Says the same of the reference and of the engine.
  func expect(
    asOf: Instant,
    slots: [String]? = nil,
    flags: [String]? = nil,
    baseline: String? = nil,
    kept: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let reference = ReferenceAssessment(log, under: monitoringProtocol, asOf: asOf)
    let engine = assess(log, under: monitoringProtocol, asOf: asOf)
    let sides = [
      ("reference", reference.schedule, reference.flags, reference.kept),
      (
        "engine", engine.schedule, engine.flags,
        engine.schedule.map { group in
          let count = engine.keptCount(of: group)
          return (count.kept, count.required)
        }
      ),
    ]
    for (side, schedule, found, counts) in sides {
      let told = Comment(rawValue: side)
      if let slots {
        let states = schedule.flatMap(\.slots).map { slot in
          "T+\(slot.minutes) \(AssessmentText.state(slot.state))"
        }
        #expect(states == slots, told, sourceLocation: sourceLocation)
      }
      if let flags {
        #expect(found.map(HandMade.words) == flags, told, sourceLocation: sourceLocation)
      }
      if let baseline {
        let sets = schedule.first?.baseline.map { sets in
          "\(sets.taken) of \(sets.wanted) by \(SessionText.time(sets.deadline))"
            + (sets.isOverdue ? " overdue" : "")
        }
        #expect(sets == baseline, told, sourceLocation: sourceLocation)
      }
      if let kept {
        let count = counts.first.map { "\($0.0) of \($0.1)" }
        #expect(count == kept, told, sourceLocation: sourceLocation)
      }
    }
  }

  private static func words(_ flag: Flag) -> String {
    var words =
      "\(flag.number) \(SessionText.cause(flag.identity.cause))"
      + " raised \(SessionText.time(flag.raised)) known \(SessionText.time(flag.known))"
    if let cleared = flag.state.clearedAt { words += " cleared \(SessionText.time(cleared))" }
    if flag.isAcknowledged { words += " acknowledged" }
    if let remover = flag.retractedBy { words += " retracted by \(remover)" }
    return words
  }
}

/// A time after opening.
func at(_ minutes: Int, _ seconds: Int = 0, _ milliseconds: Int = 0) -> Instant {
  SessionText.origin + .minutes(minutes) + .seconds(seconds)
    + TimeSpan(milliseconds: milliseconds)
}

extension PlannedSlot {
  static func at(
    _ minutes: Int,
    within tolerance: Int = 3,
    _ mark: SlotMark = .required
  ) -> PlannedSlot {
    PlannedSlot(
      minutes: minutes,
      tolerance: .minutes(tolerance),
      mark: mark,
      basis: Basis(.proposed, sources: ["made"])
    )
  }
}
