package import RecordStore
package import SessionRecord

extension Supervision {
  /// Sets what stands at the head of prints; *change* makes it of what is in use.
  ///
  /// A new zone that this machine does not know is refused.
  package func set(
    clinic change: (Clinic?) throws -> Clinic,
    by clinician: ClinicianCode,
    in zone: Zone
  ) throws -> ClinicOutcome {
    try require(.administrator, of: clinician)
    return try store.set(
      clinic: { before in
        let clinic = try change(before)
        if let name = clinic.zone, name != before?.zone, Zone(named: name) == nil {
          throw SupervisionRefusal.unknownZone(name)
        }
        return clinic
      },
      by: clinician,
      at: Stamp(clock.now(), in: zone)
    )
  }

  /// What stands at the head of prints; nil where nothing was set.
  package func clinic() throws -> Clinic? { try store.clinic() }

  /// The clinic's zone; nil where none was set.
  package func clinicZone() throws -> Zone? {
    guard let name = try clinic()?.zone else { return nil }
    guard let zone = Zone(named: name) else { throw SupervisionRefusal.unknownZone(name) }
    return zone
  }
}
