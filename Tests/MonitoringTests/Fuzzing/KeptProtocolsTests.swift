import TestSupport
import Testing

@Suite struct KeptProtocolsTests {
  @Test
  func `every protocol that fuzzing kept is refused with a place, or read and looked through`()
    throws
  {
    let kept = try KeptInputs(of: "fuzz-protocol")
    #expect(kept.inputs.count >= 100)
    try kept.hold(ProtocolPromise.hold)
  }
}
