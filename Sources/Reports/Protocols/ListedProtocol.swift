package import Monitoring
package import SessionRecord

/// A protocol in a list, with what the clinic said of it.
package struct ListedProtocol {
  let shown: MonitoringProtocol
  let adoption: Adoption?
  let isReplaced: Bool

  /// *adoption* is the clinic's adoption of this very text, nil for an example; *isReplaced* where a
  /// later one of the id is what sessions start on.
  package init(
    _ shown: MonitoringProtocol,
    adoption: Adoption? = nil,
    isReplaced: Bool = false
  ) {
    self.shown = shown
    self.adoption = adoption
    self.isReplaced = isReplaced
  }
}
