import Monitoring
import SessionRecord

/// A protocol's chart for the day that the machine is down: a row for every due time, and what is due
/// in it.
///
/// What does not fit into rows is said in lines, so that every slot has its place on the paper.
struct BlankChart {
  /// What a cell asks for.
  enum Mark: Int {
    /// Due while a flag of high priority is open.
    case whileHigh = 1
    case due = 2
    /// Due, and never put off.
    case peak = 3

    init(_ mark: SlotMark) {
      self =
        switch mark {
        case .required: .due
        case .peak: .peak
        case .whileHigh: .whileHigh
        }
    }
  }

  struct Row {
    enum Time: Equatable {
      /// A set before the first dose, from 1.
      case before(Int)
      /// Minutes from time zero.
      case at(Int)
    }

    let time: Time
    /// By column; what is not there is not asked then.
    let marks: [BlankColumn: Mark]
    /// How far from its minute a value is in time, where all that is due then agrees.
    let tolerance: TimeSpan?
  }

  /// What goes on in equal steps after the last row.
  struct Continuation: Equatable {
    let columns: [BlankColumn]
    let mark: SlotMark
    let from: Int
    let through: Int
    let step: Int

    func contains(_ minutes: Int) -> Bool {
      (from...through).contains(minutes) && (minutes - from) % step == 0
    }
  }

  /// With a column of their own.
  let columns: [BlankColumn]
  /// Asked for so rarely that they stand in a line below their row.
  let rare: [BlankColumn]
  let rows: [Row]
  let continuations: [Continuation]
  /// Empty rows for repeats and for what goes on.
  let spareRows: Int

  /// Lines that a grid has on the smaller of the papers; what due times leave is for repeats.
  private static let lines = 25
  static let leastSpare = 3
  /// From here on what goes on in equal steps is said, and written into the empty rows.
  private static let lastRow = 180
  /// A column that is asked for at no more times than these stands in a line.
  private static let rareTimes = 2

  init(_ shown: MonitoringProtocol) {
    let schedule = shown.schedule
    let all = BlankColumn.all(of: schedule)
    let times = Dictionary(
      all.map { column in
        (column, Set(schedule.groups.filter(column.answers).flatMap { $0.slots.map(\.minutes) }))
      },
      uniquingKeysWith: { first, _ in first }
    )
    let rare = all.filter { (times[$0]?.count ?? 0) <= BlankChart.rareTimes }
    self.rare = rare
    columns = all.filter { !rare.contains($0) }
    let sets = schedule.groups.map(\.baselineSets).max() ?? 0
    var rows = (0..<sets).map { BlankChart.before($0 + 1, schedule, all) }
    let most = BlankChart.lines - BlankChart.leastSpare - (rare.isEmpty ? 0 : 1)
    let minutes = Set(schedule.groups.flatMap { $0.slots.map(\.minutes) }).sorted()
    let shownMinutes = minutes.filter { $0 <= BlankChart.lastRow }.prefix(max(0, most - sets))
    rows += shownMinutes.map { BlankChart.at($0, schedule, all) }
    self.rows = rows
    continuations = BlankChart.continuations(of: schedule, all, after: shownMinutes.last)
    spareRows = max(BlankChart.leastSpare, BlankChart.leastSpare + most - rows.count)
  }

  /// The rare ones that are due in a row.
  func rare(in row: Row) -> [BlankColumn] { rare.filter { row.marks[$0] != nil } }

  private static func before(_ set: Int, _ schedule: Schedule, _ columns: [BlankColumn]) -> Row {
    var marks: [BlankColumn: Mark] = [:]
    for group in schedule.groups where group.baselineSets >= set {
      for column in columns where column.answers(group) { marks[column] = .due }
    }
    return Row(time: .before(set), marks: marks, tolerance: nil)
  }

  private static func at(_ minute: Int, _ schedule: Schedule, _ columns: [BlankColumn]) -> Row {
    var marks: [BlankColumn: Mark] = [:]
    var tolerances: Set<TimeSpan> = []
    for group in schedule.groups {
      for slot in group.slots where slot.minutes == minute {
        tolerances.insert(slot.tolerance)
        for column in columns where column.answers(group) {
          let mark = Mark(slot.mark)
          if (marks[column]?.rawValue ?? 0) < mark.rawValue { marks[column] = mark }
        }
      }
    }
    return Row(
      time: .at(minute),
      marks: marks,
      tolerance: tolerances.count == 1 ? tolerances.first : nil
    )
  }

  /// The slots after the last row in runs of equal steps; columns that go on alike are told together.
  private static func continuations(
    of schedule: Schedule,
    _ columns: [BlankColumn],
    after last: Int?
  ) -> [Continuation] {
    var found: [Continuation] = []
    for column in columns {
      for mark in SlotMark.allCases {
        let groups = schedule.groups.filter(column.answers)
        let minutes = Set(groups.flatMap(\.slots).filter { $0.mark == mark }.map(\.minutes))
          .filter { minutes in last.map { minutes > $0 } ?? true }.sorted()
        for run in runs(minutes) {
          let alike = found.firstIndex { other in
            other.mark == mark && other.from == run.from && other.through == run.through
              && other.step == run.step
          }
          let own = (alike.map { found[$0].columns } ?? []) + [column]
          let continuation = Continuation(
            columns: own,
            mark: mark,
            from: run.from,
            through: run.through,
            step: run.step
          )
          if let alike { found[alike] = continuation } else { found.append(continuation) }
        }
      }
    }
    return found
  }

  /// Sorted minutes as runs of equal steps, as long as they get.
  private static func runs(_ minutes: [Int]) -> [(from: Int, through: Int, step: Int)] {
    var runs: [(from: Int, through: Int, step: Int)] = []
    for minute in minutes {
      if let run = runs.last {
        if run.from == run.through {
          runs[runs.count - 1] = (run.from, minute, minute - run.from)
          continue
        }
        if minute - run.through == run.step {
          runs[runs.count - 1] = (run.from, minute, run.step)
          continue
        }
      }
      runs.append((minute, minute, 1))
    }
    return runs
  }
}
