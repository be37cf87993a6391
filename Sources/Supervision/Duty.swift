import RecordStore
package import SessionRecord

/// Who enters in a session: whoever took it over last, and before that who opened it.
struct Duty {
  private(set) var onDuty: ClinicianCode
  /// Those who handed the session over and have not taken it back.
  private(set) var handedOver: Set<ClinicianCode> = []

  /// Nil for a log without an opening; of handovers, those from an entry on are looked at.
  init?(_ chart: Chart, since first: EntryNumber = EntryNumber(1)) {
    guard let opener = chart.entries.first?.original.author else { return nil }
    onDuty = opener
    for entry in chart.entries where entry.number >= first && !entry.isVoid {
      guard case .presence(.handover(let handover)) = entry.content else { continue }
      // Also where another typed it, who then has not the session either.
      handedOver.formUnion([onDuty, entry.original.doneBy])
      handedOver.remove(handover.to)
      onDuty = handover.to
    }
  }

  /// Who an entry is by: who was named for it, else the usual one, who gives way to the one on duty where
  /// the session was handed over.
  func author(_ authorship: Authorship) -> ClinicianCode {
    authorship.author ?? usual(authorship) ?? onDuty
  }

  /// Who was named, for this act or for all; nobody where the one who is named for all has handed over.
  func named(_ authorship: Authorship) -> ClinicianCode? {
    authorship.author ?? usual(authorship)
  }

  /// Whom the environment names although that one has handed the session over.
  func givenWay(_ authorship: Authorship) -> ClinicianCode? {
    guard authorship.author == nil, let usual = authorship.usual, handedOver.contains(usual) else {
      return nil
    }
    return usual
  }

  private func usual(_ authorship: Authorship) -> ClinicianCode? {
    authorship.usual.flatMap { handedOver.contains($0) ? nil : $0 }
  }
}

extension Supervision {
  /// Who an entry in a session would be by.
  package func author(
    _ authorship: Authorship,
    in number: SessionNumber
  ) throws -> ClinicianCode {
    let session = try existing(number)
    guard let duty = Duty(Chart(try store.entries(of: number))) else {
      throw SupervisionRefusal.noSuchSession(session.label)
    }
    return duty.author(authorship)
  }
}
