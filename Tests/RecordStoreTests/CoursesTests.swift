import GRDB
import SessionRecord
import TestSupport
import Testing

@testable import RecordStore

/// The courses of every patient, read in one pass.
@Suite("The courses of all patients")
struct CoursesTests {
  @Test func `come by code, each whole and in order, however they were entered`() throws {
    let record = try TemporaryRecord()
    let seed: UInt64 = 20_261_126
    var random = SeededGenerator(seed: seed)
    let codes = try (0..<7).map { try record.addPatient("Q-\($0)").code }
    for minute in 1...120 {
      let code = random.pick(codes)
      let contents: [Content] = try random.list(1...3) { random in
        random.chance(50)
          ? .followUp(try random.followUp())
          : .scale(ScaleScore(scale: "gad-7", score: random.number(0...21)))
      }
      _ = try record.store.append(toCourseOf: code, at: { TemporaryRecord.moment(minute) }) {
        _,
        _ in
        try contents.map { try record.draft($0, minutes: minute) }
      }
    }
    let courses = try record.store.courses()
    #expect(courses.map(\.patient) == codes.sorted(), "seed \(seed)")
    for course in courses {
      #expect(try course.log == record.store.courseLog(of: course.patient), "seed \(seed)")
    }
    let followed = try record.store.courses([.followUp])
    for course in followed {
      let whole = try record.store.courseLog(of: course.patient)
      #expect(course.log == whole.filter { $0.content.kind == .followUp }, "seed \(seed)")
    }
    #expect(try record.store.courses([.void]).isEmpty)
  }

  @Test func `leave out patients without an entry, and sessions`() throws {
    let record = try TemporaryRecord()
    try record.openSession(with: [.note("in a session")])
    _ = try record.addPatient()
    #expect(try record.store.courses().isEmpty)
  }

  @Test func `go on where the last few thousand entries ended`() throws {
    let record = try TemporaryRecord()
    let codes = try ["A", "B", "C"].map { try record.addPatient($0).code }
    let each = RecordStore.courseEntriesAtOnce / 2 + 7
    for code in codes {
      _ = try record.store.append(toCourseOf: code, at: { TemporaryRecord.moment(1) }) { _, _ in
        try (0..<each).map { place in
          try record.draft(.scale(ScaleScore(scale: "phq-9", score: place)), minutes: 1)
        }
      }
    }
    let courses = try record.store.courses()
    #expect(courses.map(\.patient) == codes)
    for course in courses { #expect(course.log.map(\.number.value) == Array(1...each)) }
  }

  @Test func `are found by the log's own order, never by sorting it`() throws {
    let record = try TemporaryRecord()
    let plan = try record.store.queue.inDatabase { database in
      try Row.fetchAll(
        database,
        sql: "EXPLAIN QUERY PLAN \(RecordStore.coursesStatement)",
        arguments: ["", 0]
      ).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.hasPrefix("SEARCH entry USING PRIMARY KEY") })
    #expect(!plan.contains { $0.contains("TEMP B-TREE") })
  }
}
