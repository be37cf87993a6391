import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite struct `Setting the clinic` {
  private func set(
    _ ward: Ward,
    _ change: (Clinic?) throws -> Clinic
  ) throws -> ClinicOutcome {
    try ward.supervision.set(clinic: change, by: ClinicianCode("LH"), in: Ward.berlin)
  }

  @Test func `keeps it with who did so and when`() throws {
    let ward = try Ward()
    try ward.at("09:00:00")
    #expect(try ward.supervision.clinic() == nil)
    #expect(try ward.supervision.clinicZone() == nil)
    let clinic = try Clinic(name: "Northgate", zone: "America/Chicago")
    let setting = try set(ward) { _ in clinic }.setting
    #expect(setting.at == Stamp(try Ward.instant("09:00:00"), in: Ward.berlin))
    #expect(setting.by == (try ClinicianCode("LH")))
    #expect(try ward.supervision.clinic() == clinic)
    #expect(try ward.supervision.clinicZone()?.name == "America/Chicago")
  }

  @Test func `refuses a new zone that this machine does not know, and keeps an old one`() throws {
    let ward = try Ward()
    let refusal = #expect(throws: SupervisionRefusal.self) {
      try set(ward) { _ in try Clinic(name: "Northgate", zone: "Mars/Olympus") }
    }
    #expect(refusal == .unknownZone("Mars/Olympus"))
    #expect(try ward.supervision.clinic() == nil)
    // As set on a machine that knew it.
    _ = try ward.supervision.store.set(
      clinic: { _ in try Clinic(name: "Northgate", zone: "Mars/Olympus") },
      by: ClinicianCode("LH"),
      at: Stamp(try Ward.instant("09:00:00"), in: Ward.berlin)
    )
    #expect(throws: SupervisionRefusal.unknownZone("Mars/Olympus")) {
      try ward.supervision.clinicZone()
    }
    let changed = try Clinic(name: "Southgate", zone: "Mars/Olympus")
    _ = try set(ward) { _ in changed }
    #expect(try ward.supervision.clinic() == changed)
  }
}
