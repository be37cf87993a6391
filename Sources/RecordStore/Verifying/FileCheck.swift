import GRDB
import SessionRecord

/// Looks at the file itself: what it is set to, its schema, and the row that says which record it is.
struct FileCheck {
  let connections: ReadingConnections
  let version: Int

  func look(into findings: inout Findings) {
    for (name, wanted) in settings {
      findings.look(at: .setting(name)) { findings in
        let found = try connections.read { database in
          try database.firstStored("PRAGMA \(name)") { $0[0].inWords } ?? "absent"
        }
        if found.lowercased() != wanted.lowercased() {
          findings.add(.setting(name), .setTo(found, insteadOf: wanted))
        }
      }
    }
    findings.look(at: .schemaObject("the schema")) { findings in
      let schema = try connections.read { try StoredSchema($0) }
      findings.add(contentsOf: schema.findings(for: version))
    }
    findings.look(at: .record) { findings in
      let rows = try connections.read { database in
        var rows: [Int?] = []
        try database.eachStored("SELECT one FROM record LIMIT 2") { rows.append($0.integer(0)) }
        return rows
      }
      if rows != [1] { findings.add(.record, .notTheOneRow) }
    }
  }

  /// SQLite's own look at every page: in one go, or table by table where the file is large, so that whoever
  /// writes waits for one table and not for all.
  func lookAtEveryPage(into findings: inout Findings) {
    findings.look(at: .file) { findings in
      for question in try connections.read(FileCheck.questions) {
        let said = try connections.read { database in
          var said: [String] = []
          try database.eachStored(question) { said.append($0[0].inWords) }
          return said
        }
        for sentence in said where sentence != "ok" { findings.add(.file, .notIntact(sentence)) }
      }
    }
  }

  private static func questions(_ database: Database) throws -> [String] {
    let pages = try database.storedInteger("PRAGMA page_count")
    let size = try database.storedInteger("PRAGMA page_size")
    guard pages > largest / max(size, 1) else { return ["PRAGMA integrity_check(20)"] }
    var questions: [String] = []
    try database.eachStored("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
      let name = ($0.text(0) ?? "").replacing("'", with: "''")
      questions.append("PRAGMA integrity_check('\(name)')")
    }
    return questions
  }

  /// In bytes; what is smaller is looked at within a quarter of a second.
  private static let largest = 64 << 20  // Vigil's own

  private var settings: [(name: String, wanted: String)] {
    [
      ("application_id", "\(RecordPragmas.applicationID)"), ("user_version", "\(version)"),
      ("encoding", "UTF-8"), ("journal_mode", "delete"),
    ]
  }
}
