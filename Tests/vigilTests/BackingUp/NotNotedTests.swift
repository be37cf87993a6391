import RecordStore
import Testing

@testable import vigil

@Suite("What the log of accesses may not have")
struct NotNotedTests {
  @Test func `is said to be missing only where that is known`() {
    let full = RecordRefusal.notSaved(why: "the disk is full")
    #expect(
      NotNoted(what: "made", refusal: full, so: " vigil status does not know of it.").text
        == "That it was made could not be noted in the record: Not saved: the disk is full. "
        + "vigil status does not know of it."
    )
    #expect(
      NotNoted(
        what: "made",
        refusal: RecordRefusal.notConfirmed([]),
        so: " vigil status does not know of it."
      ).text
        == "It could not be confirmed that the record notes that it was made; "
        + "vigil accesses shows whether it does."
    )
  }
}
