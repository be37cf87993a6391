import SessionRecord

/// A value of a set, by which a drawing counts what it shows and what had no room.
struct ChartValue: Hashable {
  let entry: EntryNumber
  let sign: VitalSign
}
