import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `Doses that come with an import` {
  private func bring(
    _ doses: [String],
    from first: String = "13:25:00",
    to last: String = "14:10:00",
    day: Int = 0,
    weight: Int? = 72
  ) throws -> Ward {
    let ward = try Ward()
    try ward.at("09:00:00", day: 3)
    try ward.know("P-014")
    let observations = try [first, last].map { clock in
      ImportedObservation(
        observed: Stamp(try Ward.instant(clock, day: day), in: Ward.berlin),
        contents: [.note(clock)],
        words: clock
      )
    }
    _ = try ward.supervision.importObservations(
      observations,
      document: "readings.csv",
      doses: doses,
      into: nil,
      opening: ward.request(weight: weight),
      author: nil,
      closing: false,
      dryRun: false
    )
    return ward
  }

  private func doses(_ ward: Ward) throws -> [Entry] {
    try ward.file().log.filter { $0.content.kind == .dose || $0.content.kind == .infusion }
  }

  @Test(arguments: [
    ("@13:30 start infusion", "13:30:00", 0), ("@13:20 ketamine 36 mg iv", "13:20:00", 0),
    ("@14:20 stop infusion given 36 mg", "14:20:00", 0),
  ])
  func `are given on the day of the file`(_ line: String, _ clock: String, _ day: Int) throws {
    let ward = try bring([line])
    #expect(try doses(ward).map(\.observed.instant) == [Ward.instant(clock, day: day)])
  }

  @Test func `set time zero and are typed, not imported`() throws {
    let ward = try bring(["@13:30 ketamine 36 mg iv over 40 min", "@13:31 start infusion"])
    #expect(try ward.file().assessment.timeZero == Ward.instant("13:31:00"))
    #expect(try doses(ward).map(\.source) == [.typed, .typed])
    #expect(try ward.file().session.opened.instant == Ward.instant("13:25:00"))
  }

  @Test func `are doubted by the weight of the day`() throws {
    let ward = try bring(["@13:30 ketamine 360 mg iv over 40 min"])
    guard case .dose(let dose)? = try doses(ward).first?.content else {
      Issue.record("no dose")
      return
    }
    #expect(dose.unverified == [.amount])
    #expect(try ward.openFlags() == "1 unverified")
  }

  @Test func `twice the same line are two doses`() throws {
    let spray = "@13:30 ketamine 10 mg iv"
    #expect(try doses(bring([spray, spray])).count == 2)
  }

  @Test(arguments: ["ketamine 36 mg iv over 40 min", "@-3m ketamine 36 mg iv over 40 min"])
  func `without a clock time are refused`(_ line: String) throws {
    #expect(
      told { _ = try bring([line]) }
        == "“\(line)” does not say when. Nothing was imported. "
        + "As: --dose '@13:30 ketamine 36 mg iv over 40 min'"
    )
  }

  @Test(arguments: ["@13:30 120/80", "@13:30 nausea mild", "void #1 -- wrong", "undo"])
  func `that are none are refused`(_ line: String) throws {
    #expect(
      told { _ = try bring([line]) }
        == "“\(line)” is not a dose or the start of an infusion. Nothing was imported. "
        + "As: --dose '@13:30 ketamine 36 mg iv over 40 min'"
    )
  }
}
