package import Monitoring
import RecordStore
package import SessionRecord

/// Which sessions a summary is of; what is nil does not narrow.
package struct SummaryQuery: Hashable {
  /// Opened at or after.
  package var since: Instant?
  /// Opened at or before.
  package var until: Instant?
  /// Under a protocol of this id, in any version.
  package var id: ProtocolID?

  package init(since: Instant? = nil, until: Instant? = nil, id: ProtocolID? = nil) {
    self.since = since
    self.until = until
    self.id = id
  }
}

/// What sessions come to together, and what their protocols call the rules.
package struct SafetySummary {
  package let review: SafetyReview
  package let titles: ReviewTitles
}

extension Supervision {
  /// Sessions together: closed ones as of their last entry, as it was stored, open ones as of now.
  ///
  /// An id under which no session was ever opened is refused. *progress* is told how many of how many
  /// sessions were looked at.
  package func summary(
    _ query: SummaryQuery,
    progress: ((Int, Int) -> Void)? = nil
  ) throws -> SafetySummary {
    var bound = BoundTexts(of: self)
    let all = try store.sessionCount(since: query.since, until: query.until)
    var review = SafetyReview()
    var looked = 0
    try store.eachTallied(since: query.since, until: query.until) { digest, number in
      guard let id = query.id else { return true }
      return try bound.reviewed(digest, of: number).id == id
    } _: { session in
      looked += 1
      if looked.isMultiple(of: Supervision.toldEvery) || looked == all { progress?(looked, all) }
      guard let session else { return }
      let reviewed = try bound.reviewed(session.digest, of: session.number)
      if session.state == .void {
        review.addVoid(under: reviewed)
      } else if let tally = session.tally {
        review.add(tally, in: session.state, under: reviewed)
      } else {
        let monitoringProtocol = try bound.read(session.digest, of: session.number)
        try add(session.number, under: reviewed, monitoringProtocol, to: &review)
      }
    }
    if let id = query.id, review.protocols.isEmpty { try refuseUnknown(id) }
    return SafetySummary(review: review, titles: ReviewTitles(bound.read(of: query.id)))
  }

  /// An open session, assessed again; it may have been closed or struck out since it was listed.
  private func add(
    _ number: SessionNumber,
    under reviewed: ReviewedProtocol,
    _ monitoringProtocol: MonitoringProtocol,
    to review: inout SafetyReview
  ) throws {
    let session = try existing(number)
    guard session.state != .void else { return review.addVoid(under: reviewed) }
    let (log, asOf) = now(try store.entries(of: number), of: session)
    review.add(
      assess(log, under: monitoringProtocol, asOf: asOf).tally(under: monitoringProtocol.formulary),
      in: session.state,
      under: reviewed
    )
  }

  private func refuseUnknown(_ id: ProtocolID) throws {
    let known = Set(
      try store.sessions(of: nil, openOnly: false).map(\.opening.monitoringProtocol.id)
    )
    guard !known.contains(id) else { return }
    throw SupervisionRefusal.noSessionUnder(id, known: known.sorted())
  }

  private static let toldEvery = 250
}

/// The protocols that sessions are bound to, each read once.
private struct BoundTexts {
  let supervision: Supervision
  private var protocols: [RecordDigest: MonitoringProtocol] = [:]

  init(of supervision: Supervision) { self.supervision = supervision }

  mutating func reviewed(
    _ digest: RecordDigest,
    of number: SessionNumber
  ) throws
    -> ReviewedProtocol
  {
    let monitoringProtocol = try read(digest, of: number)
    return ReviewedProtocol(id: monitoringProtocol.id, version: monitoringProtocol.version)
  }

  /// *number* is a session that is bound to it.
  mutating func read(_ digest: RecordDigest, of number: SessionNumber) throws -> MonitoringProtocol
  {
    if let known = protocols[digest] { return known }
    let session = try supervision.existing(number)
    let monitoringProtocol = try supervision.monitoringProtocol(of: session)
    protocols[digest] = monitoringProtocol
    return monitoringProtocol
  }

  /// Those of an id, or all.
  func read(of id: ProtocolID?) -> [MonitoringProtocol] {
    protocols.values.filter { id == nil || $0.id == id }
  }
}
