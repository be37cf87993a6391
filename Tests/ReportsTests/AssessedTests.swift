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

  @Test func `says on what each number of a protocol stands, margins and the most of a dose too`()
    throws
  {
    let builtIn = BuiltInProtocol.ketamineIntravenous
    let shown = try MonitoringProtocol(reading: builtIn.text, from: builtIn.name)
    let text = ProtocolText(shown, style: Style(width: 300)).text
    let proposed = "proposed by this project, no source claims it"
    #expect(
      text.contains("0.525 mg/kg expected in one dose (\(proposed) [infusion-studies, vigil])")
    )
    #expect(
      text.contains("limit seen in its source [label-table-6, vigil]; clearing \(proposed) [vigil]")
    )
    #expect(text.contains("an unrecordable pressure is cleared by 2 values in a row"))
    #expect(text.contains("confirmed at once; cleared by 2 values in a row inside\n"))
    // A clearing with no basis of its own has its rule's: no second one is said.
    let mine = ProtocolText(try SampleProtocol.made(), style: Style(width: 300)).text
    #expect(mine.contains("    seen in its source [S16]\n"))
    let document = ProtocolJSON(shown).text
    #expect(document.contains(#""mostStanding": "proposed""#))
    #expect(!document.contains(#""sources": []"#))
  }
}
