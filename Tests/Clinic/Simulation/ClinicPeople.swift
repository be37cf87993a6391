import SessionRecord

/// Who works in the simulated clinic.
struct ClinicPeople {
  /// Administers, prescribes and reviews.
  let physician: ClinicianCode
  let nurses: [ClinicianCode]

  init() throws {
    physician = try ClinicianCode("LH")
    nurses = [try ClinicianCode("KO"), try ClinicianCode("MB"), try ClinicianCode("JS")]
  }

  var all: [ClinicianCode] { [physician] + nurses }
}
