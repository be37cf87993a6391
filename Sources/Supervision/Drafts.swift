import Foundation
import RecordStore
import SessionRecord

extension Draft {
  /// The same draft with other content.
  func saying(_ content: Content) -> Draft { copy(id: id, content: content) }

  /// The same draft under an id for a further attempt, where what was imported before is struck out.
  func identified(asAttempt attempt: Int) -> Draft {
    copy(
      id: EntryID(digesting: Array("\(id.uuid.uuidString)\u{0}\(attempt)".utf8)),
      content: content
    )
  }

  private func copy(id: EntryID, content: Content) -> Draft {
    Draft(
      id: id,
      observed: observed,
      author: author,
      observer: observer,
      source: source,
      room: room,
      content: content
    )
  }
}
