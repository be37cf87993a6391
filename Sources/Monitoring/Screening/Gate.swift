package import SessionRecord

/// A question or a limit before the dose, with how much it holds and on whose word.
package struct Gate: Hashable {
  package let id: GateID
  /// What is asked, or looked up: `uncontrolled hypertension`.
  package let title: String
  /// Nil where it is not asked in the clinic.
  package let level: GateLevel?
  /// In a remote session; nil where it is not asked there.
  package let remoteLevel: GateLevel?
  package let requirement: GateRequirement
  package let basis: Basis

  package init(
    id: GateID,
    title: String,
    level: GateLevel?,
    remoteLevel: GateLevel?,
    requirement: GateRequirement,
    basis: Basis
  ) {
    self.id = id
    self.title = title
    self.level = level
    self.remoteLevel = remoteLevel
    self.requirement = requirement
    self.basis = basis
  }

  package func level(in setting: Setting) -> GateLevel? {
    switch setting {
    case .clinic: level
    case .telehealth: remoteLevel
    }
  }
}

/// What lets a session through a gate.
package enum GateRequirement: Hashable {
  /// A question: what answer is clear, whether it takes words, and how long it may be relied on.
  case answer(clear: GateAnswer, needsWords: Bool, validity: GateValidity)
  /// At least so many years old, by the birth date.
  case age(years: Int)
  /// Consent on file, not withdrawn, and no older than that; with the off-label statement, except where
  /// the protocol's own use is on label.
  case consent(days: Int?, offLabel: Bool = true)
  /// Each of these tests on file, no older than that, and the newest of each unremarkable.
  case tests([LaboratoryTest], days: Int)
  /// A score on at least one of these scales on file, and no older than that.
  case scores([String], days: Int)
  /// Where help is sent to, kept with the identity: the address, and an emergency number.
  case contact
  /// No flag of these rules stands before the dose; over a limit the set is repeated after so long.
  case rules([RuleID], repeatAfter: TimeSpan)
}

/// How long an answer may be relied on.
package enum GateValidity: Hashable {
  /// For sessions that are opened within twelve hours of it.
  case day
  case days(Int)
}
