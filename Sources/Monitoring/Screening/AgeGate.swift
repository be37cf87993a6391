import SessionRecord

/// At least so many years old on the day of the session.
struct AgeGate {
  let years: Int

  func verdict(_ evidence: ScreeningEvidence) -> GateVerdict {
    guard let identity = evidence.patient.identity else {
      return GateVerdict(answer: .unknown, isClear: false, basis: "identity erased")
    }
    guard let born = identity.birthDate.flatMap(CivilTime.init(date:)) else {
      return GateVerdict(answer: .unknown, isClear: false, basis: "no birth date on file")
    }
    let day = evidence.day
    let hadBirthday = (day.month, day.day) >= (born.month, born.day)
    let age = day.year - born.year - (hadBirthday ? 0 : 1)
    guard age >= 0 else {
      return GateVerdict(answer: .no, isClear: false, basis: "born after the day of the session")
    }
    return GateVerdict(
      answer: age >= years ? .yes : .no,
      isClear: age >= years,
      basis: age == 1 ? "1 year old" : "\(age) years old"
    )
  }
}
