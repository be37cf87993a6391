import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `Every refusal of a review` {
  /// Flags 1 bp.sys.crit, 2 bp.dia.crit and 3 bp.extreme.sys (high); nausea at #3, again at #5.
  private func surge() throws -> Ward {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("204/112")
    try ward.at("14:02:00")
    try ward.type("nausea mild")
    try ward.type("nausea gone")
    try ward.at("14:04:00")
    try ward.type("nausea mod")
    return ward
  }

  private let session = "S-2026-0001"
  private let howTo =
    "Name flags by number, a side effect by name or by its onset, or all, as: "
    + "vigil review -s S-2026-0012 3,5-7 expected --by LH 'known peak'"

  @Test(arguments: [
    "", "0", "3-", "-3", "3-1", "1,,2", "1,", "#", "#0", "#x", "1-2-3", "all,1", "1;2",
    "99999999999999999999", "٣",
  ])
  func `is told of what names nothing`(subject: String) throws {
    let ward = try surge()
    let said = told { try ward.review(subject) }
    #expect(said == "“\(subject)” names no flags and no side effect. Nothing was stored. \(howTo)")
    #expect(try ward.file().log.count == 5)
  }

  @Test func `is told of a number that no flag has, also at the end of a range`() throws {
    let ward = try surge()
    for (subject, missing) in [("7", 7), ("2-9", 9), ("5-1000000000", 5)] {
      #expect(
        told { try ward.review(subject) }
          == "\(session) has no flag \(missing). Nothing was stored. "
          + "Known: 1, 2, 3. vigil report 1 shows them."
      )
    }
    let calm = try Ward()
    try calm.open()
    #expect(
      told { try calm.review("1") }
        == "\(session) has no flag 1: none was raised. Nothing was stored."
    )
  }

  @Test func `is told why a retracted flag needs none, and how the others are named`() throws {
    let ward = try surge()
    try ward.type("fix #2 204/95 -- misread")
    #expect(
      told { try ward.review("1-3") }
        == "Flag 2 is retracted (#6): what was taken back needs no review. Nothing was stored. "
        + "Of the others: vigil review -s 1 1,3 …"
    )
    #expect(
      told { try ward.review("2") }
        == "Flag 2 is retracted (#6): what was taken back needs no review. Nothing was stored."
    )
    try ward.review("all")
    #expect(try ward.file().assessment.flags.map { $0.review != nil } == [true, false, false])
  }

  @Test func `all is told of the high ones, and of nothing left`() throws {
    let ward = try surge()
    try ward.review("all")
    #expect(
      told { try ward.review("all") }
        == "“all” never covers a high flag, and only high ones are unreviewed: 3. "
        + "Nothing was stored. Name each: vigil review -s 1 3 …"
    )
    try ward.review("3")
    #expect(
      told { try ward.review("all") }
        == "Nothing of \(session) is unreviewed. Nothing was stored. "
        + "vigil flags --unreviewed and vigil effects --unreviewed list what is."
    )
  }

  @Test func `an effect is refused where its name means several, none, or one reviewed already`()
    throws
  {
    let ward = try surge()
    #expect(
      told { try ward.review("nausea") }
        == "nausea began 2 times, none of them reviewed: #3 14:02, #5 14:04. Nothing was stored. "
        + "Name one by its onset, as '#3', or several, as '#3,#5'."
    )
    try ward.review("#3,#5")
    #expect(
      told { try ward.review("nausea") }
        == "nausea is reviewed already. Nothing was stored. "
        + "To review it anew name its onset: '#3' or '#5'."
    )
    #expect(
      told { try ward.review("nausae") }
        == "No side effect nausae was entered in \(session). Nothing was stored. "
        + "Do you mean nausea? Entered: nausea."
    )
    #expect(
      told { try ward.review("line lost") }
        == "line lost is no side effect, and needs no review. Nothing was stored."
    )
  }

  @Test func `an entry is refused where no side effect began`() throws {
    let ward = try surge()
    #expect(
      told { try ward.review("#4") }
        == "#4 is not where nausea began. Nothing was stored. It began at '#3'."
    )
    #expect(
      told { try ward.review("#2") }
        == "No side effect of \(session) began at #2. Nothing was stored. Known: nausea #3, nausea #5."
    )
    #expect(
      told { try ward.review("#77") }
        == "No side effect of \(session) began at #77. Nothing was stored. Known: nausea #3, nausea #5."
    )
  }

  @Test func `nothing of a list is stored where one part is refused`() throws {
    let ward = try surge()
    #expect(told { try ward.review("1,headache") } != nil)
    #expect(told { try ward.review("1,77") } != nil)
    #expect(try ward.file().log.count == 5)
  }

  @Test func `a struck-out session takes none`() throws {
    let ward = try surge()
    try ward.strikeOut()
    #expect(
      told { try ward.review("1") }
        == "\(session) is struck out: it is in no count, and needs no review. Nothing was stored."
    )
  }
}
