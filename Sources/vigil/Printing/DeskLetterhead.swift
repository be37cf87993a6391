import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

extension Desk {
  /// What a print says beside its subject; of a session, by whose clock it is where the clinic has none.
  func letterhead(
    paper: Paper?,
    of session: Session? = nil,
    mark: PrintMark? = nil
  ) throws -> Letterhead {
    let clinic = try supervision.clinic()
    // A zone that this machine has forgotten keeps nobody from printing.
    let zone =
      try clinic?.zone.flatMap(Zone.init(named:))
      ?? session.map(supervision.zone(of:)) ?? LocalZone.resolve(nil)
    return Letterhead(
      clinic: clinic,
      printed: Stamp(Desk.now(), in: zone),
      version: Vigil.version,
      paper: paper,
      purpose: store.purpose,
      heads: try session.map { try store.heads(of: $0.number) },
      mark: mark
    )
  }
}

extension Vigil {
  /// `0.1.0`, as `vigil --version` says it.
  static var version: String { configuration.version }
}
