import Monitoring
import SessionRecord
import Supervision
import Testing

/// Tasks after sessions, followed up by what was typed.
@Suite("Following up")
struct FollowingUpTests {
  @Test func `means the newest session in which the task is open`() throws {
    let ward = try Ward()
    try ward.treated()
    try ward.treated(day: 7)
    // The newer one's call is not open yet, the older one's is overdue.
    let first = try ward.followUp("call")
    #expect(
      first.course.tasks(asOf: first.at).contains { $0.session.number.value == 1 && $0.isClosed }
    )
    try ward.at("13:20:00", day: 8)
    let second = try ward.followUp("call", .notReached)
    guard case .followUp(let followUp) = second.course.log.last?.content else {
      Issue.record("no follow-up")
      return
    }
    #expect(followUp.session == SessionNumber(2))
    let tasks = second.course.tasks(asOf: second.at).filter { $0.task.id.text == "call" }
    #expect(tasks.map(\.isClosed) == [true, false])
    #expect(tasks.map(\.tries.count) == [0, 1])
  }

  @Test func `refuses an unknown task with the nearest, and a session that is not theirs`() throws {
    let ward = try Ward()
    try ward.know("P-014")
    #expect(told { try ward.followUp("call") }?.contains("no session with a task") == true)
    try ward.treated()
    #expect(told { try ward.followUp("cal") }?.contains("Write call.") == true)
    #expect(told { try ward.followUp("call", session: 7) }?.contains("Session 7") == true)
    #expect(told { try ward.followUp("serious-report") }?.contains("Nothing has happened") == true)
  }

  @Test func `says that nothing is open, and takes more on a closed task that is named`() throws {
    let ward = try Ward()
    try ward.treated()
    try ward.at("13:20:00", day: 1)
    try ward.followUp("call")
    #expect(told { try ward.followUp("call") }?.contains("--session 1") == true)
    #expect(told { try ward.followUp("call", session: 1) } == nil)
  }

  @Test func `lists over all patients what nothing has closed, by when it is due`() throws {
    let ward = try Ward()
    try ward.treated()
    #expect(try ward.tasks().allSatisfy { $0.hasSuffix("1 not open") })
    try ward.at("14:30:00", day: 1)
    #expect(try ward.tasks().first == "call 1 overdue")
    let one = try ward.supervision.openTasks(of: PatientCode("P-014"))
    #expect(one.map(\.task.id) == (try ward.supervision.openTasks()).map(\.task.id))
    try ward.followUp("call", .declined)
    #expect(try !ward.tasks().contains { $0.hasPrefix("call") })
    try ward.enter(
      .course(.integration(try Integration(modality: "mindfulness", minutes: 50)))
    )
    #expect(try !ward.tasks().contains { $0.hasPrefix("integration") })
    try ward.strikeOut(1)
    #expect(try ward.tasks().isEmpty)
  }
}
