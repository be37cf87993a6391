package import RecordStore
package import SessionRecord

extension Supervision {
  /// Erases who a code stands for: an administrator's act.
  ///
  /// Within the time for which the clinic keeps identities, which is for ever where it did not say, both
  /// a reason and an authority are needed.
  package func forget(
    _ code: PatientCode,
    because reason: String?,
    onAuthority authority: String?,
    by clinician: ClinicianCode,
    in zone: Zone
  ) throws -> Erased {
    try require(.administrator, of: clinician)
    _ = try patient(code)
    let years = try clinic()?.retentionYears
    return try store.erase(
      identityOf: code,
      by: clinician,
      at: { commitMoment(in: zone) }
    ) { last, moment in
      let retention = Retention(years: years, since: last.instant, in: zone)
      return try retention.allow(
        code,
        because: reason,
        onAuthority: authority,
        today: moment.recorded.civil
      )
    }
  }

  /// Keeps where a patient is and who comes to them.
  package func set(
    contactOf code: PatientCode,
    to change: (Contact?) throws -> Contact?
  ) throws -> Patient {
    _ = try patient(code)
    return try store.set(contactOf: code, at: clock.now(), to: change)
  }
}
