import SessionRecord

extension SessionFile {
  /// The protocol's criteria for leaving, as of the instant that the session is asked about.
  package var readiness: DischargeReadiness {
    DischargeReadiness(
      of: assessment,
      criteria: monitoringProtocol.leaving,
      formulary: monitoringProtocol.formulary
    )
  }
}

extension DischargeReadiness {
  /// Of what was observed by the assessment's clock.
  init(of assessment: Assessment, criteria: [LeavingCriterion], formulary: Formulary) {
    let chart = assessment.chart
    let clock = assessment.clock
    let exposure = Exposure(of: chart, formulary: formulary, weight: nil, asOf: clock)
    let evidence = LeavingEvidence(
      of: assessment,
      given: exposure.given,
      formulary: formulary
    )
    let opened = chart.entries.first?.observed.instant ?? clock
    self.init(
      criteria: criteria.map { criterion in
        criterion.judged(on: evidence).standing(of: criterion, opened: opened, clock: clock)
      }
    )
  }
}

extension LeavingCriterion {
  /// Each kind of requirement is a file.
  fileprivate func judged(on evidence: LeavingEvidence) -> any JudgedOverTime {
    switch requirement {
    case .minutesSinceStart(let minutes): StartCriterion(minutes, evidence)
    case .minutesSinceInfusion(let minutes): InfusionCriterion(minutes, evidence)
    case .pressure(let asked): PressureCriterion(asked, evidence)
    case .value(let asked): ValueCriterion(asked, evidence)
    case .effect(let asked): EffectCriterion(asked, evidence)
    case .noOpenFlag(let atLeast): OpenFlagCriterion(atLeast, evidence)
    case .noRecent(let asked): RecentMedicineCriterion(asked, evidence)
    case .answered: AnsweredCriterion(id, evidence)
    case .escort: EscortCriterion(id, evidence)
    case .instructions: InstructionsCriterion(id, evidence)
    }
  }
}
