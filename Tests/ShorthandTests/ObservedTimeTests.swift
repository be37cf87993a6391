import SessionRecord
import Shorthand
import Testing

@Suite struct ObservedTimeTests {
  @Test(arguments: [
    ("@14:02", "2026-11-19T14:02:00+01:00"), ("@1402", "2026-11-19T14:02:00+01:00"),
    ("@14:02:30", "2026-11-19T14:02:30+01:00"), ("@14:06", "2026-11-19T14:06:00+01:00"),
    ("@14:02+01:00", "2026-11-19T14:02:00+01:00"), ("@-0m", "2026-11-19T14:06:00+01:00"),
    ("@-90s", "2026-11-19T14:04:30+01:00"), ("@-12h", "2026-11-19T02:06:00+01:00"),
    ("@02:06", "2026-11-19T02:06:00+01:00"),
  ])
  func `is the most recent such time`(typed: String, expected: String) throws {
    #expect(try Bedside().observed("\(typed) hr 84") == expected)
    #expect(try Bedside().observed("\(typed) ack 3 head up") == expected)
  }

  @Test func `is now where no time is typed`() throws {
    #expect(try Bedside().observed("hr 84") == nil)
  }

  @Test func `is yesterday's just after midnight`() throws {
    let night = try Bedside("2026-11-20T00:10:30.250+01:00")
    #expect(try night.observed("@23:50 hr 84") == "2026-11-19T23:50:00+01:00")
    #expect(try night.observed("@00:10:30 hr 84") == "2026-11-20T00:10:30+01:00")
    #expect(try night.observed("@-20m hr 84") == "2026-11-19T23:50:30.250+01:00")
    #expect(
      night.refusal(of: "@00:11 hr 84") == .time(.inFuture("00:11", now: "00:10"))
    )
  }

  @Test func `goes twelve hours back and no further`() throws {
    let bedside = try Bedside()
    #expect(bedside.refusal(of: "@02:05:59 hr 84") == .time(.tooLongAgo("02:05:59", hours: 12)))
    #expect(bedside.refusal(of: "@-721m hr 84") == .time(.tooLongAgo("-721m", hours: 12)))
    #expect(bedside.refusal(of: "@14:06:01 hr 84") == .time(.inFuture("14:06:01", now: "14:06")))
  }

  @Test func `goes over midnight to the same twelve hours`() throws {
    let morning = try Bedside("2026-11-20T06:00:00+01:00")
    #expect(try morning.observed("@18:00 hr 84") == "2026-11-19T18:00:00+01:00")
    #expect(morning.refusal(of: "@17:59 hr 84") == .time(.inFuture("17:59", now: "06:00")))
  }

  @Test func `goes any time back for a transcription`() throws {
    let paper = try Bedside(reach: nil)
    #expect(try paper.observed("@-900m hr 84") == "2026-11-18T23:06:00+01:00")
    #expect(try paper.observed("@14:07 hr 84") == "2026-11-18T14:07:00+01:00")
    #expect(try paper.observed("@01:00 hr 84") == "2026-11-19T01:00:00+01:00")
  }

  // MARK: - Clock changes

  /// On 2026-10-25 Berlin's clocks go from 03:00 +02:00 back to 02:00 +01:00.
  @Test func `needs an offset for a time that came twice`() throws {
    let autumn = try Bedside("2026-10-25T08:00:00+01:00")
    let refusal = autumn.refusal(of: "@02:30 hr 84")
    #expect(
      refusal?.description
        == "“@02:30” came twice on 2026-10-25, when the clocks went back. Nothing was stored. "
        + "Write @02:30+02:00 or @02:30+01:00."
    )
    #expect(try autumn.observed("@02:30+02:00 hr 84") == "2026-10-25T02:30:00+02:00")
    #expect(try autumn.observed("@02:30+01:00 hr 84") == "2026-10-25T02:30:00+01:00")
    #expect(try autumn.observed("@01:59 hr 84") == "2026-10-25T01:59:00+02:00")
    #expect(try autumn.observed("@03:00 hr 84") == "2026-10-25T03:00:00+01:00")
    #expect(
      autumn.refusal(of: "@03:30+02:00 hr 84")
        == .time(.wrongOffset("03:30+02:00", write: ["@03:30+01:00"]))
    )
  }

  @Test func `knows which it is while the first of the two hours runs`() throws {
    let first = try Bedside("2026-10-25T02:10:00+02:00")
    #expect(try first.observed("@02:05 hr 84") == "2026-10-25T02:05:00+02:00")
    #expect(first.refusal(of: "@02:30 hr 84") == .time(.inFuture("02:30", now: "02:10")))
    let second = try Bedside("2026-10-25T02:10:00+01:00")
    guard case .time(.doubled)? = second.refusal(of: "@02:30 hr 84") else {
      Issue.record("02:30 is the first hour's, or a slip; it has to be asked")
      return
    }
    #expect(
      second.refusal(of: "@02:30+01:00 hr 84") == .time(.inFuture("02:30+01:00", now: "02:10"))
    )
    #expect(try second.observed("@02:30+02:00 hr 84") == "2026-10-25T02:30:00+02:00")
    #expect(try second.observed("@-65m hr 84") == "2026-10-25T02:05:00+02:00")
  }

  /// On 2026-03-29 Berlin's clocks go from 02:00 +01:00 to 03:00 +02:00.
  @Test func `refuses a time that the clock skipped`() throws {
    let spring = try Bedside("2026-03-29T03:10:00+02:00")
    #expect(spring.refusal(of: "@02:30 hr 84") == .time(.skipped("02:30", date: "2026-03-29")))
    #expect(try spring.observed("@01:59 hr 84") == "2026-03-29T01:59:00+01:00")
    #expect(try spring.observed("@03:00 hr 84") == "2026-03-29T03:00:00+02:00")
    #expect(try spring.observed("@-15m hr 84") == "2026-03-29T01:55:00+01:00")
  }

  @Test func `reads the session's own zone`() throws {
    let york = try Bedside("2026-11-01T06:00:00Z", in: "America/New_York")
    #expect(try york.observed("@00:59 hr 84") == "2026-11-01T00:59:00-04:00")
    #expect(try york.observed("@01:00-05:00 hr 84") == "2026-11-01T01:00:00-05:00")
    guard case .time(.doubled(_, _, let write))? = york.refusal(of: "@01:00 hr 84") else {
      Issue.record("01:00 came twice in New York")
      return
    }
    #expect(write == ["@01:00-04:00", "@01:00-05:00"])
  }

  @Test(arguments: [
    "@", "@-", "@14", "@14:2", "@140", "@14:02:3", "@14:02:30:10", "@14.02", "@１４:02", "@14:02+1",
    "@14:02+25:00", "@-3", "@-3d", "@--3m", "@-9999999m", "@14:02Z", "@2pm",
  ])
  func `refuses any other form`(typed: String) throws {
    guard case .time(.notATime)? = try Bedside().refusal(of: "\(typed) hr 84") else {
      Issue.record("“\(typed)” was not refused as no time")
      return
    }
  }
}
