import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// The floor on one screen.
struct BoardTests {
  private static let styles = [
    (Style(width: 80), "80"), (Style(width: 80, ascii: true), "80-ascii"),
    (Style(width: 120), "120"),
  ]

  @Test(arguments: styles) func `prints the floor`(style: Style, name: String) throws {
    let six = try BoardFloor.six()
    let asOf = try BoardFloor.asOf()
    let many = try BoardFloor.calm(24) + [try BoardFloor.six()[4].on("30", "P-9", "H", number: 99)]
    let boards = [
      BoardText(six, asOf: asOf, style: style), BoardText(six, asOf: asOf, rows: 23, style: style),
      BoardText(many, asOf: asOf, rows: 23, style: style), BoardText([], asOf: asOf, style: style),
    ]
    try Golden.check(
      boards.map(\.text).joined(separator: "\n\n========\n\n"),
      "board-\(name).txt"
    )
  }

  @Test func `writes the floor as a document`() throws {
    let calm = try BoardFloor.calm().on("4", "P-015", "Okafor, Sam", number: 120)
    let high = try BoardFloor.high(acknowledged: false).on("3", "P-016", nil, number: 121)
    let text = BoardJSON([calm, high], asOf: try BoardFloor.asOf()).text
    try Golden.check(text, "board.json")
  }

