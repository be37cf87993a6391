import Monitoring
import SessionRecord

/// The flags of each session by priority: a mark with how many there were.
struct CourseFlagLanes {
  private let rows: [CourseRow]
  private let axis: CourseAxis

  init(_ rows: [CourseRow], _ axis: CourseAxis) {
    self.rows = rows
    self.axis = axis
  }

  private static let height = 24.0

  /// Gives where it ends.
  func add(to drawing: inout Drawing, top: Double) -> Double {
    var top = top
    for priority in [Priority.high, .medium, .low] {
      let lane = CourseLane(top: top, height: CourseFlagLanes.height)
      lane.addFrame("flags \(priority.word)", [], to: &drawing)
      for row in rows where row.flags(priority) > 0 {
        let mark = FlagMark(.round, priority, number: String(row.flags(priority)))
        mark.add(at: Spot(axis.x(row.at), lane.box.middle.y), to: &drawing)
      }
      top = lane.box.bottom
    }
    return top
  }
}
