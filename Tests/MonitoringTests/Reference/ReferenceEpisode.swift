import Monitoring
import SessionRecord

/// An episode of a rule as one prefix shows it, before it has a number.
struct ReferenceEpisode {
  let rule: Rule
  /// The rule's place in the protocol.
  let place: Int
  let measure: Measure
  let limit: BrokenLimit?
  let readings: [BreakingReading]
  let peak: BreakingReading?
  let state: FlagState
  let confirmed: Instant?
  let priority: Priority
  let backInside: Instant?
  var acknowledgements: [FlagAcknowledgement] = []

  /// The reading that first broke the rule.
  let first: BreakingReading

  var identity: FlagIdentity { FlagIdentity(rule: rule.id, entry: first.entry) }

  func flag(number: Int, known: Instant, retractedBy: EntryNumber?) -> Flag {
    Flag(
      identity: identity,
      number: FlagNumber(number),
      measure: measure,
      title: "",
      isProcess: rule.isProcess,
      protocolPriority: rule.priority,
      priority: priority,
      limit: limit,
      readings: readings,
      peak: peak,
      raised: first.observed,
      known: known,
      state: state,
      confirmed: confirmed,
      backInside: backInside,
      acknowledgements: acknowledgements,
      retractedBy: retractedBy
    )
  }
}
