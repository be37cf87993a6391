import RecordStore
import SessionRecord
import Supervision

extension Desk {
  /// Notes in the record's log of accesses what is about to be given out.
  ///
  /// *subject* is a session's label, a patient's code or what was asked, and *digest* what stands on the
  /// print. Where the record cannot be written, that is said and nothing is withheld.
  func log(_ act: AccessAct, of subject: String?, digest: RecordDigest? = nil) {
    do {
      let access = Access(
        act,
        of: subject,
        digest: digest,
        by: Here.whoAsks,
        at: Stamp(Desk.now(), in: try zone(nil))
      )
      try store.logApart(access)
    } catch {
      let why = (error as? any Refusal)?.problem ?? String(describing: error)
      Output.message("This is not in the record's log of accesses: \(why)")
    }
  }
}

extension Here {
  /// Whoever `VIGIL_BY` names, else the account: no print is refused for a name that is none.
  static var whoAsks: Accessor {
    accessor(Terminal.environment("VIGIL_BY").flatMap { try? ClinicianCode($0) })
  }
}
