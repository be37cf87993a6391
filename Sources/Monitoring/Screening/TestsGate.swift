import SessionRecord

/// Each of these tests on file, none too old, and none whose newest result is remarkable: of that
/// somebody has to know.
struct TestsGate {
  let tests: [LaboratoryTest]
  let days: Int

  func verdict(_ evidence: ScreeningEvidence) -> GateVerdict {
    let found = tests.map { self.found($0, evidence) }
    let missing = zip(tests, found).filter { $1.answer == .no }.map(\.0)
    let isClear = found.allSatisfy { $0.answer == .yes }
    return GateVerdict(
      answer: isClear ? .yes : missing.isEmpty ? .unknown : .no,
      isClear: isClear,
      basis: found.map(\.basis).joined(separator: "; "),
      entry: found.count == 1 ? found[0].entry : nil,
      missing: missing
    )
  }

  /// *No* where it is missing or too old, *unknown* where it is remarkable.
  private func found(
    _ test: LaboratoryTest,
    _ evidence: ScreeningEvidence
  ) -> (answer: GateAnswer, basis: String, entry: EntryNumber?) {
    var newest: (result: LaboratoryResult, entry: EntryNumber)?
    for entry in evidence.newest {
      guard case .course(.laboratory(let result)) = entry.content, result.test == test,
        evidence.days(since: result.day).map({ $0 >= 0 }) ?? false,
        newest.map({ $0.result.day < result.day }) ?? true
      else { continue }
      newest = (result, entry.number)
    }
    guard let (result, entry) = newest else { return (.no, "no \(test.title) on file", nil) }
    let isRemarkable = result.finding == .remarkable
    let said =
      isRemarkable
      ? "\(test.title) remarkable\(result.words.map { ": \($0)" } ?? ""), \(result.day)"
      : "\(test.title) \(result.day) \(result.finding.word)"
    guard let fault = evidence.fault(of: result.day, within: days) else {
      return (isRemarkable ? .unknown : .yes, said, entry)
    }
    return (.no, "\(said), \(fault)", entry)
  }
}
