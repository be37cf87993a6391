package import SessionRecord

/// What stands at the head of the clinic's prints as a document, `vigil/clinic/1`.
package struct ClinicJSON {
  private let settings: [ClinicSetting]

  /// All that was set, in order.
  package init(_ settings: [ClinicSetting]) { self.settings = settings }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/clinic/1"),
      "clinic": settings.last.map(value) ?? .null,
      "history": .array(settings.map(value)),
    ]).text
  }

  private func value(_ setting: ClinicSetting) -> JSONValue {
    let clinic = setting.clinic
    return .object([
      "name": .string(clinic.name),
      "address": .array(clinic.address.map(JSONValue.string)),
      "telephone": .optional(clinic.telephone),
      "logo": clinic.logo.map(ClinicJSON.logo) ?? .null,
      "paper": .string(clinic.paper.rawValue),
      "zone": .optional(clinic.zone),
      "temperature": .string(clinic.units.temperature.rawValue),
      "weight": .string(clinic.units.weight.rawValue),
      "retentionYears": .optional(clinic.retentionYears),
      "backupDays": .optional(clinic.backupDays),
      "setBy": .string(setting.by.text),
      "setAt": .string(setting.at.rfc3339),
    ])
  }

  private static func logo(_ logo: Logo) -> JSONValue {
    .object([
      "kind": .string(logo.kind.name.lowercased()), "bytes": .integer(logo.bytes.count),
    ])
  }
}
