import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// A NEWS2 flag says on which of several values it stands, and which of two totals it counted.
struct SingleParameterTests {
  private static let words = "one parameter alone scores 3 of NEWS2: "

  /// A flag of a single parameter with what first scored 3.
  private func flag(_ quantity: Quantity) throws -> Flag {
    let at = try SampleLog().at("13:10")
    let reading = BreakingReading(entry: EntryNumber(2), observed: at, quantity: quantity)
    return Flag(
      identity: FlagIdentity(rule: RuleID("news2.single"), entry: EntryNumber(2)),
      number: FlagNumber(1),
      measure: .rule(RuleID("news2.single")),
      title: "one parameter alone scores 3 of NEWS2",
      isProcess: false,
      protocolPriority: .low,
      priority: .low,
      limit: nil,
      readings: [reading],
      peak: reading,
      raised: at,
      known: at,
      state: .confirmed(at: at, repeated: true),
      confirmed: at,
      backInside: nil,
      acknowledgements: [],
      retractedBy: nil
    )
  }

  @Test func `says the parameter, also in a list that has the flag alone`() throws {
    let session = try SampleSession().session()
    for (quantity, said) in [
      (try Quantity(.heartRate, 28), "HR 28/min"), (Quantity(.voice), "ACVPU V"),
      (try Quantity(.systolic, 90), "systolic 90 mmHg"),
    ] {
      let found = SessionFlag(session: session, flag: try flag(quantity), offsetMinutes: 60)
      let text = FlagListText([found], style: Style(width: 200)).text.spaced
      #expect(text.contains(SingleParameterTests.words + said))
    }
  }

  @Test func `says of an assessed set the one that scores 3, not the whole set`() throws {
    var session = try AssessedSession(under: EveryKind.made())
    try session.add("13:10", try vitals([.systolic: 120, .diastolic: 70, .heartRate: 28]))
    try session.add("13:12", try vitals([.heartRate: 72]))
    let file = try session.file(asOf: "13:13")
    let style = Style(width: 200)
    let timeline = TimelineText(file, style: style).text.spaced
    #expect(timeline.contains(SingleParameterTests.words + "HR 28/min, confirmed at once"))
    #expect(SessionReportText(file, style: style).text.spaced.contains("peak HR 28/min (#2)"))
  }

  @Test func `a total that expected confusion is not counted in says so`() throws {
    let style = Style(width: 200)
    for isExpected in [true, false] {
      var session = try AssessedSession(under: EveryKind.made())
      let confused = Reading.measured(Quantity(.confused), verified: true)
      var readings: [VitalSign: Reading] = [.consciousness: confused, .oxygenFlow: .roomAir]
      for (sign, value) in [
        VitalSign.systolic: 120, .diastolic: 70, .heartRate: 118, .respiratoryRate: 22, .spo2: 97,
        .temperature: 37,
      ] {
        readings[sign] = .measured(try Quantity(sign, value), verified: true)
      }
      try session.add(
        "13:10",
        .vitals(try Vitals(readings, isConfusionExpected: isExpected))
      )
      let file = try session.file(asOf: "13:11")
      let text = TimelineText(file, style: style).text.spaced
      #expect(
        text.contains(
          "NEWS2 at or over 4: " + (isExpected ? "4 without consciousness," : "7, confirmed")
        )
      )
    }
  }
}
