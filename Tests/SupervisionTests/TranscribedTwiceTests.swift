import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite("A paper chart that is typed in twice")
struct TranscribedTwiceTests {
  private let ward: Ward
  private let chart = [
    "@13:25 118/74 68 98%", "@13:30 ketamine 36 mg iv over 40 min", "@13:40 do head up",
  ]

  init() throws {
    ward = try Ward()
    try ward.at("09:30:00", day: 1)
    try ward.openFromPaper()
    try ward.transcribe(chart)
    try ward.at("09:40:00", day: 1)
  }

  @Test func `is refused whole, with every line that is there and its entry`() throws {
    do {
      try ward.transcribe(["@13:24 hr 70"] + chart)
      Issue.record("not refused")
    } catch let refused as LineRefused {
      #expect(([refused] + refused.later).map(\.line) == [2, 3, 4])
      #expect(
        refused.refusal.problem
          == "The session has this line already, as #2, of the same minute. Nothing was stored."
      )
      #expect(refused.refusal.remedy?.contains("-- a second time") == true)
      #expect(refused.later.last?.refusal.remedy?.contains("in a note of that time") == true)
    }
    #expect(try ward.file().log.count == 4)
  }

  @Test func `takes what happened twice and says so, and what was withdrawn`() throws {
    try ward.transcribe(
      "@13:30 ketamine 36 mg iv over 40 min -- a second time",
      "@13:26 118/74 68 98%"
    )
    try ward.transcribe("void 2 -- of the next bed", "@13:25 118/74 68 98%")
    #expect(try ward.file().log.count == 8)
  }

  @Test func `knows a line that was corrected since`() throws {
    try ward.transcribe("fix 2 hr 86 -- digits transposed")
    for line in ["@13:25 118/74 68 98%", "@13:25 118/74 86 98%"] {
      #expect(told { try ward.transcribe(line) }?.contains("already, as #2") == true, "\(line)")
    }
  }
}
