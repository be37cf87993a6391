import TestSupport
import Testing

@Suite struct KeptTablesTests {
  @Test func `every table that fuzzing kept is refused with a line, or read and written again`()
    throws
  {
    let kept = try KeptInputs(of: "fuzz-table")
    #expect(kept.inputs.count >= 100)
    try kept.hold(TablePromise.hold)
  }
}
