import Foundation
import Monitoring
import SessionRecord
import Supervision
import TestSupport
import Testing

@Suite struct `A long batch` {
  /// The time that this thread worked, so that what else the machine does counts for nothing.
  private func work(_ lines: [String]) throws -> Double {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    let before = worked()
    _ = try ward.supervision.record(
      lines.map(Input.line),
      in: SessionNumber(1),
      as: Authorship(author: nil)
    )
    return worked() - before
  }

  private func worked() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test(arguments: [
    ["mark"], ["ketamine 36 mg iv"], ["note a", "fix last note b -- slip"],
    ["mark", "void last -- slip"], ["check LH"],
  ])
  func `takes four times the work for four times the lines`(_ lines: [String]) throws {
    func repeated(_ count: Int) -> [String] { (0..<count).map { lines[$0 % lines.count] } }
    let one = try work(repeated(1_000))
    let four = try work(repeated(4_000))
    // Sixteen times where each line looks at all before it.
    #expect(four < 8 * one, "\(one) s for 1,000 lines, \(four) s for 4,000")
  }

  @Test(arguments: [
    (["hr 70", "void last -- slip", "hr 125"], [[], [], []]),
    (["hr 70", "fix last hr 80 -- slip", "hr 125"], [[], [], []]),
    (["hr 70", "fix last spo2 97 -- slip", "hr 125"], [[], [], [VitalSign.heartRate]]),
    (["hr 170", "undo", "hr 170"], [[.heartRate], [], [.heartRate]]),
    (["hr 170", "hr 170", "hr 170"], [[.heartRate], [], [.heartRate]]),
    (["hr 170", "fix last hr 70 -- slip", "hr 170"], [[.heartRate], [], [.heartRate]]),
  ])
  func `doubts a line by the lines before it as they stand`(
    _ lines: [String],
    _ doubted: [[VitalSign]]
  ) throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    let recorded = try ward.supervision.record(
      lines.map(Input.line),
      in: SessionNumber(1),
      as: Authorship(author: nil)
    )
    let found = recorded.file.log.dropFirst().map { entry -> [VitalSign] in
      if case .vitals(let vitals) = entry.content { vitals.unverified } else { [] }
    }
    #expect(found == doubted)
  }

  @Test func `reads a clock time near what was observed last, as it stands then`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("09:00:00", day: 1)
    // Corrected to the evening before, where the next time is looked for too.
    try ward.type("hr 70", "fix last @21:30 -- slip", "fix last @20:00 -- slip")
    #expect(try ward.entry(2).observed.instant == Ward.instant("20:00:00"))
  }

  @Test(arguments: 1...12)
  func `says what the same lines say one by one`(_ round: UInt64) throws {
    let seed = 40_000 + round
    var random = SeededGenerator(seed: seed)
    let pool = [
      "120/80 70", "hr 170", "hr 170", "@-3m hr 170", "@13:50 hr 172", "190/85", "weight 210",
      "weight 211", "ketamine 300 mg iv", "ketamine 300 mg iv", "nausea mild", "mark", "undo",
      "fix last hr 72 -- slip", "fix last hr 171 -- slip", "fix last @13:40 -- slip",
      "fix #2 @13:45 -- slip", "fix #3 weight 90 -- slip", "void last -- slip", "void #4 -- slip",
      "fix #2 190/85 -- slip", "undo",
    ]
    let apart = try Ward()
    let together = try Ward()
    for ward in [apart, together] {
      try ward.open(weight: nil)
      try ward.at("14:00:00")
      try ward.type("120/80", "hr 169", by: "LH")
    }
    var taken: [String] = []
    for _ in 0..<40 {
      let line = random.pick(pool)
      if told({ try apart.type(line) }) == nil { taken.append(line) }
    }
    #expect(taken.count > 10, "seed \(seed)")
    _ = try together.supervision.record(
      taken.map(Input.line),
      in: SessionNumber(1),
      as: Authorship(author: ClinicianCode("KO"))
    )
    // The opening commits to an identity under a salt of its own record.
    let one = try apart.file().log.dropFirst()
    let other = try together.file().log.dropFirst()
    let differing = zip(one, other).filter {
      $0.content != $1.content || $0.observed != $1.observed
    }.map(\.0.number)
    #expect(differing.isEmpty && one.count == other.count, "seed \(seed): \(taken)")
  }
}
