/// The hashes by which a print and a record can be held against each other.
package struct ChainHeads: Hashable {
  /// Of the session's last entry.
  package let now: RecordDigest
  /// Of the last entry of the commit that first closed the session; nil while it is open.
  package let closed: RecordDigest?

  package init(now: RecordDigest, closed: RecordDigest?) {
    self.now = now
    self.closed = closed
  }
}
