import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite("A review that has seen less than there is now")
struct OutgrownReviewTests {
  private let ward: Ward

  init() throws {
    ward = try Ward()
    try ward.open()
  }

  private func flag(_ rule: String) throws -> Flag {
    try #require(try ward.file().assessment.flags.first { $0.identity.rule == RuleID(rule) })
  }

  private func unreviewedFlags() throws -> [String] {
    try ward.supervision.flags(FlagQuery(unreviewedOnly: true)).map { "\($0.flag.identity.rule)" }
  }

  @Test func `covers no flag that is higher since, by a repeat or for want of one`() throws {
    for clock in ["14:05:00", "14:20:00"] {
      let ward = try Ward()
      try ward.open()
      try ward.at("14:00:00")
      try ward.type("184/80")
      try ward.review("all")
      #expect(try ward.supervision.flags(FlagQuery(unreviewedOnly: true)).isEmpty)
      try ward.at(clock)
      try ward.type("186/80")
      let flag = try #require(try ward.file().assessment.flags.first)
      #expect(flag.priority == .high && flag.protocolPriority == .medium)
      #expect(flag.review == nil && flag.awaitsReview)
      #expect(flag.reviewed?.outgrown == .priority(.medium))
      #expect(flag.reviewed?.outgrown?.words == "medium")
      let stored = try ward.supervision.flags(FlagQuery(unreviewedOnly: true))
      #expect(stored.map(\.flag) == [flag])
      try ward.review("1")
      #expect(try ward.file().assessment.flags.first?.review?.outgrown == nil)
      #expect(try ward.supervision.flags(FlagQuery(unreviewedOnly: true)).isEmpty)
    }
  }

  @Test func `covers a flag that was as high, whatever is read afterwards`() throws {
    try ward.at("14:00:00")
    try ward.type("184/80")
    try ward.at("14:05:00")
    try ward.type("186/80")
    try ward.review("1")
    try ward.at("14:10:00")
    try ward.type("190/80")
    #expect(try flag("bp.sys.crit").review != nil)
    #expect(try !unreviewedFlags().contains("bp.sys.crit"))
  }

  @Test(arguments: [
    ("nausea mild", "nausea severe", true), ("nausea mild", "nausea mild distressing", true),
    ("vomited", "vomiting mod", true), ("vomited", "vomiting mild", false),
    ("nausea mod", "nausea mild", false), ("nausea mod", "nausea gone", false),
  ])
  func `covers a side effect as far as it was then`(
    _ seen: String,
    _ later: String,
    _ isWorse: Bool
  ) throws {
    try ward.at("14:00:00")
    try ward.type(seen)
    try ward.review(seen == "vomited" ? "vomiting" : "nausea")
    try ward.at("14:05:00")
    try ward.type(later)
    let effect = try #require(try ward.file().assessment.chart.effectEpisodes.first)
    #expect((effect.review == nil) == isWorse)
    #expect((effect.reviewed?.outgrown != nil) == isWorse)
    #expect(
      try ward.supervision.effects(EffectQuery(unreviewedOnly: true)).map(\.effect)
        == (isWorse ? [effect] : [])
    )
  }
}
