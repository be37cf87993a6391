import GRDB

/// On the tables, triggers and settings of the file.
enum SchemaAttacks {
  static let all: [Attack] = [
    Attack(
      "drop a trigger",
      .damaged("the schema's fingerprint", ["schema object-missing"])
    ) { try $0.sql("DROP TRIGGER entry_is_not_updated") },
    Attack(
      "add a trigger that eats what is entered",
      .damaged("the schema's fingerprint", ["schema object-unknown"])
    ) {
      try $0.sql(
        """
        CREATE TRIGGER eater BEFORE INSERT ON entry WHEN NEW.stream_key = 6
        BEGIN SELECT RAISE(IGNORE); END
        """
      )
    },
    Attack(
      "hide a trigger under a name of SQLite's own",
      .damaged("the objects that a schema may have", ["schema object-unknown"])
    ) {
      try $0.raw { database in
        try schemaWritable(database)
        try database.execute(
          sql: """
            INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_eater', 'entry', 0,
              'CREATE TRIGGER sqlite_eater BEFORE INSERT ON entry BEGIN SELECT RAISE(IGNORE); END')
            """
        )
      }
    },
    Attack(
      "put a view in the place of a table",
      .notOpened("nothing is read of a file that has a view or a virtual table")
    ) {
      try $0.sql(
        """
        PRAGMA legacy_alter_table = ON; ALTER TABLE clinician RENAME TO hidden;
        CREATE VIEW clinician AS SELECT number, code, name, 15 AS roles, listed, clinician, set_ms,
          set_offset FROM hidden
        """
      )
    },
    Attack(
      "add a table",
      .damaged("the schema's fingerprint", ["schema object-unknown"])
    ) { try $0.sql("CREATE TABLE more (a)") },
    Attack(
      "take a check out of a table's text",
      .damaged("the schema's fingerprint", ["schema object-other"])
    ) {
      try $0.raw { database in
        try schemaWritable(database)
        try database.execute(
          sql: """
            UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (purpose BETWEEN 1 AND 3)', '')
            WHERE name = 'record'
            """
        )
      }
    },
    Attack(
      "hide an open session from its index",
      .damaged("SQLite's own check of the file", ["file not-intact"])
    ) { try hideFromIndex($0) },
    Attack(
      "call it a record of version 1",
      .damaged("the schema's fingerprint", ["schema object-other"])
    ) { try $0.sql("PRAGMA user_version = 1") },
    Attack(
      "call it a record of version 3",
      .notOpened("it is of a newer Vigil"),
      second: .damaged
    ) { try $0.sql("PRAGMA user_version = 3") },
    Attack(
      "take its application id away",
      .notOpened("it is not a record"),
      second: .damaged
    ) { try $0.sql("PRAGMA application_id = 5") },
  ]

  /// The row stays in the table; the index is taken out of the schema while the row comes back to it.
  private static func hideFromIndex(_ record: AttackedRecord) throws {
    try record.unguarded("UPDATE session SET state = 2 WHERE number = 4")
    var row: [DatabaseValue] = []
    try record.raw { database in
      row =
        try Row.fetchOne(
          database,
          sql: "SELECT * FROM sqlite_schema WHERE name = 'session_open'"
        ).map { Array($0.databaseValues) } ?? []
      try schemaWritable(database)
      try database.execute(sql: "DELETE FROM sqlite_schema WHERE name = 'session_open'")
    }
    try record.unguarded("UPDATE session SET state = 1 WHERE number = 4")
    try record.raw { database in
      try schemaWritable(database)
      try database.execute(
        sql: "INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)",
        arguments: StatementArguments(row)
      )
    }
  }

  private static func schemaWritable(_ database: Database) throws {
    try database.execute(sql: "PRAGMA writable_schema = ON")
  }
}
