package import SessionRecord

/// The clinicians as a table, one a line.
package struct ClinicianListCSV {
  private let settings: [ClinicianSetting]

  package init(_ settings: [ClinicianSetting]) { self.settings = settings }

  /// Every line ends with CRLF, the last one too.
  package var text: String {
    var table = CSVTable(["code", "name", "roles", "listed", "set_by", "set_at"])
    for setting in settings {
      table.add([
        .text(setting.clinician.code.text), .text(setting.clinician.name),
        .plain(setting.clinician.roles.map(\.word).joined(separator: " ")),
        .flag(setting.isListed), .text(setting.by.text), .plain(setting.at.rfc3339),
      ])
    }
    return table.text
  }
}
