import Monitoring
import SessionRecord
import TestSupport
import Testing

/// What is to be done after sessions, and what closes it.
@Suite("Tasks after sessions")
struct TasksTests {
  private func only(_ script: TaskScript, at hours: Int, _ ms: Int = 0) throws -> CareTask {
    let tasks = try script.tasks(at: hours, ms)
    try #require(tasks.count == 1)
    return tasks[0]
  }

  private func scripted(_ task: AfterCareTask = TaskScript.task()) throws -> TaskScript {
    var script = try TaskScript()
    try script.session(at: 0, [task])
    return script
  }

  @Test func `open, fall due and grow at their edges, to the millisecond`() throws {
    let script = try scripted()
    let edges: [(Int, Int, CareTask.State, Priority)] = [
      (0, 0, .notOpen, .info), (18, -1, .notOpen, .info), (18, 0, .open, .info),
      (24, -1, .open, .info), (24, 0, .open, .low), (24, 1, .overdue, .low),
      (48, -1, .overdue, .low), (48, 0, .overdue, .medium), (9_999, 0, .overdue, .medium),
    ]
    for (hours, ms, state, priority) in edges {
      let task = try only(script, at: hours, ms)
      #expect(task.state == state, "\(hours) h and \(ms) ms")
      #expect(task.priority == priority, "\(hours) h and \(ms) ms")
      #expect(task.opens == TaskScript.at(18))
      #expect(task.due == TaskScript.at(24))
    }
  }

  @Test func `are none where no dose was given, whatever the protocol has`() throws {
    var script = try TaskScript()
    try script.session(at: 0, dosed: false, [TaskScript.task()])
    #expect(try script.tasks(at: 100).isEmpty)
  }

  @Test(arguments: FollowUp.Outcome.allCases)
  func `are closed by a follow-up that closes, and tried by one that does not`(
    _ outcome: FollowUp.Outcome
  ) throws {
    var script = try scripted()
    let entry = try script.followUp(outcome, at: 20)
    let task = try only(script, at: 30)
    #expect(task.state == (outcome.closesTask ? .closed(by: entry) : .overdue))
    #expect(task.tries == (outcome.closesTask ? [] : [entry]))
    #expect(task.priority == (outcome.closesTask ? .info : .low))
  }

  @Test func `are not closed by a follow-up of another task, or of another session`() throws {
    var script = try scripted()
    try script.session(at: 200, [TaskScript.task()])
    try script.followUp(.done, "rems-form", at: 20)
    let other = try script.followUp(of: 2, at: 20)
    let tasks = try script.tasks(at: 30)
    #expect(tasks.map(\.state) == [.overdue, .closed(by: other)])
    #expect(tasks.map(\.session.number.value) == [1, 2])
  }

  @Test func `are open again once what closed them is withdrawn`() throws {
    var script = try scripted()
    let tried = try script.followUp(.notReached, at: 19)
    let entry = try script.followUp(at: 20)
    #expect(try only(script, at: 30).state == .closed(by: entry))
    try script.void(entry, at: 21)
    #expect(try only(script, at: 30).state == .overdue)
    #expect(try only(script, at: 30).tries == [tried])
    try script.void(tried, at: 22)
    #expect(try only(script, at: 30).tries.isEmpty)
  }

  @Test func `for integration are closed from when they open to the next dose`() throws {
    let task = TaskScript.task("integration", opens: 24, due: 72, closing: .integration)
    let edges: [(Int, Int, isClosed: Bool)] = [
      (24, -1, false), (24, 0, true), (72, 1, true), (96, -1, true), (96, 0, false),
    ]
    for (hours, ms, isClosed) in edges {
      var script = try scripted(task)
      try script.session(at: 96, [])
      let entry = try script.integration(at: hours, ms)
      #expect(
        try only(script, at: 100).state == (isClosed ? .closed(by: entry) : .overdue),
        "\(hours) h and \(ms) ms"
      )
    }
    // A session without a dose ends nothing, and the last one has no end.
    var script = try scripted(task)
    try script.session(at: 96, dosed: false, [])
    let entry = try script.integration(at: 500)
    #expect(try only(script, at: 600).state == .closed(by: entry))
  }

  @Test func `for scores are closed by the last scale, wherever it was entered`() throws {
    let task = TaskScript.task(
      "week-scores",
      opens: 144,
      due: 168,
      closing: .scores(["pcl-5", "phq-9"])
    )
    var script = try scripted(task)
    try script.score("pcl-5", at: 144, -1)
    try script.score("phq-9", at: 150)
    #expect(try only(script, at: 160).state == .open)
    let last = try script.score("pcl-5", at: 155)
    #expect(try only(script, at: 160).state == .closed(by: last))
    // The missing one in the next session: the course has no entry of it.
    var other = try scripted(task)
    try other.session(at: 168, scores: [("pcl-5", 168)], [])
    try other.score("phq-9", at: 150)
    #expect(try only(other, at: 200).state == .closed(by: nil))
    var none = try scripted(task)
    try none.session(at: 100, scores: [("pcl-5", 100), ("phq-9", 100)], [])
    #expect(try only(none, at: 200).state == .overdue)
  }

  @Test func `are closed by a follow-up too where something else would close them`() throws {
    let task = TaskScript.task("integration", opens: 24, due: 72, closing: .integration)
    var script = try scripted(task)
    let declined = try script.followUp(.declined, "integration", at: 30)
    #expect(try only(script, at: 40).state == .closed(by: declined))
    let earlier = try script.integration(at: 25)
    #expect(try only(script, at: 40).state == .closed(by: earlier))
  }

  @Test func `of serious reviews are one for each, and closed one by one, the oldest first`() throws
  {
    let task = TaskScript.task(
      "serious-report",
      occasion: .serious,
      opens: 0,
      due: 24,
      grows: [(12, .medium), (24, .high)]
    )
    var script = try TaskScript()
    try script.session(at: 0, dosed: false, serious: [10, 20], [task])
    #expect(try script.tasks(at: 50).map(\.review?.value) == [40, 41])
    #expect(try script.tasks(at: 50).map(\.due) == [TaskScript.at(34), TaskScript.at(44)])
    #expect(try script.tasks(at: 32).map(\.priority) == [.medium, .medium])
    let first = try script.followUp(.done, "serious-report", at: 30)
    #expect(try script.tasks(at: 50).map(\.state) == [.closed(by: first), .overdue])
    let second = try script.followUp(.done, "serious-report", at: 31)
    #expect(try script.tasks(at: 50).map(\.state) == [.closed(by: first), .closed(by: second)])
  }

  @Test func `of a serious review are not closed by what was recorded before it`() throws {
    let task = TaskScript.task("serious-report", occasion: .serious, opens: 0, due: 24)
    var script = try TaskScript()
    try script.session(at: 0, serious: [20], [task])
    try script.followUp(.done, "serious-report", at: 19)
    #expect(try only(script, at: 21).state == .open)
    // Entered after the review, of what was done before it.
    let late = try script.followUp(.done, "serious-report", at: 18, recorded: 20)
    #expect(try only(script, at: 21).state == .closed(by: late))
  }

  @Test func `come by when they are due, and as the protocol has them where that is the same`()
    throws
  {
    var script = try TaskScript()
    try script.session(
      at: 0,
      [TaskScript.task("b"), TaskScript.task("a"), TaskScript.task("c", opens: 0, due: 2)]
    )
    try script.session(at: 22, [TaskScript.task("d", opens: 0, due: 2)])
    #expect(try script.tasks(at: 0).map(\.task.id.text) == ["c", "b", "a", "d"])
  }
}
