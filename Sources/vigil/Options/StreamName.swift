import SessionRecord

/// A session by its number or label, else the course of the patient who has that code.
///
/// Read by the letters alone: a record that is damaged may not know its sessions any more.
struct StreamName {
  let stream: EntryStream

  init(_ text: String) throws(SignCommandRefusal) {
    var digits = text[...]
    if text.hasPrefix("#") { digits = text.dropFirst() }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 3, parts[0] == "S", parts[1].count == 4 { digits = parts[2] }
    if !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits), number >= 1
    {
      stream = .session(SessionNumber(number))
    } else if let patient = try? PatientCode(text) {
      stream = .course(patient)
    } else {
      throw .notASession(text)
    }
  }
}
