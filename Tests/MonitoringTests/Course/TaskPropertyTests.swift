import Monitoring
import SessionRecord
import TestSupport
import Testing

/// What holds of the tasks of every course.
@Suite("Tasks of random courses")
struct TaskPropertyTests {
  private static let closings: [AfterCareTask.Closing] = [
    .followUp, .integration, .scores(["pcl-5", "gad-7"]),
  ]

  private func course(_ random: inout SeededGenerator) throws -> TaskScript {
    var script = try TaskScript()
    let tasks = (0..<random.number(1...4)).map { place in
      let opens = random.number(0...48)
      let due = opens + random.number(0...48)
      return TaskScript.task(
        "task-\(place)",
        occasion: random.chance(25) ? .serious : .dose,
        opens: opens,
        due: due,
        grows: [(opens + random.number(0...10), .low), (due + random.number(11...20), .high)],
        closing: random.pick(TaskPropertyTests.closings)
      )
    }
    var hours = 0
    for _ in 0..<random.number(1...5) {
      hours += random.number(1...120)
      try script.session(
        at: hours,
        dosed: random.chance(80),
        scores: random.chance(30) ? [("pcl-5", hours)] : [],
        serious: random.chance(30) ? [hours + random.number(0...20), hours + 30] : [],
        tasks
      )
    }
    for _ in 0..<random.number(0...20) {
      let at = random.number(0...600)
      switch random.number(1...5) {
      case 1: try script.integration(at: at)
      case 2: try script.score(random.pick(["pcl-5", "gad-7", "phq-9"]), at: at)
      case 3 where !script.log.isEmpty:
        try script.void(EntryNumber(random.number(1...script.log.count)), at: at)
      default:
        try script.followUp(
          random.pick(FollowUp.Outcome.allCases),
          "task-\(random.number(0...3))",
          of: random.number(1...script.sessions.count),
          at: at
        )
      }
    }
    return script
  }

  @Test(arguments: 1...300)
  func `follow from time and log alone`(round: Int) throws {
    let seed = UInt64(20_261_126 + round)
    var random = SeededGenerator(seed: seed)
    let script = try course(&random)
    let voided = Set(
      script.log.compactMap { entry -> EntryNumber? in
        guard case .void(let void) = entry.content else { return nil }
        return void.entry
      }
    )
    var before: [CareTask] = []
    for hours in stride(from: -10, through: 900, by: 35) {
      let ms = random.number(-2...2)
      let asOf = TaskScript.at(hours, ms)
      let tasks = try script.tasks(at: hours, ms)
      #expect(tasks.map(\.due) == tasks.map(\.due).sorted(), "seed \(seed)")
      var closers: [EntryNumber] = []
      for task in tasks {
        switch task.state {
        case .notOpen: #expect(asOf < task.opens, "seed \(seed)")
        case .open: #expect(task.opens <= asOf && asOf <= task.due, "seed \(seed)")
        case .overdue: #expect(task.due < asOf, "seed \(seed)")
        case .closed(let entry):
          #expect(task.priority == .info, "seed \(seed)")
          guard let entry else { break }
          #expect(!voided.contains(entry), "seed \(seed)")
          let content = script.log[entry.value - 1].content
          if case .followUp(let followUp) = content {
            // One follow-up closes one task.
            closers.append(entry)
            #expect(followUp.task == task.task.id, "seed \(seed)")
            #expect(followUp.session == task.session.number, "seed \(seed)")
            #expect(followUp.outcome.closesTask, "seed \(seed)")
          }
        }
      }
      #expect(Set(closers).count == closers.count, "seed \(seed)")
      // Time closes nothing and opens nothing again, and a task never shrinks.
      if !before.isEmpty {
        #expect(tasks.count == before.count, "seed \(seed)")
        for (old, new) in zip(before, tasks) {
          #expect(old.isClosed == new.isClosed, "seed \(seed)")
          #expect(old.priority <= new.priority, "seed \(seed)")
        }
      }
      before = tasks
    }
  }
}
