import RecordStore
import Reports
import SessionRecord
import Synchronization

/// What this run of the program is about: the record that it opened, and whom it was told is typing.
///
/// Every answer and view passes `Output`, which asks here; so no command can forget to say that a record is
/// for training, or that somebody is not listed.
enum Run {
  private struct State {
    var store: RecordStore?
    var named: [String] = []
  }

  private static let state = Mutex(State())

  static func opened(_ store: RecordStore) { state.withLock { $0.store = store } }

  /// Lets the record go, for a run that opens it again.
  static func released() { state.withLock { $0.store = nil } }

  /// A clinician whom an option or the environment names as who types.
  static func named(_ clinician: ClinicianCode) -> ClinicianCode {
    said(clinician.text)
    return clinician
  }

  /// Somebody whom an entry names as one of the clinicians.
  static func said(_ name: String) {
    state.withLock { if !$0.named.contains(name) { $0.named.append(name) } }
  }

  static var isTraining: Bool { state.withLock { $0.store?.purpose == .training } }

  /// A view as it is shown of this record.
  static func marked(_ text: String) -> String {
    isTraining ? TrainingMark(text, after: Terminal.clearing).text : text
  }

  /// What the commits of this run have to say beside their answers.
  static var notices: [String] {
    state.withLock { $0.store }?.takeNotices().map(\.text) ?? []
  }

  /// `XY is not listed among the clinicians.`; nil where nobody is listed, or everybody who was named.
  ///
  /// It is asked after a commit: what cannot be read any more is left unsaid, since all is stored.
  static var unlisted: String? {
    let (store, named) = state.withLock { ($0.store, $0.named) }
    guard let store, !named.isEmpty else { return nil }
    do {
      let listed = Set(try store.clinicians().map(\.code.text))
      let missing = named.filter { !listed.contains($0) }
      guard !listed.isEmpty, !missing.isEmpty else { return nil }
      return missing.map { "\($0) is not listed among the clinicians." }.joined(separator: "\n")
    } catch {
      return nil
    }
  }
}
