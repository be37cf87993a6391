import Foundation
import Monitoring
import SessionRecord
import Supervision
import TestSupport
import Testing

/// One session kept twice, on a clock that is set while it goes on and on one that is not.
@Suite("A clock that is set while a session goes on")
struct SteppedClockTests {
  private func opened() throws -> Ward {
    let ward = try Ward()
    ward.hands.boot = UUID()
    try ward.at("13:55:00")
    try ward.openWhole()
    try ward.type("124/78 72 98% rr 14 moaas 5 A ra")
    try ward.at("14:00:00")
    try ward.type("ketamine 36 mg iv")
    return ward
  }

  /// Flags by what they are, with their state and when they were raised from time zero, and every slot's state.
  private func told(_ ward: Ward, _ session: Int = 1) throws -> [String] {
    let assessment = try ward.file(session).assessment
    let zero = try #require(assessment.timeZero)
    let flags = assessment.flags.map { flag in
      let cause: String =
        switch flag.identity.cause {
        // The step of the clock is an entry, so later ones have other numbers.
        case .entry: "entry"
        default: "\(flag.identity.cause)"
        }
      return "\(flag.number) \(flag.identity.rule) \(cause) \((flag.raised - zero).wholeMinutes) "
        + "\(flag.isOpen)"
    }
    let slots = assessment.schedule.flatMap { scheduled in
      scheduled.slots.map { "\(scheduled.group.id) \($0.minutes) \($0.state.word)" }
    }
    return flags + slots
  }

  @Test(arguments: [-60, 60, -1, 1, -24 * 60, 24 * 60, 365 * 24 * 60])
  func `neither hides nor doubles what is due, on every minute`(minutes: Int) throws {
    let (right, set) = try (opened(), opened())
    var isSet = false
    for minute in 1...70 {
      for ward in [right, set] { ward.hands.now = ward.hands.now + .minutes(1) }
      if minute == 25 {
        set.hands.set(by: .minutes(minutes))
        isSet = true
      }
      #expect(try told(set) == told(right), "minute \(minute), set: \(isSet)")
      let line: String? =
        switch minute {
        case 10: "166/96 88 97% rr 15 moaas 4 A ra"
        case 31: "184/112 96 97% rr 15 moaas 4 A ra"
        case 40, 50: "150/90 90 97% rr 15 moaas 4 A ra"
        default: nil
        }
      if let line {
        try right.type(line)
        try set.type(line)
        #expect(try told(set) == told(right), "entered at minute \(minute)")
      }
    }
    let steps = try set.file().log.filter { $0.content.kind == .clockStep }
    #expect(steps.map(\.content) == [.clockStep(try #require(ClockStep(by: .minutes(minutes))))])
    #expect(try right.file().log.allSatisfy { $0.content.kind != .clockStep })
  }

  @Test func `is recorded with the commit that comes upon it, and then no more`() throws {
    let ward = try opened()
    try ward.at("14:10:00")
    ward.hands.set(by: .hours(-1))
    let recorded = try ward.type("150/90 90", "hr 92")
    #expect(recorded.new.map(\.value) == [4, 5, 6])
    #expect(recorded.file.log.suffix(3).map(\.content.kind) == [.clockStep, .vitals, .vitals])
    #expect(recorded.file.log.map(\.number.value) == Array(1...6))
    ward.hands.now = ward.hands.now + .minutes(1)
    #expect(try ward.type("hr 90").new.map(\.value) == [7])
    // Nothing was lost of what the clock showed.
    let written = try ward.file().log.map(\.asWritten.observed.civil.clock)
    #expect(written == ["13:55", "13:55", "14:00", "13:10", "13:10", "13:10", "13:11"])
    let shown = try ward.file().log.map(\.observed.civil.clock)
    #expect(shown == ["12:55", "12:55", "13:00", "13:10", "13:10", "13:10", "13:11"])
  }

  @Test func `leaves numbers right that lines of the same commit name`() throws {
    let ward = try opened()
    ward.hands.set(by: .hours(1))
    // A doubted value and its repetition in one commit: the second names the first by its number.
    let recorded = try ward.type("hr 210", "hr 210")
    #expect(recorded.file.log.last?.content == .verification(of: EntryNumber(5)))
    #expect(recorded.file.assessment.chart[EntryNumber(5)]?.verifiedBy == EntryNumber(6))
  }

  @Test func `cannot be struck out, taken back or corrected`() throws {
    let ward = try opened()
    ward.hands.set(by: .hours(1))
    try ward.type("150/90 90")
    #expect(try ward.entry(4).content.kind == .clockStep)
    #expect(SupervisionTests.told { try ward.type("void 4 -- not true") } != nil)
    #expect(SupervisionTests.told { try ward.type("fix 4 hr 90 -- not true") } != nil)
    try ward.type("undo")
    #expect(try ward.entry(5).isVoid)
    #expect(SupervisionTests.told { try ward.type("undo") }?.contains("4") != true)
    #expect(try !ward.entry(4).isVoid)
  }

  @Test func `stores nothing where the commit was refused`() throws {
    let ward = try opened()
    ward.hands.set(by: .hours(1))
    #expect(SupervisionTests.told { try ward.type("hr 9999") } != nil)
    #expect(try ward.file().log.count == 3)
    try ward.type("hr 90")
    #expect(try ward.file().log.map(\.content.kind).suffix(2) == [.clockStep, .vitals])
  }