  /// A screen of 24 rows, less the one of the cursor.
  @Test(arguments: [80, 100, 120, 160]) func `six rooms fit a screen`(width: Int) throws {
    let text = try BoardFloor.text(BoardFloor.six(), width: width, rows: 23)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 23)
    #expect(!text.contains("not fit"))
    for code in ["P-014", "P-015", "P-016", "P-017", "P-020", "P-031"] {
      #expect(text.contains(code), "\(code)")
    }
    // What each room needs is on the screen in words.
    #expect(text.contains("infusion running") && text.contains("infusion stopped 13:52"))
    #expect(text.contains("OVERDUE by 6 min: blood pressure"))
    #expect(text.contains("NOT ACKNOWLEDGED"))
  }

  @Test func `rows stand by room as people count rooms, whatever needs eyes`() throws {
    let rooms = ["10", "2", "1b", "1a", "OP 3", "op 12"]
    let calm = try rooms.enumerated().map { place, room in
      try BoardFloor.calm().on(room, "P-\(place)", nil, number: place + 1)
    }
    let wanted = ["1a", "1b", "2", "10", "OP 3", "op 12"]
    #expect(try order(calm) == wanted)
    #expect(try order(calm.reversed()) == wanted)
    var worse = calm
    worse[0] = try BoardFloor.high(acknowledged: false).on("10", "P-0", nil, number: 1)
    worse[3] = try BoardFloor.overdue().on("1a", "P-3", nil, number: 4)
    #expect(try order(worse) == wanted)
  }

  @Test func `those without a room stand last, by number, and are called by it`() throws {
    let files = [
      try BoardFloor.high(acknowledged: false).on(nil, "P-3", nil, number: 9),
      try BoardFloor.calm().on(nil, "P-1", nil, number: 7),
      try BoardFloor.calm().on("zoo", "P-2", nil, number: 8),
    ]
    let sessions = BoardSession.sessions(files, now: try BoardFloor.asOf().instant)
    #expect(sessions.map(\.session.number.value) == [8, 7, 9])
    let text = try BoardFloor.text(files)
    #expect(text.contains("NOT ACKNOWLEDGED (!) 6 flags: S-2026-0009 ▲1 high +5"))
    #expect(text.contains("\n–     P-1"))
  }

  @Test func `two in one room are told apart`() throws {
    let text = try BoardFloor.text([
      try BoardFloor.overdue().on("2", "P-8", nil, number: 8),
      try BoardFloor.calm().on("2", "P-7", nil, number: 7),
    ])
    #expect(text.contains("OVERDUE room 2 (P-8) by 6 min: blood pressure and heart rate"))
  }

  @Test func `a session without a set says so, and is old where one was wanted`() throws {
    let text = try BoardFloor.text([try BoardFloor.empty()], width: 120)
    #expect(text.contains("before the dose"))
    #expect(text.contains("–    –     –   –       –  none OLD"))
    let early = try AssessedSession.builtIn().file(asOf: "13:05")
    let now = try BoardFloor.asOf("13:05").instant
    #expect(!BoardSession(early, now: now).isSetTooOld)
    #expect(try BoardFloor.text([early], at: "13:05").contains("none\n"))
  }

  @Test func `a set is old where the schedule wanted one since, and only then`() throws {
    var session = try ScheduledSession.running()
    let isOld = { (clock: String) in
      BoardSession(try session.file(asOf: clock), now: try BoardFloor.asOf(clock).instant)
        .isSetTooOld
    }
    // T+20 is 13:50, and overdue five minutes after.
    #expect(try !isOld("13:54"))
    #expect(try isOld("13:56"))
    #expect(try BoardFloor.text([session.file(asOf: "13:56")]).contains("16 min OLD"))
    // One of the set was taken: what is missing is overdue, the set is not old.
    try session.add("13:52", try vitals([.spo2: 97]))
    #expect(try !isOld("13:56"))
    #expect(try BoardFloor.text([session.file(asOf: "13:56")]).contains("OVERDUE by 6 min"))
  }

  @Test func `shows a doubtful value as such, and what has no column or was not obtained`() throws {
    let text = try BoardFloor.text([BoardFloor.doubtful()])
    #expect(text.contains("131/–  172?"))
    #expect(text.contains("SpO2 not obtained"))
    #expect(text.contains("Temp 37 °C"))
  }

  @Test func `one that was closed meanwhile is no longer on the floor`() throws {
    let files = [
      try BoardFloor.calm().on("1", "P-1", nil, number: 1),
      try BoardFloor.overdue().on("2", "P-2", nil, number: 2, state: .closed),
      try BoardFloor.overdue().on("3", "P-3", nil, number: 3, state: .void),
    ]
    let text = try BoardFloor.text(files)
    #expect(text.contains("1 open session as of 13:56:00"))
    #expect(text.contains("P-1") && !text.contains("P-2") && !text.contains("P-3"))
    #expect(text.contains("Nothing is overdue, and no flag is open"))
    #expect(try BoardFloor.text([files[1]]).hasPrefix("0 open sessions as of 13:56:00"))
  }

  @Test func `marks what nobody acknowledged and counts it`() throws {
    let open = try BoardFloor.text([BoardFloor.high(acknowledged: false)])
    let done = try BoardFloor.text([BoardFloor.high(acknowledged: true)])
    #expect(open.contains("▲1! high priority, confirmed by repeat 13:52"))
    #expect(open.contains("6 of 6 open flags not acknowledged"))
    #expect(done.contains("▲1 high priority, confirmed by repeat 13:52"))
    #expect(!done.contains("!"))
    #expect(!done.contains("NOT ACKNOWLEDGED") && !done.contains("not acknowledged"))
    #expect(done.contains("every open flag is acknowledged"))
  }

  @Test func `says the worst flag in one line, and how many more are open and wait`() throws {
    let text = try BoardFloor.text(BoardFloor.six(), width: 120, rows: 23)
    #expect(text.contains("▲1! high +5 (5!): systolic at or over 180 mmHg: 194 mmHg"))
    #expect(text.contains("▲1 high +5: systolic at or over 180 mmHg: 194 mmHg"))
    #expect(text.contains("MAP 142▲  infusion running  leaving 8 of 19 met  ACVPU A"))
  }

  private func order(_ files: [SessionFile]) throws -> [String] {
    BoardSession.sessions(files, now: try BoardFloor.asOf().instant).compactMap(\.room)
  }
}
