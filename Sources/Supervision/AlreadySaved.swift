import Monitoring
import RecordStore
import SessionRecord

extension Supervision {
  /// The answer to an id that the record has: a retry of the same line changes nothing and says so.
  ///
  /// Anything else under that id is refused, so that nobody takes it for saved.
  func alreadySaved(
    _ place: (stream: EntryStream, number: EntryNumber),
    asked session: Session,
    _ input: Input,
    as authorship: Authorship
  ) throws -> Recorded {
    guard place.stream == .session(session.number) else {
      throw SupervisionRefusal.idTaken(place.number, in: try name(of: place.stream))
    }
    let terms = try terms(of: session)
    let log = try store.entries(of: session.number)
    guard isSaved(input, as: authorship, place.number, in: log, terms) else {
      throw SupervisionRefusal.idTaken(place.number, in: session.label)
    }
    let file = file(terms, log: log)
    return Recorded(
      file: file,
      new: [],
      hints: [:],
      changes: FlagChanges(before: file.assessment, after: file.assessment),
      alreadySaved: place.number
    )
  }

  /// Whether the line, at the moment at which the entry was made, makes that very entry.
  private func isSaved(
    _ input: Input,
    as authorship: Authorship,
    _ number: EntryNumber,
    in log: [Entry],
    _ terms: SessionTerms
  ) -> Bool {
    guard let found = log.first(where: { $0.number == number }) else { return false }
    do {
      // By the clock as it was then.
      let saved = found.asWritten
      let before = log.filter { $0.number < number }.map(\.asWritten).onOneClock()
      var resolution = try LineResolution(
        terms,
        log: before,
        moment: CommitMoment(recorded: saved.recorded, monotonic: saved.monotonic),
        authorship: authorship
      )
      try resolution.add(input, id: saved.id)
      let known = SessionFold(
        before,
        under: terms.monitoringProtocol,
        knownBy: lastKnown(before)
      )
      resolution.resolveHandovers(after: known)
      try resolution.resolveAcknowledgements(after: known)
      return resolution.drafts == [saved.draft]
    } catch {
      // What could not have been entered then is not what was entered.
      return false
    }
  }

  private func name(of stream: EntryStream) throws -> String {
    switch stream {
    case .session(let number): try existing(number).label
    case .course(let patient): "the course of \(patient)"
    }
  }
}
