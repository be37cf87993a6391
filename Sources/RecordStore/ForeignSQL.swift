import GRDB

extension Database {
  /// Whether the file's schema has a view or a virtual table, of which a record has none.
  ///
  /// Whoever reads from one runs SQL of whoever made the file. SQLite makes it of the text, whatever stands beside
  /// that, so any object with such a word in its text counts.
  func bringsItsOwnSQL() throws -> Bool {
    try Bool.fetchOne(
      self,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM (SELECT upper(CAST(sql AS TEXT)) AS said FROM sqlite_schema)
          WHERE instr(said, 'VIEW') + instr(said, 'VIRTUAL') > 0
          AND (said GLOB '*[^0-9A-Z_]VIEW[^0-9A-Z_]*' OR said GLOB '*[^0-9A-Z_]VIRTUAL[^0-9A-Z_]*')
        )
        """
    ) ?? true
  }
}
