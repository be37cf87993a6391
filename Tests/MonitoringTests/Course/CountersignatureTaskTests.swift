import Monitoring
import SessionRecord
import Testing

/// What another typed after a call is a task of the prescriber until it is countersigned.
struct CountersignatureTaskTests {
  @Test func `is due at once, medium, and names who has to sign what`() throws {
    var script = try TaskScript()
    try script.session(at: 0, dosed: false, unsigned: [(3, "LH", 0), (14, "PD", 2)], [])
    let tasks = try script.tasks(at: 2)
    #expect(tasks.map(\.task.id.text) == ["countersign", "countersign"])
    #expect(tasks.map(\.countersigner?.text) == ["LH", "PD"])
    #expect(tasks.map(\.task.occasion) == [.countersignature, .countersignature])
    #expect(tasks.map(\.state) == [.overdue, .open])
    #expect(tasks.map(\.priority) == [.medium, .medium])
    #expect(tasks[0].due == TaskScript.at(0))
    #expect(tasks[1].task.title == "PD countersigns the decision of #14")
    #expect(try script.tasks(at: 2, 1)[1].state == .overdue)
  }

  @Test func `no follow-up closes it`() throws {
    var script = try TaskScript()
    try script.session(at: 0, unsigned: [(3, "LH", 0)], [TaskScript.task()])
    try script.followUp(.done, "countersign", at: 5)
    let open = try script.tasks(at: 30).filter { !$0.isClosed }.map(\.task.id.text)
    #expect(open == ["countersign", "call"])
  }
}
