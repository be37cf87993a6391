package import SessionRecord

/// What was done with the record, in words.
package struct AccessWords {
  private let act: AccessAct

  package init(_ act: AccessAct) { self.act = act }

  package var text: String {
    switch act {
    case .printed: "printed"
    case .exported: "exported"
    case .verified: "verified"
    case .backedUp: "backed up, and verified"
    case .restored: "restored"
    case .erased: "erased the identity"
    case .patientAdded: "added the patient"
    case .contactSet: "set the contact"
    case .protocolKept: "kept a protocol's text"
    case .protocolAdopted: "adopted the protocol"
    case .clinicSet: "set the clinic"
    case .clinicianSet: "set the clinician"
    case .carriedOver: "carried over from an older version"
    }
  }

  /// As it stands in a document or a table.
  var code: String {
    switch act {
    case .printed: "printed"
    case .exported: "exported"
    case .verified: "verified"
    case .backedUp: "backed-up"
    case .restored: "restored"
    case .erased: "erased"
    case .patientAdded: "patient-added"
    case .contactSet: "contact-set"
    case .protocolKept: "protocol-kept"
    case .protocolAdopted: "protocol-adopted"
    case .clinicSet: "clinic-set"
    case .clinicianSet: "clinician-set"
    case .carriedOver: "carried-over"
    }
  }
}
