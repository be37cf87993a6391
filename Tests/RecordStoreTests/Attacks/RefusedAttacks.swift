import GRDB

/// What a careless tool, or a colleague with a database browser, is refused by the file itself.
enum RefusedAttacks {
  static let all: [Attack] = [
    refused(
      "update an entry",
      "an entry is never changed",
      "UPDATE entry SET body = x'00' WHERE number = 2"
    ),
    refused(
      "delete an entry",
      "an entry is never removed",
      "DELETE FROM entry WHERE number = 2"
    ),
    refused(
      "replace an entry, recursive triggers off",
      "an entry takes the next number of its stream",
      "INSERT OR REPLACE INTO entry \(copy(id: "randomblob(16)", author: "'XX'"))"
    ),
    refused(
      "upsert an entry",
      "the entry id is already in the record",
      "INSERT INTO entry SELECT * FROM entry WHERE number = 2 "
        + "ON CONFLICT DO UPDATE SET author = 'XX'"
    ),
    refused(
      "insert an entry out of order",
      "an entry takes the next number of its stream",
      "INSERT INTO entry \(copy(number: "99", id: "randomblob(16)"))"
    ),
    refused(
      "insert an entry that is not chained",
      "an entry is chained to the one before it",
      "INSERT INTO entry \(copy(number: "7", id: "randomblob(16)"))"
    ),
    refused("update a seal", "a seal is never changed", "UPDATE seal SET entered_as = 'XX'"),
    refused(
      "delete the newest seal",
      "a seal is never removed",
      "DELETE FROM seal WHERE number = (SELECT max(number) FROM seal)"
    ),
    refused(
      "replace a seal, recursive triggers off",
      "a seal takes the next number",
      "INSERT OR REPLACE INTO seal SELECT * FROM seal WHERE number = 2"
    ),
    refused("update an access", "an access is never changed", "UPDATE access SET who = 'XX'"),
    refused(
      "delete the newest access",
      "an access is never removed",
      "DELETE FROM access WHERE number = (SELECT max(number) FROM access)"
    ),
    refused(
      "update a protocol's text",
      "a protocol text is never changed",
      "UPDATE protocol SET text = x'7b7d'"
    ),
    refused(
      "update an adoption",
      "an adoption is never changed",
      "UPDATE adoption SET clinician = 'XX'"
    ),
    refused(
      "update a clinician's roles",
      "what was set of a clinician is never changed",
      "UPDATE clinician SET roles = 15"
    ),
    refused(
      "update the clinic's head",
      "what was set of the clinic is never changed",
      "UPDATE clinic SET name = 'Other'"
    ),
    refused(
      "delete a patient",
      "a patient code is never removed; erase the identity",
      "DELETE FROM patient WHERE code = 'P-014'"
    ),
    refused(
      "update a patient's commitment",
      "a patient code keeps its commitment",
      "UPDATE patient SET commitment = randomblob(32) WHERE code = 'P-014'"
    ),
    refused(
      "revive an erased patient",
      "an erased identity stays erased",
      "UPDATE patient SET name = 'Cy', salt = randomblob(32), erased_ms = NULL WHERE code = 'P-016'"
    ),
    refused(
      "make it a training record",
      "the record keeps its id and its purpose",
      "UPDATE record SET purpose = 2"
    ),
  ]

  private static func refused(_ name: String, _ message: String, _ statement: String) -> Attack {
    Attack(name, by: .statements, .refused(message)) { try $0.sql(statement) }
  }

  /// A row like the second entry of session 1, but for these columns.
  private static func copy(
    number: String = "number",
    id: String = "id",
    author: String = "author"
  ) -> String {
    """
    SELECT stream_kind, stream_key, \(number), \(id), record, (SELECT max(commit_number) FROM entry), \
    observed_ms, observed_offset, recorded_ms, recorded_offset, monotonic_ns, boot, \(author), \
    observer, source, device, document, room, kind, encoding, body, prev, hash \
    FROM entry WHERE stream_kind = 1 AND stream_key = 1 AND number = 2
    """
  }
}
