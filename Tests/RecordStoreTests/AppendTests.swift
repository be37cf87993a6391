import Foundation
import GRDB
import RecordStore
import SessionRecord
import TestSupport
import Testing

@Suite("Appending")
struct AppendTests {
  private struct Stop: Error {}

  @Test func `an entry comes back with everything that it was given`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let boot = UUID()
    let moment = CommitMoment(
      recorded: Stamp(TemporaryRecord.opened + .minutes(20), offsetMinutes: -210),
      monotonic: MonotonicTime(nanoseconds: 123_456_789, boot: boot)
    )
    let sources: [Source] = [.typed, .imported(document: "a b.csv"), .device("cuff 2"), .page]
    let drafts = try sources.map { source in
      Draft(
        id: EntryID(UUID()),
        observed: Stamp(TemporaryRecord.opened, offsetMinutes: 330),
        author: try ClinicianCode("KO"),
        observer: try ClinicianCode("Đặng"),
        source: source,
        room: "2 – links",
        content: try vitals(128, 78)
      )
    }
    let appended = try record.store.append(
      to: session,
      at: { moment },
      { _, _ in drafts },
      assessing: { _ in .nothing }
    )
    #expect(appended.new.map(\.draft) == drafts)
    #expect(appended.new.map(\.number.value) == [2, 3, 4, 5])
    #expect(appended.new.allSatisfy { $0.recorded == moment.recorded })
    #expect(appended.new.allSatisfy { $0.monotonic == moment.monotonic })
    #expect(appended.new.allSatisfy { $0.record == record.store.recordID })
    let again = try RecordStore.open(at: record.path, .reading, now: TemporaryRecord.opened)
    #expect(try again.entries(of: session) == appended.log)
  }

  @Test func `a commit has one number, and the next has the next, across sessions`() throws {
    let record = try TemporaryRecord()
    let one = try record.openSession(with: [.note("a"), .note("b")])
    let two = try record.openSession(minutes: 1, patient: record.addPatient())
    try record.append([.note("c"), .note("d")], to: one, minutes: 2)
    #expect(try record.store.entries(of: one).map(\.commit.value) == [1, 1, 1, 3, 3])
    #expect(try record.store.entries(of: two).map(\.commit.value) == [2])
    #expect([one, two].map(\.value) == [1, 2])
  }

  @Test func `the moment is taken, and the drafts are made, while no one else can write`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let other = try record.raw()
    var held: [Bool] = []
    func isHeld() -> Bool {
      other.inDatabase { database in
        do {
          try database.execute(sql: "PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; ROLLBACK")
          return false
        } catch { return true }
      }
    }
    #expect(!isHeld())
    _ = try record.store.append(
      to: session,
      at: {
        held.append(isHeld())
        return TemporaryRecord.moment(3)
      },
      { log, moment in
        held.append(isHeld())
        #expect(log.count == 1)
        #expect(moment == TemporaryRecord.moment(3))
        return [try record.draft(.note("x"), minutes: 3)]
      },
      assessing: { log in
        held.append(isHeld())
        #expect(log.count == 2)
        return .nothing
      }
    )
    #expect(held == [true, true, true])
    #expect(!isHeld())
  }

  @Test func `what a closure throws is passed on, and nothing is stored`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    #expect(throws: Stop.self) {
      try record.store.append(
        to: session,
        at: { TemporaryRecord.moment(1) },
        { _, _ in throw Stop() },
        assessing: { _ in .nothing }
      )
    }
    #expect(throws: Stop.self) {
      try record.store.append(
        to: session,
        at: { TemporaryRecord.moment(1) },
        { _, _ in [try record.draft(vitals(128, 78))] },
        assessing: { _ in throw Stop() }
      )
    }
    #expect(try record.store.entries(of: session).count == 1)
    #expect(throws: Stop.self) {
      try record.store.open(
        at: { TemporaryRecord.moment(1) },
        { _ in [try record.draft(.opened(record.opening())), try record.draft(.closed)] },
        assessing: { _ in throw Stop() }
      )
    }
    #expect(try record.store.sessions(of: nil, openOnly: false).count == 1)
    try record.append([.note("still writable")], to: session)
    #expect(try record.store.brokenLink(in: .session(session)) == nil)
  }

  @Test func `no drafts are no commit`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let appended = try record.append([], to: session)
    #expect(appended.new.isEmpty)
    #expect(appended.log.count == 1)
    try record.append([.note("next")], to: session)
    #expect(try record.store.entries(of: session).last?.commit == CommitNumber(2))
  }

  @Test func `an id that is there is refused with its place, in whichever session, all or nothing`()
    throws
  {
    let record = try TemporaryRecord()
    let one = try record.openSession()
    let two = try record.openSession(minutes: 1, patient: record.addPatient())
    let id = EntryID(UUID())
    _ = try record.store.append(
      to: one,
      at: { TemporaryRecord.moment(2) },
      { _, _ in [try record.draft(.note("a"), id: id)] },
      assessing: { _ in .nothing }
    )
    for session in [one, two] {
      #expect(throws: RecordRefusal.alreadySaved(id, .session(one), EntryNumber(2))) {
        try record.store.append(
          to: session,
          at: { TemporaryRecord.moment(3) },
          { _, _ in [try record.draft(.note("b")), try record.draft(.note("a"), id: id)] },
          assessing: { _ in .nothing }
        )
      }
    }
    let twice = EntryID(UUID())
    #expect(throws: RecordRefusal.sameIDTwice(twice)) {
      try record.store.append(
        to: one,
        at: { TemporaryRecord.moment(3) },
        { _, _ in
          [try record.draft(.note("c"), id: twice), try record.draft(.note("d"), id: twice)]
        },
        assessing: { _ in .nothing }
      )
    }
    #expect(try record.store.entries(of: one).count == 2)
    #expect(try record.store.entries(of: two).count == 1)
    #expect(try record.store.knownIDs([id, twice]) == [id])
    let (stream, number) = try #require(try record.store.number(of: id))
    #expect(stream == .session(one))
    #expect(number == EntryNumber(2))
    #expect(try record.store.number(of: twice) == nil)
  }

  @Test func `a session that is not there takes nothing`() throws {
    let record = try TemporaryRecord()
    #expect(throws: RecordRefusal.noSuchSession(SessionNumber(7))) {
      try record.append([.note("x")], to: SessionNumber(7))
    }
    #expect(try record.store.entries(of: SessionNumber(7)).isEmpty)
    #expect(try record.store.session(SessionNumber(7)) == nil)
  }

  @Test func `a session opens for a patient and a protocol that are there, with an opening`() throws
  {
    let record = try TemporaryRecord()
    let code = try PatientCode("P-099")
    func opening(_ patient: PatientCode, _ reference: ProtocolReference) -> Content {
      .opened(
        Opening(
          patient: patient,
          identity: .zero,
          monitoringProtocol: reference,
          setting: .clinic,
          zone: "UTC",
          prescriber: nil
        )
      )
    }
    let unkept = ProtocolReference(id: ProtocolID("x"), version: "1", digest: .zero)
    let tries: [(Content, RecordRefusal)] = [
      (opening(code, record.reference), .noSuchPatient(code)),
      (opening(record.patient.code, unkept), .protocolNotKept(ProtocolID("x"))),
      (.note("x"), .notStorable(what: "note")),
    ]
    for (content, refusal) in tries {
      #expect(throws: refusal) {
        try record.store.open(
          at: { TemporaryRecord.moment(0) },
          { _ in [try record.draft(content)] },
          assessing: { _ in .nothing }
        )
      }
    }
    #expect(try record.store.sessions(of: nil, openOnly: false).isEmpty)
  }

  @Test func `what could not be read back is not stored`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let nested = Content.amendment(
      Amendment(
        of: EntryNumber(2),
        content: .void(Voiding(of: EntryNumber(2), reason: .undone)),
        observed: nil,
        reason: "x"
      )
    )
    let cut = Draft(
      id: EntryID(UUID()),
      observed: TemporaryRecord.moment(1).recorded,
      author: try ClinicianCode("KO"),
      room: "2\u{0}3",
      content: .note("x")
    )
    let far = Draft(
      id: EntryID(UUID()),
      observed: Stamp(Instant(milliseconds: Int.max), offsetMinutes: 0),
      author: try ClinicianCode("KO"),
      content: .note("x")
    )
    for draft in [try record.draft(nested), cut, far] {
      #expect(throws: RecordRefusal.notStorable(what: draft.content.kind.rawValue)) {
        try record.store.append(
          to: session,
          at: { TemporaryRecord.moment(1) },
          { _, _ in [draft] },
          assessing: { _ in .nothing }
        )
      }
    }
    #expect(try record.store.entries(of: session).count == 1)
  }

  @Test func `four connections at once keep two hundred entries and whole chains`() throws {
    let record = try TemporaryRecord()
    let sessions = [
      try record.openSession(), try record.openSession(patient: record.addPatient()),
    ]
    let path = record.path
    let failures = Failures()
    DispatchQueue.concurrentPerform(iterations: 4) { writer in
      do {
        let store = try RecordStore.open(at: path, .writing, now: TemporaryRecord.opened)
        for number in 1...50 {
          let author = try ClinicianCode("W\(writer)")
          _ = try store.append(
            to: sessions[number % 2],
            at: { TemporaryRecord.moment(number) },
            { _, moment in
              [
                Draft(
                  id: EntryID(UUID()),
                  observed: moment.recorded,
                  author: author,
                  content: .note("\(writer)/\(number)")
                )
              ]
            },
            assessing: { _ in .nothing }
          )
        }
      } catch { failures.add("\(writer): \(error)") }
    }
    #expect(failures.all.isEmpty)
    let entries = try sessions.flatMap { try record.store.entries(of: $0) }
    let notes = entries.compactMap { if case .note(let words) = $0.content { words } else { nil } }
    #expect(Set(notes).count == 200)
    #expect(notes.count == 200)
    #expect(Set(entries.map(\.commit)).count == 202)
    for session in sessions {
      #expect(try record.store.brokenLink(in: .session(session)) == nil)
    }
  }
}

/// What went wrong on other threads.
private final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var said: [String] = []
  func add(_ failure: String) { lock.withLock { said.append(failure) } }
  var all: [String] { lock.withLock { said } }
}
