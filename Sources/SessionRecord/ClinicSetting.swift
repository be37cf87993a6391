/// What the clinic's prints say, as somebody set it: the newest one is in use.
package struct ClinicSetting: Hashable {
  package let clinic: Clinic
  package let by: ClinicianCode
  package let at: Stamp

  package init(clinic: Clinic, by: ClinicianCode, at: Stamp) {
    self.clinic = clinic
    self.by = by
    self.at = at
  }
}
