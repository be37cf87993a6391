import GRDB
import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `A log that someone took an entry out of` {
  @Test(arguments: [
    ("fix #2 hr 170 -- one digit was left out", "That changes nothing in #2."),
    ("fix last hr 90 -- slip", "There is no entry #4 in S-2026-0001."),
    ("void #4 -- slip", "There is no entry #4 in S-2026-0001."), ("mark", "Not saved:"),
  ])
  func `takes no more lines`(_ line: String, _ problem: String) throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("hr 70")
    try ward.type("mark")
    try ward.type("fix #2 hr 170 -- one digit was left out")
    try DatabaseQueue(path: ward.path).writeWithoutTransaction { database in
      try database.execute(
        sql: "DROP TRIGGER entry_is_not_deleted; DELETE FROM entry WHERE number = 3"
      )
    }
    let said = told { try ward.type(line) }
    #expect(said?.hasPrefix(problem) == true, "\(said ?? "not refused")")
    #expect(try ward.file().log.count == 3)
  }
}
