import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// Each other field of the form with its entries, and without.
struct REMSFieldTests {
  @Test(arguments: [
    ([28, 28], "56 mg"), ([28, 28, 28], "84 mg"), ([28], "other: 28 mg"),
    ([28, 28, 28, 28], "other: 112 mg"),
  ])
  func `sums the devices that stand`(milligrams: [Int], words: String) throws {
    var session = try NasalSession()
    for (place, amount) in milligrams.enumerated() {
      try session.device("14:\(padded(place * 5, 2))", milligrams: amount)
    }
    let field = try session.field("dose")
    #expect(field.words == words)
    #expect(field.numbersOfEntries == Array(2..<(2 + milligrams.count)))
    #expect(field.numbers.map(\.thousandths) == [milligrams.reduce(0, +) * 1_000])
    #expect(field.asides.count == milligrams.count)
  }

  @Test func `leaves out a voided device and other medicines, and marks an unverified one`() throws
  {
    var session = try NasalSession()
    try session.device("14:00")
    try session.device("14:05")
    try session.device("14:10")
    try session.void(4, at: "14:11")
    let midazolam = try Dose(
      drug: "midazolam",
      amount: try Amount(thousandths: 2_000, .milligram),
      route: .intravenous
    )
    try session.add("14:20", .dose(midazolam))
    #expect(try session.field("dose").words == "56 mg")
    #expect(
      try session.field("otherMedicines").says(
        "given in this session: midazolam 2 mg intravenous (#6 14:20 T+20)"
      )
    )
    let doubtful = try Dose(
      drug: "esketamine",
      amount: try Amount(thousandths: 28_000, .milligram),
      route: .intravenous,
      unverified: [.route]
    )
    try session.add("14:30", .dose(doubtful))
    let field = try session.field("dose")
    #expect(field.words == "84 mg?")
    #expect(field.says("not verified: type the dose again"))
  }

  @Test func `sums nothing where an amount is not known in milligrams`() throws {
    var session = try NasalSession.dosed()
    let sprays = try Dose(
      drug: "esketamine",
      amount: try Amount(thousandths: 2_000, .unit),
      route: .intranasal
    )
    try session.add("14:05", .dose(sprays))
    let field = try session.field("dose")
    #expect(field.words == "not recorded: of 1 dose no amount is known")
    #expect(field.numbers.isEmpty)
    #expect(field.asides.count == 2)
  }

  @Test(arguments: [
    ("15:59:59", "119 min, under 2 h"), ("16:00", "120 min, at least 2 h"),
    ("16:06", "126 min, at least 2 h"),
  ])
  func `counts the minutes to the completion of monitoring`(end: String, words: String) throws {
    var session = try NasalSession.dosed()
    #expect(try session.field("totalMinutes").words == "not recorded: the session is not completed")
    try session.leave(end)
    let field = try session.field("totalMinutes")
    #expect(field.words == words)
    // The device, and the decision.
    #expect(field.numbersOfEntries == [2, 3])
  }

  @Test func `counts to the decision, else to the closing`() throws {
    var closed = try NasalSession.dosed()
    try closed.close("16:30")
    #expect(try closed.field("totalMinutes").words == "150 min, at least 2 h")
    #expect(try closed.field("totalMinutes").numbersOfEntries == [2, 3])
  }

  @Test func `has the ready minute only from the clinician, with the criteria beside it`() throws {
    let whole = try NasalSession.whole()
    let field = try whole.field("readyMinute")
    #expect(field.words == "minute 118, as judged by LH")
    #expect(field.numbersOfEntries == [24])
    // Answered 16:02, after the last look at 16:00:50.
    #expect(field.says("every criterion of the protocol but the time was met from 16:02 T+122 on"))
    var silent = try NasalSession.dosed()
    try silent.leave("16:06")
    let none = try silent.field("readyMinute")
    #expect(none.words.hasPrefix("not recorded: the clinician says it"))
    #expect(none.entries.isEmpty && none.numbers.isEmpty)
    #expect(none.says("not met without the time at the end were pressure, heart-rate"))
    // Time, infusion and what needs no entry are not among them.
    #expect(!none.says(" time,"))
  }

  @Test func `quotes who said that vital signs were acceptable, and decides nothing`() throws {
    var session = try NasalSession()
    try session.add("13:52", try vitals([.systolic: 152, .diastolic: 88]))
    try session.add("13:58", .note("vitals not acceptable yet"))
    try session.device("14:00")
    try session.add("14:01", .note("cuff acceptable"))
    try session.leave("16:06")
    try session.add("16:20", .note("acceptable at home"))
    let before = try session.field("acceptableBefore")
    #expect(before.words == "“vitals not acceptable yet”")
    #expect(before.answer.key == "said")
    #expect(before.numbersOfEntries == [3])
    #expect(before.says("open at 14:00: "))
    #expect(before.says("systolic over 140 mmHg before the start"))
    #expect(try session.field("acceptableCompletion").words == "“cuff acceptable”")
    let quiet = try NasalSession.dosed()
    #expect(try quiet.field("acceptableBefore").words == "not recorded")
    // Nobody has measured anything before the device.
    #expect(try quiet.field("acceptableBefore").says("open at 14:00: ●1 "))
    #expect(try NasalSession.whole().field("acceptableBefore").says("no flag was open at 14:00"))
    #expect(
      try quiet.field("acceptableCompletion").words == "not recorded: the session is not completed"
    )
  }

  @Test(arguments: [
    ("lot 22K117", ["22K117"]), ("Lot no. 22K-117.", ["22K-117"]),
    ("lot#A1, lot: B2", ["A1", "B2"]),
    ("a lot of nausea", []), ("lots 12", []), ("lot", []), ("slot 40", []), ("lot number 7", ["7"]),
  ])
  func `finds lot numbers in what was typed`(text: String, numbers: [String]) throws {
    #expect(SaidWords.lotNumbers(in: text) == numbers)
    var session = try NasalSession()
    try session.device("14:00", remark: text)
    let field = try session.field("lotNumber")
    #expect(field.words.hasPrefix("not recorded") == numbers.isEmpty)
    #expect(field.numbersOfEntries == (numbers.isEmpty ? [] : [2]))
  }

  @Test(arguments: [
    ("benzodiazepines", "no benzodiazepine today"), ("sedativeHypnotics", "zopiclone, a hypnotic"),
    ("psychostimulants", "takes a stimulant"), ("maois", "MAOI stopped in May"),
    ("otherMedicines", "opioids: none"), ("firstTreatment", "first treatment"),
    ("enrolled", "enrolled 3 May"),
  ])
  func `quotes what was said about a question, and leaves it open otherwise`(
    key: String,
    note: String
  ) throws {
    var session = try NasalSession.dosed()
    #expect(try session.field(key).words == "not recorded")
    try session.add("14:02", .note(note))
    let field = try session.field(key)
    #expect(field.words == "“\(note)”")
    #expect(field.numbersOfEntries == [3])
    try session.void(3, at: "14:03")
    #expect(try session.field(key).words == "not recorded")
  }

  @Test func `has patient, setting and date from where they are kept`() throws {
    var session = try NasalSession.dosed()
    let clinic = try NasalSession.clinic()
    #expect(try session.field("name").words == "Rivera, Alex")
    #expect(try session.field("birthDate").words == "1984-03-12")
    #expect(try session.field("sex").words == "not recorded")
    #expect(try session.field("treatmentDate").words == "2026-11-19")
    #expect(try session.field("treatmentDate").numbersOfEntries == [2])
    #expect(try session.field("settingName", clinic: clinic).words == "Northgate Clinic")
    #expect(
      try session.field("settingAddress", clinic: clinic).words
        == "12 Canal Street, Springfield, IL 62701"
    )
    #expect(try session.field("clinicianTelephone", clinic: clinic).says("of the clinic: 555-0100"))
    for key in ["clinicianName", "clinicianTelephone", "clinicianEmail"] {
      #expect(try session.field(key, clinic: clinic).words.hasPrefix("not recorded"))
    }
    #expect(try session.field("settingName").words.hasPrefix("not recorded: no clinic is set"))
    let bare = try session.field("settingAddress", clinic: try Clinic(name: "X"))
    #expect(bare.words.hasPrefix("not recorded: the clinic has no address"))
    session.identity = nil
    for key in ["name", "birthDate"] {
      #expect(try session.field(key).words == "not recorded: the identity was erased")
    }
  }

  @Test func `is due seven days after the treatment, over the end of a month too`() throws {
    let form = try REMSForm(
      SessionWords(try NasalSession.dosed().file()),
      clinic: nil,
      dates: .plain
    )
    #expect(form.due?.date == "2026-11-26")
    #expect(form.statements.joined().contains("by 2026-11-26."))
    let none = try REMSForm(SessionWords(try NasalSession().file()), clinic: nil, dates: .plain)
    #expect(none.due == nil)
  }

  @Test func `names as who took vital signs nobody who read in a file`() throws {
    var session = try NasalSession.dosed()
    let file = Source.imported(document: "monitor.csv")
    try session.add("14:20", try watched(98, 5), by: "MM", source: file)
    #expect(try session.field("clinicianName").asides.isEmpty)
    try session.add("14:40", try watched(98, 5), by: "KO")
    #expect(try session.field("clinicianName").asides == ["vital signs were taken by KO"])
  }

  @Test func `is refused for a session that was struck out, with by whom, when and why`() throws {
    var session = try NasalSession.whole()
    try session.void(1, at: "16:30")
    let file = try session.file()
    let head = try NasalSession.letterhead()
    let said =
      "Session S-2026-0119 is VOID: struck out by KO 2026-11-19 16:30, “wrong patient”. "
      + "No form is to be sent for it. Nothing was printed. Print its report: vigil report 119"
    var refused: [REMSFormRefusal?] = []
    refused.append(
      #expect(throws: REMSFormRefusal.self) {
        try REMSFormText(file, style: Style(width: 80), letterhead: head)
      }
    )
    refused.append(
      #expect(throws: REMSFormRefusal.self) { try REMSFormHTML(file, letterhead: head) }
    )
    refused.append(
      #expect(throws: REMSFormRefusal.self) { try REMSFormJSON(file, letterhead: head) }
    )
    #expect(refused.map { $0?.description } == [said, said, said])
  }

  @Test func `is refused for a session of another drug`() throws {
    let session = try NasalSession(under: .ketamineIntravenous)
    let file = try session.file()
    let head = try NasalSession.letterhead()
    let error = #expect(throws: REMSFormRefusal.self) {
      try REMSFormText(file, style: Style(width: 80), letterhead: head)
    }
    #expect(
      error?.description
        == "The patient monitoring form is for esketamine, and session S-2026-0119 is under "
        + "iv-0.5-40, whose drug is ketamine. Nothing was printed. Print its report: vigil report 119"
    )
  }
}
