import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// What is due across sessions: worst first, and nobody taken for looked after who is not.
struct DueTests {
  private let style = Style(width: 200)

  private func text(_ files: [SessionFile], at now: String, all: Bool = false) throws -> String {
    DueText(files, now: try SampleLog().at(now), all: all, style: style).text
  }

  @Test func `lists what is overdue before what is due, and the worse group first`() throws {
    let file = try ScheduledSession.recovered().file(asOf: "15:28")
    let lines = try text([file], at: "15:28").split(separator: "\n").map(String.init)
    #expect(lines.count == 6)
    #expect(lines[1].contains("13:50  T+20   OVERDUE by 98 min"))
    #expect(lines[2].contains("CADSS-6"))
    #expect(lines[3].contains("14:55  T+85   OVERDUE by 33 min"))
    #expect(lines[4].hasSuffix("15:30  T+120  in 2 min"))
  }

  @Test func `puts a medium group before a low one that waits longer`() throws {
    let file = try ScheduledSession.recovered().file(asOf: "15:36")
    let first = DueList([file], all: false).lines.prefix(2).map(\.item)
    #expect(first.map(\.priority) == [.medium, .low])
    #expect(first.map(\.due) == [try SampleLog().at("15:30"), try SampleLog().at("13:50")])
    // Where nothing of a medium group is overdue, the one that waits longest is first.
    let sooner = try ScheduledSession.recovered().file(asOf: "15:34")
    #expect(DueList([sooner], all: false).lines.first?.item.due == first.last?.due)
  }

  @Test func `leaves out what is not due yet unless all is asked for`() throws {
    let file = try ScheduledSession.running().file(asOf: "13:45")
    #expect(
      try text([file], at: "13:45")
        == "Nothing is due now in 1 open session. vigil due --all shows what is next."
    )
    let all = try text([file], at: "13:45", all: true)
    #expect(all.contains("13:50  T+20   in 5 min"))
    #expect(all.contains("temperature"))
  }

  @Test func `lists what can be taken for its slot already`() throws {
    let file = try ScheduledSession.running().file(asOf: "13:47")
    #expect(try text([file], at: "13:47").contains("13:50  T+20  in 3 min"))
    let sooner = try ScheduledSession.running().file(asOf: "13:46")
    #expect(try !text([sooner], at: "13:46").contains("T+20"))
  }

  @Test func `tells scripts whether something is overdue, from the very minute`() throws {
    let session = try ScheduledSession.overdue()
    for (now, isOverdue) in [("13:54", false), ("13:55", true)] {
      let file = try session.file(asOf: now)
      let at = try SampleLog().at(now)
      #expect(DueText([file], now: at, style: style).hasOverdue == isOverdue)
      #expect(DueJSON([file], now: at).hasOverdue == isOverdue)
      #expect(DueJSON([file], now: at).text.contains("\"overdue\": \(isOverdue),\n  \"schema\""))
    }
  }

  @Test func `a slot that is overdue too is never only due, whichever raised the flag`() throws {
    // T+10 of blood pressure is 13:25, T+20 of both groups 13:35; nothing was entered since the dose.
    let session = try HandPlan.dosed()
    let file = try session.file(asOf: "13:41")
    let lines = try text([file], at: "13:41").split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[1].contains("  blood pressure  "))
    #expect(lines[1].hasSuffix("  13:25  T+10  OVERDUE by 16 min"))
    #expect(lines[2].contains("  blood pressure, sedation  "))
    #expect(lines[2].hasSuffix("  13:35  T+20  OVERDUE by 6 min"))
    let words = SessionWords(file)
    let phrase = try #require(DuePhrases(words).phrase()).text.spaced
    #expect(
      phrase.hasPrefix(
        "OVERDUE since 13:30: blood pressure T+10; since 13:40: blood pressure, sedation T+20."
      )
    )
    #expect(!phrase.contains("Due now"))
    let document = DueJSON([file], now: file.assessment.asOf).text
    #expect(!document.contains("\"overdueSince\": null"))
    let sooner = try session.file(asOf: "13:39")
    #expect(DueJSON([sooner], now: sooner.assessment.asOf).text.contains("\"overdueSince\": null"))
  }

  @Test func `says which sessions have no schedule`() throws {
    var sample = try SampleSession()
    sample.state = .open
    let bare = try sample.file(upTo: 12, asOf: "14:12")
    #expect(try text([bare], at: "14:12").contains("S-2026-0119: its protocol has no schedule."))
    let scheduled = try ScheduledSession.running().file(asOf: "13:45")
    #expect(try !text([scheduled], at: "13:45").contains("no schedule"))
  }

  @Test func `says that no session is open`() throws {
    #expect(try text([], at: "14:00") == "No session is open.")
  }

  @Test func `gives seconds to the due time, negative when it is past`() throws {
    let file = try ScheduledSession.overdue().file(asOf: "13:56")
    let text = DueJSON([file], now: try SampleLog().at("13:56")).text
    #expect(text.contains(#""secondsUntilDue": -360"#))
    #expect(text.contains(#""overdueSince": "2026-11-19T13:55:00+01:00""#))
    let line = DueJSON([file], now: try SampleLog().at("13:56")).line
    #expect(!line.contains("\n"))
    let both = try [line, text].map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary
    }
    #expect(both[0] == both[1])
  }
}
