import TestSupport
import Testing

@Suite struct KeptLinesTests {
  @Test func `every line that fuzzing kept is refused with a remedy, or read and written again`()
    throws
  {
    let kept = try KeptInputs(of: "fuzz-lines")
    #expect(kept.inputs.count >= 100)
    try kept.hold(LinePromise.hold)
  }
}
