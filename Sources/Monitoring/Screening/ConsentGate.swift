import SessionRecord

/// Consent on file, not withdrawn and not too old, with the statement that the use is off-label where it
/// is.
struct ConsentGate {
  let days: Int?
  /// Whether the statement belongs to it.
  let offLabel: Bool

  func verdict(_ evidence: ScreeningEvidence) -> GateVerdict {
    var newest: (consent: Consent, entry: ChartEntry)?
    var withdrawals: [ChartEntry] = []
    for entry in evidence.newest {
      switch entry.content {
      case .course(.consentWithdrawn): withdrawals.append(entry)
      case .course(.consent(let consent)):
        // An older paper that is entered late takes the place of no newer one.
        if newest.map({ consent.signed > $0.consent.signed }) ?? true { newest = (consent, entry) }
      default: continue
      }
    }
    guard let newest else {
      return GateVerdict(answer: .no, isClear: false, basis: "no consent on file")
    }
    let withdrawal = withdrawals.first { withdrawal in
      let day = evidence.date(withdrawal.observed.instant)
      return day > newest.consent.signed
        || (day == newest.consent.signed && withdrawal.number > newest.entry.number)
    }
    return verdict(on: newest.consent, newest.entry, withdrawnBy: withdrawal, evidence)
  }

  /// The one that was signed last counts, also where an older one said more.
  private func verdict(
    on consent: Consent,
    _ entry: ChartEntry,
    withdrawnBy withdrawal: ChartEntry?,
    _ evidence: ScreeningEvidence
  ) -> GateVerdict {
    var faults: [String] = []
    if let withdrawal { faults.append("withdrawn \(evidence.date(withdrawal.observed.instant))") }
    if offLabel, !consent.offLabelTold { faults.append("without the off-label statement") }
    if let fault = evidence.fault(of: consent.signed, within: days) { faults.append(fault) }
    let document = "consent “\(consent.document)” version \(consent.version)"
    let parts = ["\(document) signed \(consent.signed)"] + faults
    return GateVerdict(
      answer: faults.isEmpty ? .yes : .no,
      isClear: faults.isEmpty,
      basis: parts.joined(separator: ", "),
      entry: (withdrawal ?? entry).number
    )
  }
}
