package import SessionRecord

/// One of the sessions that a text could mean.
package struct MeantSession: Hashable {
  /// `2 P-020, room 7`.
  package let described: String
  package let label: String
  package let patient: PatientCode
}
