import SessionRecord
import TestSupport
import Testing

@Suite struct WordsTests {
  @Test(arguments: [
    (0, "0"), (84_000, "84"), (36_600, "36.6"), (36_650, "36.65"), (1, "0.001"), (500, "0.5"),
    (-1_000, "-1"), (-500, "-0.5"), (100_000, "100"), (1_000_000_000, "1000000"), (10, "0.01"),
  ])
  func `writes thousandths without needless zeros`(thousandths: Int, text: String) {
    #expect(decimal(thousandths) == text)
  }

  @Test func `pads numbers with zeros and never cuts them`() {
    #expect(padded(5, 2) == "05")
    #expect(padded(119, 4) == "0119")
    #expect(padded(12_345, 4) == "12345")
  }

  @Test(arguments: ["P-014", "A", "x_1.2", String(repeating: "a", count: 32)])
  func `takes a patient code of letters, digits and three signs`(text: String) throws {
    #expect(try PatientCode(text).text == text)
  }

  @Test(arguments: ["", " ", "P 014", "Ö", "P/1", String(repeating: "a", count: 33), "P\n"])
  func `refuses any other patient code`(text: String) {
    #expect(throws: ValueRefusal.notACode(what: "patient code", text)) { try PatientCode(text) }
  }

  @Test func `takes letters of any script for a clinician`() throws {
    for text in ["KO", "Ö-1", "O'Brien", "李"] { #expect(try ClinicianCode(text).text == text) }
    for text in ["", "K O", "K@O", "--", "'", String(repeating: "a", count: 33)] {
      #expect(throws: ValueRefusal.notACode(what: "clinician", text)) { try ClinicianCode(text) }
    }
  }

  @Test func `takes only a date that there is for a birth date`() throws {
    #expect(try Identity(birthDate: "1984-03-12").birthDate == "1984-03-12")
    for text in ["1984-02-30", "12.03.1984", "1984-3-12", "1984-03-12 ", "", "+984-03-12"] {
      #expect(throws: IdentityRefusal.notADate(text)) { try Identity(birthDate: text) }
    }
  }

  @Test func `names every refused value in a sentence with what to do`() {
    let refusals: [(ValueRefusal, String)] = [
      (
        .diastolicNotBelowSystolic(80, 120),
        "Diastolic is not below systolic in 80/120. 120/80?"
      ),
      (
        .diastolicNotBelowSystolic(120, 120),
        "Diastolic is not below systolic in 120/120. Read the cuff again."
      ),
      (.nothingMeasured, "There is no reading in this set."),
      (.ratingOutside(12), "12/10 is outside 0 to 10."),
      (.amountOutside, "An amount must be more than nothing, and at most 1000000."),
      (.durationOutside(0), "0 minutes is outside 1 to 1440."),
      (.emptyText(what: "note"), "The note is empty."),
      (.textTooLong(what: "note", limit: 2_000), "The note is longer than 2000 characters."),
      (
        .notACode(what: "patient code", "P 1"),
        "“P 1” cannot be a patient code. Use 1 to 32 letters, digits, - _ or ., as P-014."
      ),
    ]
    for (refusal, text) in refusals {
      #expect(refusal.description == text)
      #expect(refusal.kind == .badInput)
    }
  }

  @Test func `labels a session by its year and number`() throws {
    let opening = Opening(
      patient: try PatientCode("P-014"),
      identity: .zero,
      monitoringProtocol: ProtocolReference(
        id: ProtocolID("iv-0.5-40"),
        version: "1",
        digest: .zero
      ),
      setting: .clinic,
      zone: "UTC",
      prescriber: nil
    )
    func label(_ number: Int) throws -> String {
      Session(
        number: SessionNumber(number),
        opening: opening,
        opened: Log.at(0),
        closed: nil,
        state: .open,
        room: nil
      ).label
    }
    #expect(try label(119) == "S-2026-0119")
    #expect(try label(12_345) == "S-2026-12345")
  }

  @Test func `writes a digest as 64 hexadecimal digits`() throws {
    let digest = try #require(RecordDigest(bytes: (0..<32).map { UInt8($0 * 8) }))
    #expect(digest.description.hasPrefix("0008101820"))
    #expect(digest.description.count == 64)
    #expect(RecordDigest(bytes: [1, 2, 3]) == nil)
  }
}
