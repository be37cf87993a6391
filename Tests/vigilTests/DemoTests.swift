import Foundation
import Testing

/// The example that is played without any set-up.
@Suite struct DemoTests {
  private let program: VigilProgram
  private let shown: VigilProgram.Outcome

  init() throws {
    var program = try VigilProgram()
    program.environment["TMPDIR"] = program.folder.path
    self.program = program
    shown = try program("demo")
  }

  @Test func `ends well, says where the record is and leaves one's own alone`() throws {
    defer { program.discard() }
    #expect(shown.status == 0)
    #expect(shown.errors == "")
    #expect(program.recordBytes == nil)
    let path = try recordPath()
    #expect(FileManager.default.fileExists(atPath: path))
    let last = shown.output.split(separator: "\n").last ?? ""
    let typed = try #require(last.firstRange(of: "vigil timeline"))
    let look = try program.shell(String(last[typed.lowerBound...]))
    #expect(look.status == 0, "\(look.errors)")
    #expect(look.said.contains("168▲/103"))
  }

  @Test func `is the same every time but for the path`() throws {
    defer { program.discard() }
    let again = try program("demo")
    #expect(again.status == 0)
    let path = try recordPath()
    let other = try recordPath(in: again)
    #expect(path != other)
    #expect(
      shown.output.replacingOccurrences(of: path, with: "…")
        == again.output.replacingOccurrences(of: other, with: "…")
    )
  }

  @Test func `shows its readings at their minutes from the start of the infusion`() throws {
    defer { program.discard() }
    let readings = [
      (-5, "124/78", "72", "98%"), (0, "126/79", "74", "98%"), (10, "136/84", "78", "97%"),
      (26, "148/92", "82", "97%"), (30, "161/99", "85", "96%"), (40, "168/103", "86", "96%"),
      (43, "167/103", "85", "96%"), (48, "158/96", "83", "97%"), (55, "152/93", "80", "97%"),
      (70, "139/86", "76", "98%"), (85, "131/82", "74", "98%"), (120, "125/79", "71", "98%"),
    ]
    let path = try recordPath()
    let entries = try JSONOutput(
      program.must("timeline", "1", "--format", "json", "--record", path).output
    ).objects("entries")
    for (minute, pressure, pulse, saturation) in readings {
      let entry = entries.first {
        $0["kind"] as? String == "vitals" && $0["minutesSinceTimeZero"] as? Int == minute
      }
      let text = entry?["text"] as? String ?? ""
      #expect(text.contains("BP \(pressure)"), "T+\(minute): \(text)")
      #expect(text.contains("HR \(pulse)/min"), "T+\(minute): \(text)")
      #expect(text.contains("SpO2 \(saturation)"), "T+\(minute): \(text)")
    }
  }

  @Test func `flags the systolic rise of 42 at 40 minutes, and no diastolic rise`() throws {
    defer { program.discard() }
    let path = try recordPath()
    let report = try JSONOutput(
      program.must("report", "1", "--format", "json", "--record", path).output
    )
    let flags = report.objects("flags")
    // Baseline 126/79 at time zero: 126 + 40 = 166, and 168 is over it; 79 + 25 = 104, and 103 is not.
    let rise = try #require(flags.first { $0["rule"] as? String == "bp.sys.rise" })
    let limit = try #require(rise["limit"] as? [String: Any])
    #expect(limit["value"] as? Int == 166)
    #expect((limit["baseline"] as? [String: Any])?["value"] as? Int == 126)
    #expect((rise["peak"] as? [String: Any])?["value"] as? Int == 168)
    #expect((rise["acknowledgements"] as? [[String: Any]])?.first?["by"] as? String == "LH")
    #expect(!flags.contains { $0["rule"] as? String == "bp.dia.rise" })
    let said = try program.must("report", "1", "--record", path).said
    #expect(said.contains("168"))
    #expect(said.contains("T+40"))
    #expect(said.contains("limit at or over 166 mmHg (baseline 126)"))
    #expect(shown.said.contains("limit at or over 166 mmHg (baseline 126)"))
  }

  @Test func `has an acknowledgement, a correction and a late entry, and ends closed`() throws {
    defer { program.discard() }
    for said in [
      "Patient DEMO-1 added.", "acknowledged: head up, cuff checked", "one digit was typed wrong",
      "HR 28?/min", "HR 82/min", "late", "anxiety mild", "session closed", "CLOSED",
      "$ vigil timeline 1", "$ vigil report 1", "$ vigil flags",
    ] {
      #expect(shown.said.contains(said), "\(said)")
    }
  }

  @Test func `keeps its schedule but for one late set, one incomplete and one put off`() throws {
    defer { program.discard() }
    let path = try recordPath()
    let report = try program.must("report", "1", "--width", "200", "--record", path).said
    // T+10 to T+100 and T+120 are nine, and T+48 is asked for by the flag that is high from T+43.
    for said in [
      "blood pressure and heart rate: 9 of 10 kept (1 late), 1 deferred",
      "SpO2 and respiratory rate: 7 of 9 kept (1 late), 1 missed, 1 deferred",
      "sedation (MOAA/S): 8 of 9 kept (1 late), 1 deferred", "T+20 13:50 kept late 13:56",
      "T+70 14:40 missed", "T+100 15:10 deferred: asleep, breathing quietly",
    ] {
      #expect(report.contains(said), "\(said)")
    }
    for said in ["$ 13:55  vigil due", "OVERDUE by 5 min", "OVERDUE since 14:45"] {
      #expect(shown.said.contains(said), "\(said)")
    }
  }

  @Test func `ends with every criterion met, each by a reading or by name, and the decision`()
    throws
  {
    defer { program.discard() }
    let path = try recordPath()
    let leaving = try program("leaving", "1", "--record", path)
    #expect(leaving.status == 0)
    #expect(leaving.errors == "")
    for said in [
      "13 of 19 criteria met", "17 of 19 criteria met", "gait steady, unaided",
      "patient leaves, criteria met, decided by LH", "escort: brother, D. Example",
      "instructions: no driving until tomorrow",
    ] {
      #expect(shown.said.contains(said), "\(said)")
    }
    #expect(!shown.said.contains("may leave"))
  }

  @Test func `plays into the record that is named, and refuses one that is there`() throws {
    defer { program.discard() }
    #expect(try program("demo", "--record", "example.vigil").status == 0)
    let before = FileManager.default.contents(atPath: program.folder.path + "/example.vigil")
    let again = try program("demo", "--record", "example.vigil")
    #expect(again.status == 73)
    #expect(
      FileManager.default.contents(atPath: program.folder.path + "/example.vigil") == before
    )
    let sessions = try program.must("sessions", "--record", "example.vigil").said
    #expect(sessions.contains("DEMO-1"))
  }

  private func recordPath(in outcome: VigilProgram.Outcome? = nil) throws -> String {
    let line = (outcome ?? shown).output.split(separator: "\n").first {
      $0.hasPrefix("The record of this example is ")
    }
    return String(try #require(line).dropFirst("The record of this example is ".count))
  }
}
