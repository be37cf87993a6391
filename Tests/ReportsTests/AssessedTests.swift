import Monitoring
import Reports
import SessionRecord
import Testing

/// The sample's flags by hand are those that the assessment finds, so that the views are tried on
/// what they will be given.
struct AssessedTests {
  @Test func `the flags worked out by hand are the assessment's`() throws {
    let sample = try SampleSession()
    let found = assess(
      sample.log.entries,
      under: try SampleProtocol.made(),
      asOf: try sample.log.at("15:34")
    )
    #expect(found.timeZero == (try sample.log.at("13:30")))
    #expect(found.flags.count == sample.flags.count)
    for (flag, expected) in zip(found.flags, sample.flags) {
      #expect(flag.identity == expected.identity)
      #expect(flag.number == expected.number)
      #expect(flag.measure == expected.measure)
      #expect(flag.title == expected.title)
      #expect(flag.isProcess == expected.isProcess)
      #expect(flag.priority == expected.priority)
      #expect(flag.limit == expected.limit)
      #expect(flag.readings == expected.readings)
      #expect(flag.raised == expected.raised)
      #expect(flag.known == expected.known)
      #expect(flag.state == expected.state)
      #expect(flag.backInside == expected.backInside)
      #expect(flag.acknowledgements == expected.acknowledgements)
      #expect(flag.retractedBy == expected.retractedBy)
    }
    for (sign, baseline) in try sample.baseline() { #expect(found.baseline[sign] == baseline) }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `says every rule of the protocols that come with Vigil`(name: BuiltInProtocol) throws {
    let shown = try MonitoringProtocol(reading: name.text, from: name.name)
    let text = ProtocolText(shown, style: Style(width: 100)).text
    for rule in shown.rules {
      let line = text.split(separator: "\n").first { $0.hasPrefix("\(rule.id.text) ") }
      #expect(line != nil, "\(rule.id)")
    }
    for (key, _) in shown.sources { #expect(text.contains("[\(key)")) }
  }
}
