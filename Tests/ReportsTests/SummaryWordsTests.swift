import SessionRecord
import Testing

@testable import Reports

/// Shares, spreads of digits, and spans of days in words.
struct SummaryWordsTests {
  @Test func `a share always has both of its counts, and a percentage from five on`() {
    #expect(ShareText.of(3, 4, "sessions") == "3 of 4 sessions")
    #expect(ShareText.of(4, 5, "sessions") == "4 of 5 sessions (80.0%)")
    #expect(ShareText.of(1, 3_000, "readings") == "1 of 3000 readings (under 0.1%)")
    #expect(ShareText.of(0, 3_000, "readings") == "0 of 3000 readings (0.0%)")
    #expect(ShareText.of(2_999, 3_000, "readings") == "2999 of 3000 readings (over 99.9%)")
    #expect(ShareText.of(3_000, 3_000, "readings") == "3000 of 3000 readings (100.0%)")
    #expect(ShareText.of(1, 6, "pairs") == "1 of 6 pairs (16.7%)")
    #expect(ShareText.aSession(1, 3) == "0.33")
    #expect(ShareText.aSession(0, 0) == "–")
  }

  private func digits(_ counts: [Int]) throws -> DigitSpread {
    var columns = Array(repeating: 0, count: DigitCounts.columns)
    for (digit, count) in counts.enumerated() { columns[digit] = count }
    return DigitSpread(.systolic, in: try #require(DigitCounts(columns: columns)))
  }

  @Test func `chi-square is that of the textbook`() throws {
    // Twenty of 0 and 5 of each other in 65: expected 6.5; (13.5² + 9 × 1.5²) / 6.5 = 31.2 (31.15).
    let uneven = try digits([20, 5, 5, 5, 5, 5, 5, 5, 5, 5])
    #expect(uneven.chiSquare == "31.2")
    #expect(uneven.isUneven == true)
    // Nineteen: expected 6.4; (12.6² + 9 × 1.4²) / 6.4 = 27.5625, under 27.877.
    let nearly = try digits([19, 5, 5, 5, 5, 5, 5, 5, 5, 5])
    #expect(nearly.chiSquare == "27.6")
    #expect(nearly.isUneven == false)
    let even = try digits(Array(repeating: 7, count: 10))
    #expect(even.chiSquare == "0.0")
    #expect(even.isUneven == false)
  }

  @Test func `under fifty readings nothing is said of chance`() throws {
    let few = try digits([40, 1, 1, 1, 1, 1, 1, 1, 1, 1])
    #expect(few.readings == 49)
    #expect(few.chiSquare == nil)
    #expect(few.isUneven == nil)
    #expect(
      few.words
        == "systolic pressure: 0 ends 40 of 49 readings (81.6%); too few to say how even the digits are."
    )
    #expect(try digits([41, 1, 1, 1, 1, 1, 1, 1, 1, 1]).isUneven == true)
    #expect(DigitSpread(.heartRate, in: DigitCounts()).words == "heart rate: no reading.")
  }

  @Test func `a span of whole days is said in days, and another with its clock`() throws {
    let scopes: [(String?, String?, String?, String)] = [
      (nil, nil, nil, "All sessions"), (nil, nil, "im", "All sessions, under im"),
      ("2026-11-01T00:00:00+01:00", nil, nil, "Sessions opened from 2026-11-01"),
      (
        "2026-11-01T00:00:00+01:00", "2026-11-30T23:59:59.999+01:00", "im",
        "Sessions opened from 2026-11-01 to 2026-11-30, under im"
      ),
      (
        "2026-11-01T08:30:00+01:00", "2026-11-30T23:59:00+01:00", nil,
        "Sessions opened from 2026-11-01 08:30 to 2026-11-30 23:59"
      ),
      (
        nil, "2026-11-30T00:00:00+01:00", nil, "Sessions opened to 2026-11-30 00:00"
      ),
    ]
    for (since, until, id, words) in scopes {
      #expect(try SummarySample.scope(since: since, until: until, id: id).words(\.date) == words)
    }
  }
}
