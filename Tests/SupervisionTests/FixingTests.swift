import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `Correcting an entry` {
  @Test func `changes only what it names and keeps the time`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("148/92 28 96% rr 14 -- left arm")
    try ward.at("14:01:00")
    try ward.type("fix last hr 82 -- digits left out")
    let entry = try ward.entry(2)
    let vitals = try ward.vitals(2)
    #expect(entry.observed.instant == (try Ward.instant("14:00:00")))
    #expect(vitals.value(.heartRate)?.thousandths == 82_000)
    #expect(vitals.value(.systolic)?.thousandths == 148_000)
    #expect(vitals.value(.spo2)?.thousandths == 96_000)
    #expect(vitals.remark == "left arm")
    #expect(vitals.unverified.isEmpty)
    #expect(entry.amendments == [EntryNumber(3)])
  }

  @Test func `moves it where a time is given, and only then`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("148/92")
    try ward.at("14:01:00")
    try ward.type("fix #2 @13:55 -- clock read wrong")
    #expect(try ward.entry(2).observed.instant == Ward.instant("13:55:00"))
    #expect(try ward.vitals(2).value(.systolic)?.thousandths == 148_000)
    try ward.type("fix #2 @13:56 138/92 -- both read wrong")
    #expect(try ward.entry(2).observed.instant == Ward.instant("13:56:00"))
    #expect(try ward.vitals(2).value(.systolic)?.thousandths == 138_000)
  }

  @Test func `keeps a verified value verified unless it names it`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("232/118 88")
    try ward.type("232/118 88")
    try ward.at("14:01:00")
    try ward.type("fix #2 hr 84 -- digits transposed")
    #expect(try ward.vitals(2).unverified.isEmpty)
    #expect(try ward.vitals(2).value(.heartRate)?.thousandths == 84_000)
    try ward.type("fix #2 bp 234/118 -- read again")
    #expect(try ward.vitals(2).unverified == [.systolic])
  }

  @Test func `keeps an unverified value unverified unless it names it`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("232/118 88")
    try ward.type("fix #2 hr 84 -- digits transposed")
    #expect(try ward.vitals(2).unverified == [.systolic])
    try ward.type("fix #2 132/88 -- one digit wrong")
    #expect(try ward.vitals(2).unverified.isEmpty)
  }

  @Test func `does not doubt a value by what the entry itself said before`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("190/95")
    try ward.type("fix last 120/80 -- wrong line")
    #expect(try ward.vitals(2).unverified.isEmpty)
  }

  @Test func `of a correction acts on its original`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("hr 70")
    try ward.type("fix #2 hr 72 -- read again")
    try ward.type("fix #3 hr 74 -- and again")
    #expect(try ward.vitals(2).value(.heartRate)?.thousandths == 74_000)
    #expect(try ward.entry(2).amendments == [EntryNumber(3), EntryNumber(4)])
  }

  @Test func `of a verification acts on what it verified`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("232/118 88")
    try ward.type("232/118 88")
    try ward.type("fix last 132/88 -- it was 132 after all")
    #expect(try ward.vitals(2).value(.systolic)?.thousandths == 132_000)
    #expect(try ward.file().log.last?.content.kind == .amendment)
  }

  @Test func `names what is not obtained as well`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("bp - hr 80 -- cuff error")
    try ward.type("fix last 128/80 -- read from the monitor")
    #expect(try ward.vitals(2).value(.diastolic)?.thousandths == 80_000)
    #expect(try ward.vitals(2).value(.heartRate)?.thousandths == 80_000)
  }

  @Test func `of an effect keeps the grade or the course that it does not name`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("nausea mod worse distressing -- after the bus")
    try ward.type("fix last nausea 7/10 -- asked again")
    #expect(
      try ward.entry(2).content
        == .effect(
          SideEffect(
            EffectName("nausea"),
            grade: Grade(rating: 7),
            course: .worse,
            distressing: true,
            remark: "after the bus"
          )
        )
    )
    try ward.type("fix #2 nausea gone -- wrong button")
    #expect(
      try ward.entry(2).content
        == .effect(SideEffect(EffectName("nausea"), course: .gone, remark: "after the bus"))
    )
    try ward.type("fix #2 nausea mild -- still there")
    #expect(
      try ward.entry(2).content
        == .effect(
          SideEffect(
            EffectName("nausea"),
            grade: .words(.mild),
            remark: "after the bus"
          )
        )
    )
  }

  @Test func `of an effect to another says nothing of the first`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("nausea mod worse distressing")
    try ward.type("fix last dizziness mild -- wrong word")
    #expect(
      try ward.entry(2).content
        == .effect(SideEffect(EffectName("dizziness"), grade: .words(.mild)))
    )
  }

  @Test func `of a dose keeps the minutes and is doubted anew`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("13:30:00")
    try ward.type("ketamine 36 mg im over 40 min")
    try ward.type("fix last ketamine 36 mg iv -- wrong route")
    guard case .dose(let dose) = try ward.entry(2).content else {
      Issue.record("no dose")
      return
    }
    #expect(dose.overMinutes == 40)
    #expect(dose.route == .intravenous)
    #expect(dose.unverified.isEmpty)
    try ward.type("fix last ketamine 360 mg iv -- ten times")
    guard case .dose(let tenfold) = try ward.entry(2).content else { return }
    #expect(tenfold.unverified == [.amount])
  }

  @Test func `weighs a dose by the weight that was last measured`() throws {
    let ward = try Ward()
    try ward.open(weight: 72)
    try ward.at("13:30:00")
    // 36 / 60 = 0.6 mg/kg, over the 0.525 of the protocol; by 72 kg it was 0.5.
    try ward.type("weight 60", "ketamine 36 mg iv over 40 min")
    guard case .dose(let dose) = try ward.entry(3).content else { return }
    #expect(dose.unverified == [.amount])
  }

  @Test func `with a clock time the next day means the session's day`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("148/92")
    try ward.end()
    try ward.at("09:00:00", day: 1)
    try ward.type("fix #2 @13:50 -- clock read wrong")
    #expect(try ward.entry(2).observed.instant == Ward.instant("13:50:00"))
  }
}
