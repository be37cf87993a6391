import Foundation
import Testing

/// All that a record holds, as a program that shares no code with Vigil reads it.
struct RecordContents {
  /// The rows of the log of accesses, in their order.
  let accesses: [Substring]
  /// Everything else, schema and marks of the file among it.
  let rest: [Substring]

  init(of program: VigilProgram) throws {
    guard try program.shell("python3 -c 'import sqlite3'").status == 0 else {
      try Test.cancel("python3, which reads the record, is not here")
    }
    let outcome = try program.execute(
      URL(fileURLWithPath: "/usr/bin/env"),
      ["python3", "-c", RecordContents.dump, program.environment["VIGIL_RECORD"] ?? ""]
    )
    try #require(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    accesses = lines.filter { $0.hasPrefix("access (") }
    rest = lines.filter { !$0.hasPrefix("access (") }
    try #require(rest.contains { $0.hasPrefix("entry (") })
  }

  /// One line a row, and one for each thing of the schema.
  private static let dump = #"""
    import sqlite3, sys

    record = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    for mark in ["user_version", "application_id", "journal_mode", "page_size"]:
        print(mark, record.execute(f"PRAGMA {mark}").fetchone())
    schema = record.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()
    for kind, name, sql in schema:
        print("schema", repr((kind, name, sql)))
    for name in [name for kind, name, _ in schema if kind == "table"]:
        for row in record.execute(f'SELECT * FROM "{name}"'):
            print(name, repr(row))
    """#
}
