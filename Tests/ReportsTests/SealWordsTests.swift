import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// Who sealed and who signed, and how far that reaches; never more than that.
struct SealWordsTests {
  private let file: SessionFile
  private let clock: SessionClock

  init() throws {
    file = try SampleSession().file()
    clock = SessionClock(file.zone, onPaper: true)
  }

  private func lines(_ seals: [Seal]) throws -> [String] {
    try #require(SealWords(try MarkSamples.mark(file, seals: seals), clock)).lines.map(\.spaced)
  }

  @Test func `says by whom, with which key and when`() throws {
    let at = clock.dateAndClock(try #require(file.log.last).recorded.instant).spaced
    let lines = try lines(MarkSamples.seals(file))
    #expect(lines[0] == "Sealed by this record \(at), entered as KO.")
    #expect(lines[1].hasPrefix("Signed with the key of LH, 4c48 3f3f 3f3f 3f3f, "))
    #expect(!lines[1].contains("entered"))
    #expect(lines[2].hasPrefix("Signed with the key of MB, 4d42 3f3f 3f3f 3f3f, "))
    #expect(lines[2].hasSuffix(", entered under the account desk."))
    #expect(lines.count == 3)
  }

  @Test func `says how far an older one reaches`() throws {
    let last = try #require(file.log.last).number
    let older = EntryNumber(last.value - 2)
    let old = try MarkSamples.seals(file, upTo: older)
    let lines = try lines(old)
    #expect(
      lines[0].hasSuffix(
        "; covers the session up to #\(older); what was entered since is not sealed."
      )
    )
    #expect(lines[1].hasSuffix("; covers the session up to #\(older)."))
    // The newest of the record stands for its older ones.
    let new = try self.lines(old + [try MarkSamples.seals(file)[0]])
    #expect(new.count == 3)
    #expect(new[0].hasSuffix("entered as KO."))
  }

  @Test func `says of a closed session that it is not sealed`() throws {
    #expect(try lines([]) == ["Not sealed."])
    // A signature is no seal of the record.
    let signed = try lines([try MarkSamples.seals(file)[1]])
    #expect(signed[0] == "Not sealed.")
    #expect(signed[1].hasPrefix("Signed with the key of LH"))
  }

  @Test func `does not say that another head is covered`() throws {
    let last = try #require(file.log.last).number
    let other = try MarkSamples.seal(
      7,
      file,
      last,
      of: nil,
      by: .clinician(try ClinicianCode("KO")),
      at: file.session.opened,
      head: [1]
    )
    #expect(try lines([other])[0].hasSuffix("; over another #\(last) than this one."))
  }

  @Test func `says nothing of keys, nor of a record as a whole`() throws {
    let mark = try MarkSamples.mark(file)
    #expect(SealWords(PrintMark(of: .record, digest: mark.digest), clock) == nil)
    #expect(SealWords(nil, clock) == nil)
  }

  @Test func `stands in text, page, form and document`() throws {
    let seals = try MarkSamples.seals(file)
    let head = try PageSamples.letterhead(mark: try MarkSamples.mark(file, seals: seals))
    let page = SessionReportHTML(file, letterhead: head).text.spaced
    for line in try lines(seals) { #expect(page.contains(line), "\(line)") }
    let text = SessionReportText(file, style: Style(width: 200), letterhead: head).text
    #expect(text.contains("Signed with the key of LH, 4c48 3f3f 3f3f 3f3f, 2026-11-19"))
    let document = SessionReportJSON(file, letterhead: head).text
    #expect(document.contains(#""owner": "LH""#))
    #expect(document.contains(#""enteredAs": "desk""#))
  }
}
