import GRDB
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite struct `Opening a session` {
  @Test func `keeps what it was opened with, and the exact protocol`() throws {
    let ward = try Ward()
    try ward.know("P-014")
    let request = try ward.request(room: "A", weight: 72)
    let file = try ward.supervision.open(request)
    #expect(file.session.label == "S-2026-0001")
    #expect(file.session.opening.room == "A")
    #expect(file.session.opening.weight == (try Quantity(.weight, 72)))
    #expect(file.session.opening.zone == "Europe/Berlin")
    #expect(file.log.map(\.content.kind) == [.opened])
    let digest = file.session.opening.monitoringProtocol.digest
    #expect(try ward.supervision.store.protocolText(digest) == request.protocolText)
  }

  @Test func `numbers them in the record`() throws {
    let ward = try Ward()
    #expect(try ward.open("P-014") == SessionNumber(1))
    #expect(try ward.open("P-020") == SessionNumber(2))
    try ward.end(1)
    #expect(try ward.open("P-014") == SessionNumber(3))
  }

  @Test func `leaves the author out for the one who opened it`() throws {
    let ward = try Ward()
    try ward.open()
    let recorded = try ward.type("120/80", by: nil)
    #expect(recorded.file.log.last?.author == (try ClinicianCode("KO")))
  }

  @Test func `takes its time once no one else can write`() throws {
    let ward = try Ward()
    try ward.know("P-014")
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    let other = try DatabaseQueue(path: ward.path, configuration: configuration)
    var held: [Bool] = []
    ward.hands.whenTaken = {
      let refused = #expect(throws: DatabaseError.self) {
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE; ROLLBACK") }
      }
      held.append(refused?.resultCode == .SQLITE_BUSY)
    }
    try ward.open("P-014")
    #expect(held == [true])
  }

  @Test func `under a protocol that is none is refused`() throws {
    let ward = try Ward()
    try ward.know("P-014")
    let request = SessionRequest(
      patient: try PatientCode("P-014"),
      protocolText: Array("{}".utf8),
      protocolName: "mine.json",
      setting: .clinic,
      zone: Ward.berlin,
      author: try ClinicianCode("KO"),
      prescriber: nil
    )
    let said = told { _ = try ward.supervision.open(request) }
    #expect(said?.contains("mine.json") == true, "\(said ?? "not refused")")
    #expect(try ward.supervision.store.sessions(of: nil, openOnly: false).isEmpty)
  }
}
