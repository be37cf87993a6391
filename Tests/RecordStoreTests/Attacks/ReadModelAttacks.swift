/// On what was derived of sessions, which lists and summaries are read from.
enum ReadModelAttacks {
  static let all: [Attack] = [
    closed(
      "change a reading in the list of a closed session",
      "UPDATE reading SET value = 118000 WHERE session = 1 AND entry = 2 AND sign = 1"
    ),
    closed(
      "remove a flag of a closed session",
      "DELETE FROM flag WHERE session = 1 AND number = 2"
    ),
    closed(
      "mark a flag of a closed session as reviewed and retracted",
      "UPDATE flag SET state = 5, reviewed = 1, acknowledged = 1 WHERE session = 1"
    ),
    closed(
      "list a closed session as struck out",
      "UPDATE session SET state = 4 WHERE number = 1"
    ),
    closed(
      "list a closed session under another patient",
      "UPDATE session SET patient = 'P-015' WHERE number = 1"
    ),
    closed(
      "change a side effect of a closed session",
      "UPDATE effect SET worst = 3 WHERE session = 1"
    ),
    closed(
      "change what a review counts of a closed session",
      "UPDATE tally SET body = CAST(body || x'00' AS BLOB) WHERE session = 1"
    ),
    Attack(
      "remove a closed session from the list",
      .damaged("the log", ["read-model not-listed"])
    ) { try $0.unguarded("DELETE FROM session WHERE number = 1") },
    Attack(
      "list a session that the log has not",
      .damaged("the log", ["read-model rows-without-log"])
    ) { try $0.unguarded("INSERT INTO tally (session, body) VALUES (7, x'00')") },
    Attack(
      "change a reading in the list of an open session",
      .damaged("the log, from which it is derived again", ["read-model not-as-derived"]),
      second: .seesNothing
    ) { try $0.unguarded("UPDATE reading SET value = 118000 WHERE session = 6 AND entry = 2") },
    Attack(
      "remove the flags of an open session",
      .damaged("the rules, by which they are raised again", ["read-model not-as-derived"]),
      second: .seesNothing
    ) { try $0.unguarded("DELETE FROM flag WHERE session = 6") },
  ]

  private static func closed(_ name: String, _ statements: String) -> Attack {
    Attack(
      name,
      .damaged("the newest seal over the session", ["read-model not-as-sealed"])
    ) { try $0.unguarded(statements) }
  }
}
