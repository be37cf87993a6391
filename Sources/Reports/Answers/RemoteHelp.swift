import Monitoring
import SessionRecord

/// Where help is sent to in a remote session, from the patient's identity and never from the log.
struct RemoteHelp {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  /// `Send help to: Example St 1; call 112.`; nil for a patient in the clinic, and once the identity is
  /// erased.
  var phrase: Phrase? {
    let file = words.file
    guard file.session.opening.setting == .telehealth, file.patient.identity != nil else {
      return nil
    }
    let contact = file.patient.contact
    let address = contact?.address ?? "no address on file"
    let number = contact?.emergencyNumber.map { "call\u{A0}\($0)" } ?? "no emergency number on file"
    return Phrase("Send help to: \(address); \(number).", .strong)
  }

  /// The same below the answer to a crisis word.
  func phrase(after content: Content) -> Phrase? {
    guard case .effect(let effect) = content, effect.isCrisis else { return nil }
    return phrase
  }
}
