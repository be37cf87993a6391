import Monitoring
import SessionRecord

/// Where the marks of flags stand in their rows: near their time, never on each other.
struct FlagPlaces {
  struct Place {
    let flag: ChartFlag
    /// The middle of the mark; its number stands to the right of it.
    let x: Double
    let row: Int
    /// The value that broke the limit, where it is drawn.
    let value: ReadingPoint.ID?
  }

  let places: [Place]
  let rows: Int

  static let rowHeight = 24.0

  /// *at* says where a flag belongs, and the value that its leader goes to.
  init(_ flags: [ChartFlag], at wanted: (ChartFlag) -> (x: Double, value: ReadingPoint.ID?)) {
    let sorted = flags.map { (flag: $0, wanted: wanted($0)) }
      .sorted { ($0.wanted.x, $0.flag.number.value) < ($1.wanted.x, $1.flag.number.value) }
    let marks = flags.map { FlagMark($0) }
    let before = marks.map(\.before).max() ?? 0
    let behind = marks.map(\.behind).max() ?? 0
    let spread = Spread.rows(
      sorted.map(\.wanted.x),
      step: before + behind + 3,
      tolerance: 42,
      least: PlotAxis.left + before + 1,
      most: PlotAxis.right - behind - 1
    )
    places = zip(sorted, spread).map { one, place in
      Place(flag: one.flag, x: place.x, row: place.row, value: one.wanted.value)
    }
    rows = (spread.map(\.row).max() ?? -1) + 1
  }
}

extension ReadingPoint {
  /// Which reading it is.
  struct ID: Hashable {
    let entry: EntryNumber
    let sign: VitalSign
  }

  var id: ID { ID(entry: set.entry, sign: sign) }
}
