/// A clinic's word that it uses a protocol: which text, by whom, and when.
///
/// The newest adoption of an id is the one that sessions are opened with; the others stay readable.
package struct Adoption: Hashable {
  package let id: ProtocolID
  package let version: String
  package let digest: RecordDigest
  package let by: ClinicianCode
  package let at: Stamp
  /// Why it was adopted although `protocol check` had something to say; nil where it had not.
  package let remark: String?

  package init(
    id: ProtocolID,
    version: String,
    digest: RecordDigest,
    by: ClinicianCode,
    at: Stamp,
    remark: String? = nil
  ) {
    self.id = id
    self.version = version
    self.digest = digest
    self.by = by
    self.at = at
    self.remark = remark
  }
}

/// What a record is for.
///
/// Sessions of a clinic start on adopted protocols only; in the others the built-in examples may be used.
package enum RecordPurpose: Int, Hashable, CaseIterable {
  case clinic = 1
  case training = 2
  case demonstration = 3
}