  @Test func `retracts no flag by the closing`() throws {
    let ward = try opened()
    try ward.at("14:12:00")
    try ward.type("190/115 110")
    try ward.at("14:40:00")
    let before = try ward.file().assessment.flags.filter { $0.retractedBy == nil }.map(\.identity)
    #expect(!before.isEmpty)
    ward.hands.set(by: .hours(-2))
    try close(ward)
    let after = try ward.file().assessment.flags.filter { $0.retractedBy == nil }.map(\.identity)
    #expect(Set(before).isSubset(of: after))
    #expect(try ward.file().assessment.flags.allSatisfy { $0.retractedBy == nil })
  }

  @Test func `is not looked for once the session is over`() throws {
    let ward = try opened()
    try ward.at("15:00:00")
    try close(ward)
    let before = try ward.file()
    ward.hands.set(by: .hours(3))
    _ = try ward.supervision.add(
      addendum: "seen the next day",
      to: SessionNumber(1),
      by: ClinicianCode("KO")
    )
    let after = try ward.file()
    #expect(after.log.allSatisfy { $0.content.kind != .clockStep })
    #expect(after.log.dropLast() == before.log[...])
  }

  @Test func `goes on from the last entry where the machine came up with it behind`() throws {
    let (right, wrong) = try (opened(), opened())
    for ward in [right, wrong] {
      try ward.at("14:10:00")
      try ward.type("166/96 88 97% rr 15 moaas 4 A ra")
    }
    // Down for a moment, and an hour back: nothing that is due waits for an hour.
    for ward in [right, wrong] { ward.hands.restart() }
    wrong.hands.set(by: .hours(-1))
    for _ in 1...40 {
      for ward in [right, wrong] { ward.hands.now = ward.hands.now + .minutes(1) }
      #expect(try told(wrong) == told(right), "\(right.hands.now)")
    }
    for ward in [right, wrong] { try ward.type("184/112 96 97% rr 15 moaas 4 A ra") }
    #expect(try told(wrong) == told(right))
    #expect(try wrong.file().log.count { $0.content.kind == .clockStep } == 1)
    // Set right again: what was written before the start was right, and stands as it was.
    wrong.hands.set(by: .hours(1))
    for ward in [right, wrong] {
      ward.hands.now = ward.hands.now + .minutes(5)
      try ward.type("150/90 90 97% rr 15 moaas 4 A ra")
    }
    #expect(try told(wrong) == told(right))
    let shown = try wrong.file().log.filter { $0.content.kind != .clockStep }
    #expect(shown.map(\.observed.instant) == (try right.file().log.map(\.observed.instant)))
  }

  @Test func `is not known where the machine was started again meanwhile and it is ahead`() throws {
    let ward = try opened()
    ward.hands.set(by: .hours(1))
    ward.hands.boot = UUID()
    #expect(try ward.type("hr 90").new.map(\.value) == [4])
  }

  @Test func `moves what was moved from another patient's session as well`() throws {
    let (right, set) = try (opened(), opened())
    for ward in [right, set] {
      try ward.know("P-015")
      try ward.move()
      ward.hands.now = ward.hands.now + .minutes(5)
    }
    set.hands.set(by: .hours(-1))
    for ward in [right, set] {
      try ward.type("hr 70", in: 2)
      ward.hands.now = ward.hands.now + .minutes(35)
    }
    #expect(try told(set, 2) == told(right, 2))
    #expect(try told(set, 2).contains { $0.contains("overdue.bp") })
  }

  @Test func `does not doubt a retry of what was saved before it`() throws {
    let ward = try opened()
    let id = EntryID(UUID())
    try ward.at("14:20:00")
    let line = "@14:18 hr 90"
    #expect(try ward.type(line, id: id).alreadySaved == nil)
    ward.hands.set(by: .hours(-1))
    try ward.type("hr 92")
    #expect(try ward.type(line, id: id).alreadySaved == EntryNumber(4))
  }

  @Test func `is verified as everything else, and its read models are derived the same`() throws {
    let ward = try Ward(sealing: true)
    ward.hands.boot = UUID()
    try ward.at("13:55:00")
    try ward.openWhole()
    try ward.type("124/78 72 98% rr 14 moaas 5 A ra")
    try ward.at("14:00:00")
    try ward.type("ketamine 36 mg iv")
    var random = SeededGenerator()
    for _ in 0..<30 {
      ward.hands.now = ward.hands.now + .minutes(Int.random(in: 1...7, using: &random))
      if Int.random(in: 0..<3, using: &random) == 0 {
        ward.hands.set(by: .seconds(Int.random(in: -9_000...9_000, using: &random)))
      }
      try ward.type(
        "\(Int.random(in: 110...199, using: &random))/70 \(Int.random(in: 50...130, using: &random))"
      )
      #expect(try !findings(ward), "seed \(random.seed)")
    }
    try close(ward)
    #expect(try !findings(ward), "seed \(random.seed)")
  }

  private func close(_ ward: Ward) throws {
    var request = LeavingRequest()
    request.reasons = [(criterion: nil, text: "for this test")]
    _ = try ward.supervision.end(SessionNumber(1), by: ClinicianCode("KO"), request)
  }

  private func findings(_ ward: Ward) throws -> Bool {
    let found = try ward.supervision.verify(.record, level: .full, by: .account("ward"))
    // Nothing is sealed before the first session is closed.
    let findings = found.findings.filter { $0.fault != .nothingSealed }
    for finding in findings { Issue.record("\(finding)") }
    return !findings.isEmpty
  }
}
