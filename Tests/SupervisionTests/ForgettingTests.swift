import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite struct `Forgetting who a patient is` {
  /// A patient whose one session was closed on 19 November 2026 at 13:40 in Berlin.
  private func ward(retention years: Int?) throws -> Ward {
    let ward = try Ward()
    if let years {
      _ = try ward.supervision.set(
        clinic: { _ in
          try Clinic(name: "Northgate", zone: "Europe/Berlin", retentionYears: years)
        },
        by: ClinicianCode("LH"),
        in: Ward.berlin
      )
    }
    let session = try ward.open()
    try ward.at("13:40:00")
    try ward.end(session.value)
    return ward
  }

  private func forget(
    _ ward: Ward,
    because reason: String? = nil,
    authority: String? = nil
  ) throws -> Erased {
    try ward.supervision.forget(
      PatientCode("P-014"),
      because: reason,
      onAuthority: authority,
      by: ClinicianCode("AD"),
      in: Ward.berlin
    )
  }

  private func now(_ date: String, _ clock: String) throws -> Instant {
    let time = try #require(CivilTime(date: date)?.at(clock: clock))
    return try #require(Ward.berlin.instants(showing: time).first)
  }

  @Test func `takes both a reason and an authority for so many calendar years`() throws {
    let ward = try ward(retention: 10)
    ward.hands.now = try now("2036-11-18", "23:59:59")
    for (reason, authority) in [(nil, nil), ("asked", nil), (nil, "LH"), ("  ", "LH")] {
      let refusal = #expect(throws: RetentionRefusal.self) {
        try forget(ward, because: reason, authority: authority)
      }
      #expect(
        refusal?.problem
          == "The identity of P-014 is kept until 2036-11-19: 10 years after the last session or course "
          + "entry, which is of 2026-11-19. Nothing was erased."
      )
    }
    ward.hands.now = try now("2036-11-19", "00:00:00")
    let erased = try forget(ward)
    #expect(
      erased.erasure.content
        == .course(
          .erasure(
            reason: "the 10 years for which identities are kept ended on 2036-11-19",
            authority: "nobody named"
          )
        )
    )
  }

  @Test func `before that, both together do`() throws {
    let ward = try ward(retention: 10)
    let erased = try forget(ward, because: "asked", authority: "A. Hart")
    #expect(
      erased.erasure.content == .course(.erasure(reason: "asked", authority: "A. Hart"))
    )
    #expect(throws: ErasingRefusal.self) {
      try forget(ward, because: "asked", authority: "A. Hart")
    }
  }

  @Test func `a clinic that set no time keeps it for ever`() throws {
    let ward = try ward(retention: nil)
    ward.hands.now = try now("2999-01-01", "12:00:00")
    let refusal = #expect(throws: RetentionRefusal.self) { try forget(ward) }
    #expect(refusal?.problem.hasPrefix("The clinic has not set for how long") == true)
    #expect(refusal?.remedy?.contains("--authority") == true)
  }

  @Test func `29 February ends on 1 March where the year has none`() throws {
    let ward = try Ward()
    _ = try ward.supervision.set(
      clinic: { _ in try Clinic(name: "Northgate", retentionYears: 1) },
      by: ClinicianCode("LH"),
      in: Ward.berlin
    )
    ward.hands.now = try now("2028-02-29", "12:00:00")
    try ward.know("P-014")
    ward.hands.now = try now("2029-02-28", "23:59:00")
    #expect(throws: RetentionRefusal.self) { try forget(ward) }
    ward.hands.now = try now("2029-03-01", "00:00:00")
    #expect(try forget(ward).patient.identity == nil)
  }

  @Test func `flags, counts and files of sessions stay as they were`() throws {
    let ward = try Ward()
    let session = try ward.open()
    try ward.type("212/118 96 97%", in: session.value)
    try ward.at("13:40:00")
    try ward.end(session.value)
    let flags = try ward.supervision.flags(FlagQuery()).map(\.flag)
    let log = try ward.supervision.file(of: session).log
    #expect(!flags.isEmpty)
    _ = try forget(ward, because: "asked", authority: "A. Hart")
    #expect(try ward.supervision.flags(FlagQuery()).map(\.flag) == flags)
    let file = try ward.supervision.file(of: session)
    #expect(file.log == log)
    #expect(file.patient.identity == nil)
    #expect(try ward.supervision.course(of: PatientCode("P-014")).sessions.count == 1)
  }

  @Test func `takes an administrator once somebody is listed`() throws {
    let ward = try Ward()
    try ward.know("P-014")
    _ = try ward.supervision.list(
      clinician: ClinicianCode("LH"),
      named: nil,
      roles: [.administrator],
      by: ClinicianCode("LH"),
      in: Ward.berlin
    )
    #expect(throws: ClinicianRefusal.self) {
      try forget(ward, because: "asked", authority: "A. Hart")
    }
  }
}
