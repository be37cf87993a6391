import SessionRecord
import Testing

@Suite struct ClinicianCodeTests {
  @Test(arguments: ["KO", "Łódź", "Nguye\u{302}\u{303}n", "O'Neil", "李", "k-o_2."])
  func `a name of any script is a code`(_ text: String) throws {
    #expect(try ClinicianCode(text).text == text)
  }

  @Test(arguments: [
    "KO\u{200D}", "K\u{34F}O", "KO\u{3164}", "\u{115F}KO", "K\u{FE0F}O", "KO\u{E0041}",
    "e" + String(repeating: "\u{301}", count: 4),
    "K" + String(repeating: "\u{336}\u{20DD}", count: 9),
  ]) func `what looks like another's code, or covers it, is none`(_ text: String) {
    #expect(throws: ValueRefusal.self) { try ClinicianCode(text) }
  }

  @Test func `a record that holds one is still read`() throws {
    #expect(try ClinicianCode(stored: "KO\u{200D}").text == "KO\u{200D}")
  }
}
