import Foundation
import GRDB
import SessionRecord

extension ReadModels {
  /// Writes what is counted of the session; a row that stays the same is not written.
  func store(_ tally: SessionTally) throws {
    try database.run(ReadModels.tallyStatement, [number.value, Data(tally.body)])
  }

  static let tallyStatement = """
    INSERT INTO tally (session, body) VALUES (?, ?)
    ON CONFLICT (session) DO UPDATE SET body = excluded.body WHERE body IS NOT excluded.body
    """
}
