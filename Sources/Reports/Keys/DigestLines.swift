package import SessionRecord

/// A digest in 16 groups of four digits, as many on a line as it holds.
package struct DigestLines {
  private let digest: RecordDigest

  package init(_ digest: RecordDigest) { self.digest = digest }

  /// One, two, four … lines with the same number of groups.
  package func lines(_ width: Int) -> [String] {
    let groups = DigestGroups(digest.bytes).text.split(separator: " ")
    let count = [16, 8, 4, 2].first { $0 * 5 - 1 <= width } ?? 1
    return stride(from: 0, to: groups.count, by: count).map {
      groups[$0..<min($0 + count, groups.count)].joined(separator: " ")
    }
  }
}
