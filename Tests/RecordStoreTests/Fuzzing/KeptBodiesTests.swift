import SessionRecord
import TestSupport
import Testing

@testable import RecordStore

@Suite struct KeptBodiesTests {
  @Test func `every body that fuzzing kept is damaged, or is written again as it was`() throws {
    let kept = try KeptInputs(of: "fuzz-bodies")
    try kept.hold(BodyPromise.hold)
    let kinds = Set(kept.inputs.compactMap { $0.first.flatMap { EntryKind.numbered($0) } })
    #expect(kinds.count >= 26, "\(kinds)")
  }

  @Test func `every small file that fuzzing kept is none, or is written again as it was`() throws {
    let kept = try KeptInputs(of: "fuzz-files")
    try kept.hold(SmallFilePromise.hold)
    #expect(Set(kept.inputs.compactMap(\.first)).isSuperset(of: 0...6))
  }
}
