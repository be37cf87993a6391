import Foundation
import SessionRecord
import Testing

@testable import RecordStore

@Suite("The golden record of version 2")
struct GoldenRecordTests {
  @Test func `is opened as it is, for reading and for writing`() throws {
    let golden = try GoldenRecord(version: 2)
    let before = try golden.bytes()
    for mode in [RecordStore.Mode.reading, .writing, .creating] {
      let store = try golden.open(mode)
      #expect(store.version == 2)
      #expect(store.takeNotices().isEmpty)
      #expect(
        try store.sessions(of: nil, openOnly: false).map(\.isOpen) == [
          false, false, false, false, true,
        ]
      )
      #expect(try store.seals().count == 31)
      #expect(try store.accesses().filter { $0.act == .carriedOver }.isEmpty)
      for session in 1...5 {
        #expect(try store.brokenLink(in: .session(SessionNumber(session))) == nil)
      }
    }
    #expect(try golden.bytes() == before)
    #expect(try golden.names() == ["record.vigil"])
  }

  @Test func `is written on another machine with a key of its own`() throws {
    let golden = try GoldenRecord(version: 2)
    let store = try golden.open(.writing)
    let stamp = Stamp(GoldenRecord.now, offsetMinutes: 0)
    _ = try store.append(
      toCourseOf: try PatientCode("P-014"),
      at: {
        CommitMoment(recorded: stamp, monotonic: MonotonicTime(nanoseconds: 1, boot: nil))
      }
    ) { _, moment in
      [
        Draft(
          id: EntryID(UUID()),
          observed: moment.recorded,
          author: try ClinicianCode("KO"),
          content: .scale(ScaleScore(scale: "phq-9", score: 3))
        )
      ]
    }
    #expect(try store.keysInUse().count == 2)
    #expect(try store.newestSeal()?.number == 33)
    let again = try golden.open(.reading)
    #expect(again.takeNotices().isEmpty)
  }
}
