import Monitoring
import SessionRecord

/// A standing flag at its place in time.
struct ChartFlag {
  let number: FlagNumber
  /// `▲3`, `▼3` or `●3`.
  let label: String
  let raised: Instant
  let priority: Priority
  let isProcess: Bool
  /// The value that first broke the limit, where it is one of a sign.
  let broken: (entry: EntryNumber, sign: VitalSign)?

  init(_ flag: Flag, in words: SessionWords) {
    number = flag.number
    label = words.text(flag).label
    raised = flag.raised
    priority = flag.priority
    isProcess = flag.isProcess
    if case .sign(let sign) = flag.measure, let entry = flag.identity.entry {
      broken = (entry, sign)
    } else {
      broken = nil
    }
  }
}
