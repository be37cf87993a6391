import Monitoring
import Reports
import Testing

/// A protocol with a schedule and criteria for leaving, as it is shown.
struct ProtocolGoldenTests {
  @Test(arguments: [
    (Style(width: 80), "80"), (Style(width: 120), "120"),
    (Style(width: 80, ascii: true), "80-ascii"),
    (Style(width: 80, colour: true), "80-colour"),
  ])
  func `prints a protocol`(style: Style, name: String) throws {
    try Golden.check(
      ProtocolText(try SampleCourse.made(), style: style).text,
      "protocol-\(name).txt"
    )
  }

  @Test func `writes a protocol with a schedule as a document`() throws {
    try Golden.check(ProtocolJSON(try SampleCourse.made()).text, "protocol-plan.json")
  }

  @Test(.enabled(if: PythonValidator.isThere, "VIGIL_PYTHON names no Python with jsonschema"))
  func `the document follows its schema with a criterion of every kind`() throws {
    let validator = try #require(PythonValidator())
    let complaints = try validator.complaints(about: [
      PythonValidator.Case(
        name: "plan",
        schema: "protocol-show",
        document: ProtocolJSON(try SampleCourse.made()).text,
        mutate: true
      )
    ])
    #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
  }

  @Test(arguments: [40, 80, 120])
  func `no line is wider than the page, and no text acts on it`(width: Int) throws {
    let hostile = try SampleCourse.made(title: HostileSession.text)
    let text = ProtocolText(hostile, style: Style(width: width, ascii: true)).text
    for line in text.split(separator: "\n") { #expect(line.utf8.count <= width, "\(line)") }
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("SESSION CLOSED") })
  }

  /// What somebody who has to keep the schedule reads, line by line, of the infusion's blood pressure.
  @Test func `tells the slots of an infusion in few lines`() throws {
    let builtIn = BuiltInProtocol.ketamineIntravenous
    let shown = try MonitoringProtocol(reading: builtIn.text, from: builtIn.name)
    let text = ProtocolText(shown, style: Style(width: 300)).text
    #expect(
      text.contains(
        """
        bp blood pressure and heart rate, medium priority when overdue
            systolic pressure, diastolic pressure, heart rate; 2 sets before the first dose
            while a high flag is open at T+5, 15, 25, 35, 48, 63, 78, 93, 110, then every 15 min from T+128 to T+713, in time within 2 min
              proposed by this project, no source claims it [vigil]
            required at T+10, 20, 30, 40, 55, 70, 85, 100, in time within 3 min
              seen in its source [infusion-studies]
            required every 15 min from T+120 to T+720, in time within 3 min
              proposed by this project, no source claims it [vigil]
            overdue 5 min after its minute, missed after 15 min or when the next begins

        """
      )
    )
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `says every group and criterion of the protocols that come with Vigil`(
    name: BuiltInProtocol
  ) throws {
    let shown = try MonitoringProtocol(reading: name.text, from: name.name)
    let lines = ProtocolText(shown, style: Style(width: 300)).text.split(separator: "\n")
    for group in shown.schedule.groups {
      #expect(lines.contains { $0.hasPrefix("\(group.id) \(group.title), ") }, "\(group.id)")
    }
    for criterion in shown.leaving {
      #expect(lines.contains { $0 == "\(criterion.id) \(criterion.title)" }, "\(criterion.id)")
    }
    for gate in shown.gates {
      #expect(lines.contains { $0.hasPrefix("\(gate.id) \(gate.title), ") }, "\(gate.id)")
    }
    for rule in shown.course {
      #expect(lines.contains { $0.hasPrefix("\(rule.id) \(rule.title), ") }, "\(rule.id)")
    }
    for task in shown.afterCare {
      #expect(lines.contains { $0 == "\(task.id) \(task.title)" }, "\(task.id)")
    }
  }

  /// What a prescriber and an observer read of the gates that differ by setting, and of a limit.
  @Test func `tells gates in both settings, course rules and tasks in words`() throws {
    let builtIn = BuiltInProtocol.ketamineRemote
    let shown = try MonitoringProtocol(reading: builtIn.text, from: builtIn.name)
    let text = ProtocolText(shown, style: Style(width: 300)).text.replacing("\u{A0}", with: " ")
    for part in [
      """
      chaperone an adult chaperone is with the patient, by name, not asked in the clinic, required in a remote session
          clear with “yes” and words, asked anew for each session
          adapted from its source [home-adult, vigil]
      """,
      """
      suicidal-intent active suicidal intent, or severe decompensation, soft in the clinic, hard in a remote session
          clear with “no”, asked anew for each session
      """,
      """
      hold blood pressure and heart rate within the hold limits before the dose, hard in both settings
          no open flag of bp.hold.sys, bp.hold.dia, hr.hold before the dose; the set is repeated after 5 min
      """,
      """
      course.interval less than 48 hours since the last dose of the class, medium priority
          less than 48 h since the start of the last dose of the class
          asked at opening, soft
      """,
      """
          after the first dose of a session: open from +18 h, due by +24 h
          not done, low priority from +24 h, medium priority from +48 h
          closed by a follow-up
      """,
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }
}
