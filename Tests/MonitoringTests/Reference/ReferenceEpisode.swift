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
  /// The clinic's own words for the rule.
  let text: String
  /// The rule is marked so, and the flag was confirmed.
  let isStopCriterionMet: Bool
  /// Time alone raises it, though an entry is its cause: sentences 33 and 38.
  let isByTime: Bool
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
    first: EntryNumber,
    raised: Instant,
    isByTime: Bool = false,
    mistake: Mistake?
  ) {
    identity = FlagIdentity(rule: rule.id, entry: first)
    self.place = place
    self.measure = measure
    title = ""
    isProcess = rule.isProcess
    protocolPriority = rule.priority
    self.priority = priority
    self.limit = limit
    self.readings = readings
    self.peak = peak
    self.raised = raised
    self.state = state
    self.confirmed = confirmed
    self.backInside = backInside
    self.isByTime = isByTime
    text = rule.text
    isStopCriterionMet =
      switch mistake {
      case .stopIsMetUnconfirmed: rule.isStopCriterion
      case .stopEndsWhenCleared: rule.isStopCriterion && confirmed != nil && state.isOpen
      default: rule.isStopCriterion && confirmed != nil
      }
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
    text = ""
    isStopCriterionMet = false
    isByTime = false
  }

  /// Before and after which others it is numbered, where both are known and raised at one instant.
  func rank(_ mistake: Mistake?) -> (kind: Int, first: Int, second: Int) {
    switch identity.cause {
    case .entry(let entry) where isByTime:
      let kind = mistake == .lastingNumberedWithRules ? 0 : mistake == .lastingBeforeSilence ? 1 : 3
      if kind == 0 { return (kind, entry.value, place) }
      return (kind, place, entry.value)
    case .entry(let entry): return (0, entry.value, place)
    case .baseline: return (1, .min, place)
    case .slot(let minutes): return (1, minutes, place)
    case .silence: return (2, 0, place)
    }
  }

  func flag(number: Int, known: Instant, retractedBy: EntryNumber?) -> Flag {
    Flag(
      identity: identity,
      number: FlagNumber(number),
      measure: measure,
      title: title,
      text: text,
      isProcess: isProcess,
      isStopCriterionMet: isStopCriterionMet,
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
