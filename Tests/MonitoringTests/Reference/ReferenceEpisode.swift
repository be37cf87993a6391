import Monitoring
import SessionRecord

/// A flag as one prefix shows it, before it has a number.
struct ReferenceEpisode {
  let identity: FlagIdentity
  /// The rule's place in the protocol, or the group's in its schedule.
  let place: Int
  let measure: Measure
  /// Of a flag that time alone raises; empty for a rule's.
  let title: String
  let isProcess: Bool
  let protocolPriority: Priority
  /// The highest reached.
  let priority: Priority
  let limit: BrokenLimit?
  let readings: [BreakingReading]
  let peak: BreakingReading?
  let raised: Instant
  let state: FlagState
  let confirmed: Instant?
  let backInside: Instant?
  var acknowledgements: [FlagAcknowledgement] = []

  /// A rule's.
  init(
    rule: Rule,
    place: Int,
    measure: Measure,
    limit: BrokenLimit?,
    readings: [BreakingReading],
    peak: BreakingReading?,
    state: FlagState,
    confirmed: Instant?,
    priority: Priority,
    backInside: Instant?,
    first: BreakingReading
  ) {
    identity = FlagIdentity(rule: rule.id, entry: first.entry)
    self.place = place
    self.measure = measure
    title = ""
    isProcess = rule.isProcess
    protocolPriority = rule.priority
    self.priority = priority
    self.limit = limit
    self.readings = readings
    self.peak = peak
    raised = first.observed
    self.state = state
    self.confirmed = confirmed
    self.backInside = backInside
  }

  /// One that time alone raises: confirmed at once, without readings.
  init(
    _ identity: FlagIdentity,
    place: Int,
    measure: Measure,
    title: String,
    priority: Priority,
    raised: Instant,
    cleared: Instant?
  ) {
    self.identity = identity
    self.place = place
    self.measure = measure
    self.title = title
    isProcess = true
    protocolPriority = priority
    self.priority = priority
    limit = nil
    readings = []
    peak = nil
    self.raised = raised
    state =
      cleared.map { .cleared(at: $0, repeated: true) } ?? .confirmed(at: raised, repeated: true)
    confirmed = raised
    backInside = nil
  }

  /// Before and after which others it is numbered, where both are known and raised at one instant.
  var rank: (kind: Int, cause: Int) {
    switch identity.cause {
    case .entry(let entry): (0, entry.value)
    case .baseline: (1, .min)
    case .slot(let minutes): (1, minutes)
    case .silence: (2, 0)
    }
  }

  func flag(number: Int, known: Instant, retractedBy: EntryNumber?) -> Flag {
    Flag(
      identity: identity,
      number: FlagNumber(number),
      measure: measure,
      title: title,
      isProcess: isProcess,
      protocolPriority: protocolPriority,
      priority: priority,
      limit: limit,
      readings: readings,
      peak: peak,
      raised: raised,
      known: known,
      state: state,
      confirmed: confirmed,
      backInside: backInside,
      acknowledgements: acknowledgements,
      retractedBy: retractedBy
    )
  }
}
