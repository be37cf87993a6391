import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `The sessions that a protocol is tried on` {
  @Test func `are told by drug and route, the most frequent first`() throws {
    let ward = try Ward()
    for (patient, name) in [
      ("P-1", "esketamine-in"), ("P-2", "im"), ("P-3", "im"), ("P-4", "iv-0.5-40"), ("P-5", "im"),
    ] {
      try ward.open(patient, under: name)
    }
    try ward.strikeOut(5)
    let all = try ward.supervision.replayed(of: nil, since: nil)
    #expect(
      all.kinds.map { "\($0.sessions) \($0.drug) \($0.route.word)" } == [
        "2 ketamine intramuscular", "1 esketamine intranasal", "1 ketamine intravenous",
      ]
    )
    #expect(all.ids.map(\.text) == ["esketamine-in", "im", "iv-0.5-40"])
    let some = try ward.supervision.replayed(of: ProtocolID("im"), since: nil)
    #expect(some.kinds.map(\.sessions) == [2])
    #expect(some.ids == [ProtocolID("im")])
    let later = try Ward.instant("23:00:00")
    #expect(try ward.supervision.replayed(of: ProtocolID("im"), since: later).kinds.isEmpty)
  }
}
