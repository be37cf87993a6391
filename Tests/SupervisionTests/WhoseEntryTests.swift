import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite("The last entry, where the environment names who handed over")
struct WhoseEntryTests {
  private let ward: Ward

  init() throws {
    ward = try Ward()
    try ward.open()
    try enter("handover MB")
    try enter("120/80 72 98%", by: "MB")
    try enter("note still here", by: "KO")
  }

  private func enter(_ line: String, by author: String? = nil) throws {
    _ = try ward.supervision.record(
      [.line(line)],
      in: SessionNumber(1),
      as: Authorship(
        author: try author.map { try ClinicianCode($0) },
        usual: try ClinicianCode("KO")
      )
    )
  }

  @Test(arguments: [
    ("undo", "vigil undo -s S-2026-0001 --by KO (#4 note still here) or --by MB (#3 120/80 "),
    (
      "void last -- wrong",
      "vigil void -s S-2026-0001 --by KO last … (#4 note still here) or --by MB (#3 "
    ),
    (
      "fix last hr 80 -- read again",
      "vigil fix -s S-2026-0001 --by KO last … (#4 note still here) or "
    ),
  ])
  func `is not guessed`(_ line: String, _ ways: String) throws {
    let said = try #require(told { try enter(line) })
    #expect(said.hasPrefix("Whose entry? VIGIL_BY names KO, who handed this session over"))
    #expect(said.contains(ways), "\(said)")
    #expect(try ward.file().log.count == 4)
  }

  @Test func `is taken back of whoever is named`() throws {
    try enter("undo", by: "KO")
    #expect(try ward.entry(4).isVoid && !ward.entry(3).isVoid)
    try enter("undo", by: "MB")
    #expect(try ward.entry(3).isVoid)
  }

  @Test func `named by its number is nobody's riddle`() throws {
    try enter("void 4 -- wrong session")
    #expect(try ward.entry(4).isVoid)
  }
}
