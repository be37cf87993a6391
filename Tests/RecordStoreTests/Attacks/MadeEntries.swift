import Foundation
import SessionRecord

@testable import RecordStore

/// Entries that somebody makes with Vigil itself.
enum MadeEntries {
  static func append(
    _ contents: [Content],
    to session: SessionNumber,
    minutes: Int = 70,
    by author: String = "KO",
    in store: RecordStore
  ) throws {
    _ = try store.append(
      to: session,
      at: { TemporaryRecord.moment(minutes) },
      { _, _ in
        try contents.map {
          Draft(
            id: EntryID(UUID()),
            observed: TemporaryRecord.moment(minutes).recorded,
            author: try ClinicianCode(author),
            content: $0
          )
        }
      },
      assessing: SealedRecord.assessed
    )
  }
}
