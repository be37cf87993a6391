import SessionRecord

/// A blood pressure as it is typed: `156/95`, `148/92(111)`, `158/-`.
struct BloodPressureForm {
  let systolic: Substring
  let diastolic: Substring
  let mean: Substring?

  /// Cuts it into its parts, which may still be no numbers.
  init(_ text: Substring, next: String?) throws(LineRefusal) {
    var pair = text
    var mean: Substring?
    if let open = text.firstIndex(of: "(") {
      guard text.hasSuffix(")") else { throw .vitals(.notABloodPressure(String(text), write: nil)) }
      pair = text[..<open]
      mean = text[text.index(after: open)...].dropLast()
    }
    let parts = pair.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, mean?.isEmpty != true else {
      throw .vitals(
        .notABloodPressure(String(text), write: BloodPressureForm.meant(by: text, next: next))
      )
    }
    systolic = parts[0]
    diastolic = parts[1]
    self.mean = mean
  }

  /// Refuses parts the wrong way round, and what looks like kilopascals.
  func check() throws(LineRefusal) {
    guard let high = PlainNumber(systolic)?.whole, let low = PlainNumber(diastolic)?.whole else {
      return
    }
    guard low < high else { throw .vitals(.diastolicNotBelow(high, low)) }
    // Pressures in kPa that a person can have; a systolic of 12 to 25 mmHg is not possible.
    if (12...25).contains(high), (6...15).contains(low) {
      throw .vitals(.kilopascals(high, low))
    }
  }

  /// What `120-80`, `120.80`, `12080` or `bp 120 80` should have been; nil for anything else.
  static func meant(by text: some StringProtocol, next: String? = nil) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { "-.,:\\".contains($0) }
    if parts.count == 2, let pair = pair(parts[0], parts[1]) { return pair }
    guard parts.count == 1 else { return nil }
    if let next, let pair = pair(text, next) { return pair }
    if (5...6).contains(text.count) { return pair(text.prefix(3), text.dropFirst(3)) }
    return nil
  }

  /// What two numbers with a space between them were, where both are expected of such a pair.
  static func expected(_ systolic: String, _ diastolic: String) -> String? {
    guard let high = PlainNumber(systolic), let low = PlainNumber(diastolic),
      PlausibleRange.expected(.systolic).contains(high.thousandths),
      PlausibleRange.expected(.diastolic).contains(low.thousandths)
    else { return nil }
    return pair(systolic, diastolic)
  }

  private static func pair(
    _ systolic: some StringProtocol,
    _ diastolic: some StringProtocol
  ) -> String? {
    guard let high = PlainNumber(systolic)?.whole, let low = PlainNumber(diastolic)?.whole,
      low < high, PlausibleRange.possible(.systolic).contains(high * 1_000),
      PlausibleRange.possible(.diastolic).contains(low * 1_000)
    else { return nil }
    return "\(high)/\(low)"
  }
}
