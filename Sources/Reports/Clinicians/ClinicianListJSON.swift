package import SessionRecord

/// The clinicians as a document, `vigil/clinicians/1`.
package struct ClinicianListJSON {
  private let settings: [ClinicianSetting]

  package init(_ settings: [ClinicianSetting]) { self.settings = settings }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/clinicians/1"),
      "clinicians": .array(
        settings.map { setting in
          .object([
            "code": .string(setting.clinician.code.text),
            "name": .optional(setting.clinician.name),
            "roles": .array(setting.clinician.roles.map { .string($0.word) }),
            "listed": .bool(setting.isListed),
            "setBy": .string(setting.by.text),
            "setAt": .string(setting.at.rfc3339),
          ])
        }
      ),
    ]).text
  }
}
