import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite("Between a paper chart and what is typed as it happens")
struct LivePaperTests {
  @Test func `a session from paper takes the chart's lines, corrections, and nothing live`() throws
  {
    let ward = try Ward()
    try ward.at("09:30:00", day: 1)
    try ward.openFromPaper()
    try ward.transcribe("@13:25 184/80")
    #expect(throws: PaperRefusal.self) { try ward.type("ketamine 36 mg iv") }
    #expect(
      told { try ward.type("120/80") }?.contains("vigil add - -s 1 --from-paper") == true
    )
    try ward.type("ack 1 as on the chart")
    try ward.type("fix 2 182/80 -- misread")
    try ward.review("1")
    try ward.transcribe("@13:40 120/80")
    try ward.endOnPaper(at: "13:45")
    #expect(try ward.file().session.state != .open)
  }

  @Test(arguments: [("13:46:00", true), ("13:45:00", false)])
  func `a session that has only begun is opened as it happens`(
    _ began: String,
    _ isRefused: Bool
  ) throws {
    let ward = try Ward()
    try ward.at("14:00:00")
    let said = told { try ward.openFromPaper(at: began) }
    #expect((said != nil) == isRefused, "\(said ?? "")")
    if isRefused { #expect(said?.contains("vigil start P-014") == true) }
  }

  @Test func `a session typed as it happened does not end on paper before that`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("184/80")
    try ward.at("14:20:00")
    try ward.type("ack 1 head up")
    try ward.at("15:00:00")
    let said = told { try ward.endOnPaper(at: "14:10") }
    #expect(said?.contains("is before #3, an acknowledgement") == true, "\(said ?? "")")
    #expect(said?.contains("vigil end 1 --from-paper --at 14:20") == true)
    try ward.endOnPaper(at: "14:20")
    #expect(try !ward.file().session.isOpen)
  }

  @Test func `what is acknowledged while the chart is copied says nothing of its end`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("16:00:00")
    try ward.transcribe("@14:00 184/80")
    try ward.type("ack 1 as on the chart")
    try ward.endOnPaper(at: "14:10")
    #expect(try !ward.file().session.isOpen)
  }
}
