import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `A deferral that is typed` {
  /// Opened at 13:55, with a baseline and 36 mg given at 14:00.
  private func dosed() throws -> Ward {
    let ward = try Ward()
    try ward.at("13:55:00")
    try ward.openWhole()
    try ward.type("124/78 72 98% rr 14 moaas 5 A ra")
    try ward.at("14:00:00")
    try ward.type("ketamine 36 mg iv")
    return ward
  }

  private func state(_ ward: Ward, _ group: String, _ minutes: Int) throws -> String {
    let scheduled = try #require(
      try ward.file().assessment.schedule.first { $0.group.id.text == group }
    )
    return try #require(scheduled.slots.first { $0.minutes == minutes }).state.word
  }

  @Test func `closes the slot whose span it is in`() throws {
    let ward = try dosed()
    try ward.at("14:10:00")
    try ward.type("defer bp -- asleep, breathing quietly")
    #expect(try state(ward, "bp", 10) == "deferred")
    #expect(try state(ward, "resp", 10) == "due")
    #expect(try state(ward, "bp", 20) == "upcoming")
  }

  @Test func `of the whole set closes every slot that is due, and no other`() throws {
    let ward = try dosed()
    try ward.at("14:10:00")
    try ward.type("defer set -- asleep")
    for group in ["bp", "resp", "sedation"] { #expect(try state(ward, group, 10) == "deferred") }
    #expect(try state(ward, "symptoms", 20) == "upcoming")
  }

  @Test func `is allowed again once a reading was taken between`() throws {
    let ward = try dosed()
    try ward.at("14:10:00")
    try ward.type("defer bp -- asleep")
    try ward.at("14:20:00")
    #expect(told { try ward.type("defer bp -- asleep") } != nil)
    try ward.type("128/80 74")
    try ward.at("14:30:00")
    try ward.type("defer bp -- asleep again")
    #expect(try state(ward, "bp", 30) == "deferred")
  }

  @Test(arguments: ["184/95", "spo2 92", "V", "moaas 3"])
  func `is refused under a flag on what it would put off, and allowed once that is gone`(
    _ reading: String
  ) throws {
    let ward = try dosed()
    try ward.at("14:08:00")
    try ward.type(reading)
    try ward.at("14:10:00")
    let before = try ward.file().log.count
    #expect(
      told { try ward.type("defer rr -- asleep") }?
        .contains(" the SpO2 and respiratory rate is not put off: while ") == true
    )
    #expect(try ward.file().log.count == before)
    try ward.type("void last -- read from another monitor")
    try ward.type("defer rr -- asleep")
    #expect(try state(ward, "resp", 10) == "deferred")
  }

  @Test func `is not refused under a flag on heart rate, or one that only says overdue`() throws {
    let ward = try dosed()
    try ward.at("14:26:00")
    try ward.type("hr 115")
    #expect(try ward.openFlags().contains("overdue.resp"))
    #expect(try ward.openFlags().contains("hr.high.mild"))
    try ward.type("defer rr -- mask off")
    #expect(try state(ward, "resp", 20) == "deferred")
  }

  @Test func `before time zero is for the first slot, and a peak reading is none`() throws {
    let infusion = try Ward()
    try infusion.openWhole()
    try infusion.type("defer bp -- cuff is being fetched")
    #expect(try infusion.file().log.count == 2)
    let spray = try Ward()
    try spray.open(under: "esketamine-in")
    let before = try spray.file().log.count
    let said = told { try spray.type("defer bp -- cuff is being fetched") }
    #expect(said?.contains("is the protocol's peak reading and is never put off") == true)
    #expect(try spray.file().log.count == before)
  }

  @Test func `is refused with its line in a batch, and nothing of the batch is stored`() throws {
    let ward = try dosed()
    try ward.at("14:10:00")
    let before = try ward.file().log.count
    let flagged = told {
      try ward.type("nausea mild", "note asleep", "184/95", "defer rr -- asleep")
    }
    #expect(
      flagged?.hasPrefix("line 4: Under flags 4, 5 the SpO2 and ") == true,
      "\(flagged ?? "not refused")"
    )
    #expect(
      told { try ward.type("defer weight -- no scale", "nausea mild") }?
        .hasPrefix("line 1: Nothing of that is due or comes later") == true
    )
    #expect(
      told { try ward.type("defer bp -- asleep", "defer bp -- still asleep", "mark") }?
        .hasPrefix("line 2: The blood pressure and heart rate of T+10 was put off, ") == true
    )
    #expect(try ward.file().log.count == before)
  }

  @Test func `that was stored stays allowed when a flag is found before it`() throws {
    let ward = try dosed()
    try ward.at("14:10:00")
    try ward.type("defer bp -- asleep")
    try ward.at("14:15:00")
    try ward.type("@14:05 184/95")
    #expect(try state(ward, "bp", 10) == "deferred")
  }

  @Test func `is a remark under a protocol without a schedule, and never refused`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.type("ketamine 36 mg iv")
    try ward.type("184/95")
    try ward.type("defer bp -- deep state", "defer bp -- deep state", "defer weight -- no scale")
    #expect(try ward.file().log.filter { $0.content.kind == .deferred }.count == 3)
    #expect(try ward.file().assessment.dueReadings.isEmpty)
  }
}
