import SessionRecord
import Testing

@Suite struct `Reading stories and expectations` {
  private let head = """
    patient  P-1
    protocol iv-0.5-40
    zone     Europe/Berlin
    date     2026-11-19
    opened   13:22 by KO
    """

  @Test(arguments: [
    ("13:20:00 KO 120/80", "story.txt:6: 13:20:00 is before the line above"),
    ("13:30:00 KO", "story.txt:6: write: 14:06:00 KO  156/95 92 96%"),
    ("25:00:00 KO 120/80", "story.txt:6: no time: 25:00:00"),
    ("13:30:00 KO 120/80 → #x", "story.txt:6: write: → #5"),
    ("and then 120/80", "story.txt:6: not understood: and then 120/80"),
    ("13:30:00 KO end quickly", "story.txt:6: not understood: end … quickly"),
    (
      "13:30:00 KO end against advice wants to go",
      "story.txt:6: write: end against advice wants to go home; witness MB"
    ),
    (
      "13:30:00 KO leaving gait",
      "story.txt:6: write: leaving gait, oriented met; escort sister, A. Meier"
    ),
  ])
  func `a story that is not understood is refused`(_ line: String, _ message: String) {
    #expect {
      try Story(head + "\n" + line)
    } throws: {
      "\($0)" == message
    }
  }

  @Test(arguments: [
    (
      "session 1 at the end\n state open\n steady 14:00",
      "expected.txt:3: not understood: steady 14:00"
    ),
    (
      "session 1 at the end\n",
      "expected.txt: session 1 at the end does not say the session's state"
    ),
    (
      "session 1 at the end\n state open\n flag 1 bp.sys.rise high\n  raised 14:00 by #4",
      "expected.txt: session 1 at the end, flag 1: raised and state?"
    ),
    (
      "session 1 at the end\n state open\n flag 1 bp.sys.rise",
      "expected.txt:3: write: flag 1 bp.sys.rise high"
    ),
    ("state open", "expected.txt:1: a session comes first"),
    (
      "session 1 at the end\n state open\n flag 1 overdue.bp low, raised 14:00 by T+20, cleared",
      "expected.txt:3: not understood: cleared"
    ),
  ])
  func `an expectation that is not understood is refused`(
    _ text: String,
    _ message: String
  ) throws {
    let clock = try Story(head).clock
    #expect {
      try Expectation(text, clock: clock)
    } throws: {
      "\($0)" == message
    }
  }

  @Test(arguments: [
    "14:06", "14:06:30", "day+1 09:00", "day+3 00:00:01",
  ])
  func `a time is read as it is written`(_ text: String) throws {
    let clock = try Story(head).clock
    #expect(clock.text(try clock.instant(text)) == text)
  }

  @Test(arguments: [
    ("story a\nso state open\nfalse state closed", "“state open” is there 2 times"),
    ("story a\nso state shut\nfalse state closed", "“state shut” is there 0 times"),
    ("story a\nso state open", "write: story, so and false"),
  ])
  func `a control that is not one false statement is refused`(
    _ text: String,
    _ message: String
  ) {
    let expected = "session 1 as of 14:00\n state open\nsession 1 at the end\n state  open # so"
    #expect {
      try FalseStatement(text).told(head, expected)
    } throws: {
      "\($0)" == message
    }
  }

  @Test func `a control changes one line of one section`() throws {
    let expected = "session 1 as of 14:00\n state open\nsession 1 at the end\n state open"
    let control = try FalseStatement("story a\nin session 1 at the end\nso state open\nfalse")
    #expect(
      try control.told(head, expected)
        == (head, "session 1 as of 14:00\n state open\nsession 1 at the end\n")
    )
  }

  @Test func `a time that comes twice needs its offset`() throws {
    guard let date = CivilTime(date: "2026-10-25"), let zone = Zone(named: "Europe/Berlin") else {
      Issue.record("no such date or zone")
      return
    }
    let clock = StoryClock(date: date, zone: zone)
    #expect(throws: StoryDefect.self) { try clock.instant("02:30") }
    let first = try clock.instant("02:30+02:00")
    let second = try clock.instant("02:30+01:00")
    #expect(second - first == .hours(1))
    #expect(clock.text(first) == "02:30+02:00")
    #expect(clock.text(second) == "02:30+01:00")
  }
}
