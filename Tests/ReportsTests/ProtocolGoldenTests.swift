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
    try Golden.check(ProtocolText(try SamplePlan.made(), style: style).text, "protocol-\(name).txt")
  }

  @Test func `writes a protocol with a schedule as a document`() throws {
    try Golden.check(ProtocolJSON(try SamplePlan.made()).text, "protocol-plan.json")
  }

  @Test(.enabled(if: PythonValidator.isThere, "VIGIL_PYTHON names no Python with jsonschema"))
  func `the document follows its schema with a criterion of every kind`() throws {
    let validator = try #require(PythonValidator())
    let complaints = try validator.complaints(about: [
      PythonValidator.Case(
        name: "plan",
        schema: "protocol-show",
        document: ProtocolJSON(try SamplePlan.made()).text,
        mutate: true
      )
    ])
    #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
  }

  @Test(arguments: [40, 80, 120])
  func `no line is wider than the page, and no text acts on it`(width: Int) throws {
    let hostile = try SamplePlan.made(title: HostileSession.text)
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
  }
}
