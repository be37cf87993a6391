import Monitoring
import SessionRecord

/// The first line of every answer: whose session it is, and where nobody adopted its limits, that.
struct AnswerHead {
  /// *author* is who was taken to have entered it, which nobody may have typed.
  static func add(_ words: SessionWords, by author: ClinicianCode? = nil, to page: inout Page) {
    let session = words.file.session
    let room = session.room.map { "  room\u{A0}\($0)" } ?? ""
    let entered = author.map { "  entered by\u{A0}\($0)" } ?? ""
    let notAdopted = words.adoption == nil ? "  \(AdoptionText.none)" : ""
    page.add(
      SessionHead.patient(words.file.patient)
        + "  \(session.label)\(room)\(notAdopted)\(entered)"
    )
  }
}
