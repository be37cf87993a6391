package import SessionRecord

/// A clinic's protocol: what is expected, what is flagged, and on whose word.
///
/// Read from a file by `ProtocolReader`, never made in code.
package struct MonitoringProtocol {
  package let id: ProtocolID
  package let version: String
  package let title: String
  /// The settings that it serves; any other is refused at opening.
  package let settings: [Setting]
  package let formulary: Formulary
  /// On what the most that is expected in one dose stands; nil where no most is given.
  package let mostBasis: Basis?
  /// Side effects that the clinic adds to the common ones.
  package let addedEffects: [EffectName]
  package let baseline: BaselineMethod
  /// The scales that can be typed, in the file's order.
  package let scales: [ProtocolScale]
  /// How NEWS2 is taken together; nil where the protocol does not use it.
  package let news2: NEWS2Terms?
  /// In the file's order, which is their place where all else is equal.
  package let rules: [Rule]
  /// What is to be measured, and when.
  package let schedule: Schedule
  /// The clinic's criteria for leaving, in the file's order.
  package let leaving: [LeavingCriterion]
  /// What is asked and looked up before the dose, in the file's order.
  package let gates: [Gate]
  /// Limits across the sessions of a patient, in the file's order.
  package let course: [CourseRule]
  /// What is done after a session, in the file's order.
  package let afterCare: [AfterCareTask]
  /// Where its numbers come from, by key.
  package let sources: [String: String]
  /// What whoever uses it has to know first: that it is no guideline, and that a clinic approves it.
  package let notice: String

  package init(
    id: ProtocolID,
    version: String,
    title: String,
    settings: [Setting],
    formulary: Formulary,
    mostBasis: Basis? = nil,
    addedEffects: [EffectName],
    baseline: BaselineMethod,
    scales: [ProtocolScale] = [],
    news2: NEWS2Terms? = nil,
    rules: [Rule],
    schedule: Schedule = .none,
    leaving: [LeavingCriterion] = [],
    gates: [Gate] = [],
    course: [CourseRule] = [],
    afterCare: [AfterCareTask] = [],
    sources: [String: String],
    notice: String = ""
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.settings = settings
    self.formulary = formulary
    self.mostBasis = mostBasis
    self.addedEffects = addedEffects
    self.baseline = baseline
    self.scales = scales
    self.news2 = news2
    self.rules = rules
    self.schedule = schedule
    self.leaving = leaving
    self.gates = gates
    self.course = course
    self.afterCare = afterCare
    self.sources = sources
    self.notice = notice
  }
}

/// How a session's baseline is taken.
package enum BaselineMethod: String, Hashable, CaseIterable {
  case lastBeforeDose = "last-before-dose"
  case meanBeforeDose = "mean-before-dose"
  case firstReading = "first-reading"
}

/// A scale of a protocol, with what its numbers stand on.
package struct ProtocolScale: Hashable {
  package let scale: Scale
  package let basis: Basis

  package init(_ scale: Scale, basis: Basis) {
    self.scale = scale
    self.basis = basis
  }
}

/// How a protocol takes NEWS2 together.
package struct NEWS2Terms: Hashable {
  /// How far back a parameter's last usable value still counts.
  package let within: TimeSpan
  package let basis: Basis

  package init(within: TimeSpan, basis: Basis) {
    self.within = within
    self.basis = basis
  }
}
