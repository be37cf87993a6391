import Monitoring
import SessionRecord

/// A session's head, and its patient, as members of a document.
enum SessionJSON {
  /// *adoption* is the clinic's adoption of the text that the session is bound to.
  static func session(_ session: Session, adoption: Adoption?) -> JSONValue {
    let opening = session.opening
    return .object([
      "number": .integer(session.number.value),
      "label": .string(session.label),
      "state": .string(session.state.rawValue),
      "patient": .string(opening.patient.text),
      "protocol": protocolReference(opening.monitoringProtocol),
      "setting": .string(opening.setting.rawValue),
      "zone": .string(opening.zone),
      "room": .optional(session.room),
      "indication": .optional(opening.indication),
      "prescriber": .optional(opening.prescriber?.text),
      "weight": opening.weight.map(quantity) ?? .null,
      "opened": .string(session.opened.rfc3339),
      "closed": .optional(session.closed?.rfc3339),
      "spo2Scale": .integer(opening.spo2Scale.rawValue),
      "limitsAdopted": .bool(adoption != nil),
      "adoption": AdoptionText.value(adoption),
    ])
  }

  static func session(_ session: Session, _ adoptions: Adoptions) -> JSONValue {
    self.session(session, adoption: adoptions[session.opening.monitoringProtocol])
  }

  static func session(_ words: SessionWords) -> JSONValue {
    session(words.file.session, adoption: words.adoption)
  }

  static func patient(_ patient: Patient) -> JSONValue {
    .object([
      "code": .string(patient.code.text),
      "identityErased": .bool(patient.identity == nil),
      "name": .optional(patient.identity?.name),
      "birthDate": .optional(patient.identity?.birthDate),
      "medicalRecordNumber": .optional(patient.identity?.medicalRecordNumber),
      "allergies": .optional(patient.identity?.allergies),
    ])
  }

  static func protocolReference(_ reference: ProtocolReference) -> JSONValue {
    .object([
      "id": .string(reference.id.text),
      "version": .string(reference.version),
      "digest": .string(reference.digest.description),
    ])
  }

  /// A value with its unit; what was typed in another unit stands beside it.
  static func quantity(_ quantity: Quantity) -> JSONValue {
    .object([
      "value": .thousandths(quantity.thousandths),
      "unit": .string(quantity.sign.unit),
      "entered": entered(quantity),
    ])
  }

  static func entered(_ quantity: Quantity) -> JSONValue {
    switch quantity.entered {
    case nil: .null
    case .fahrenheit(let tenths)?:
      .object(["value": .thousandths(tenths * 100), "unit": .string("°F")])
    case .pounds(let tenths)?:
      .object(["value": .thousandths(tenths * 100), "unit": .string("lb")])
    }
  }
}
