import Monitoring
import SessionRecord

/// Readings of the schedule that are wanted at one time, as one item: `blood pressure and heart rate,
/// respiration`.
struct DueItem {
  private(set) var groups: [ScheduleGroup]
  let due: Instant
  /// Since when they are overdue; nil for what is not.
  let overdueSince: Instant?
  /// `T+20`, or `1 of 2 sets` of a baseline.
  let place: String
  let isBaseline: Bool

  private init(_ reading: DueReading) {
    groups = [reading.group]
    due = reading.due
    overdueSince = reading.overdueSince
    switch reading.kind {
    case .slot(let minutes, _):
      place = "T+\(minutes)"
      isBaseline = false
    case .baseline(let taken, let wanted):
      place = "\(taken) of \(counted(wanted, "set"))".unbroken
      isBaseline = true
    }
  }

  /// In the order in which the first reading of each is given.
  static func items(_ readings: [DueReading]) -> [DueItem] {
    var items: [DueItem] = []
    for item in readings.map(DueItem.init) {
      if let place = items.firstIndex(where: { $0.isWanted(with: item) }) {
        items[place].groups += item.groups
      } else {
        items.append(item)
      }
    }
    return items
  }

  private func isWanted(with other: DueItem) -> Bool {
    due == other.due && overdueSince == other.overdueSince && place == other.place
      && isBaseline == other.isBaseline
  }

  /// `blood pressure and heart rate, respiration`, or `baseline of blood pressure and heart rate`.
  var what: String {
    (isBaseline ? "baseline of " : "") + groups.map(\.title).joined(separator: ", ")
  }

  /// The highest of its groups.
  var priority: Priority { groups.map(\.priority).max() ?? .info }
}
