import SessionRecord

/// Where help is sent to in a remote session: the address of the patient, and an emergency number.
struct ContactGate {
  func verdict(_ evidence: ScreeningEvidence) -> GateVerdict {
    let contact = evidence.patient.contact
    let basis =
      switch (contact?.address, contact?.emergencyNumber) {
      case (nil, nil): "no address and no emergency number on file"
      case (nil, _?): "no address on file"
      case (_?, nil): "no emergency number on file"
      case (_?, _?): "address and emergency number on file"
      }
    let isClear = contact?.isComplete ?? false
    return GateVerdict(answer: isClear ? .yes : .no, isClear: isClear, basis: basis)
  }
}
