package import SessionRecord

/// That a patient has taken the consent back, as a course stands.
package struct ConsentWithdrawal: Hashable {
  package let observed: Stamp
  package let reason: String

  /// Nil where no withdrawal stands, or a consent was given after it.
  package init?(_ course: Chart) {
    let consents = course.entries.filter { entry in
      switch entry.content {
      case .course(.consent), .course(.consentWithdrawn): !entry.isVoid
      default: false
      }
    }
    let newest = consents.max {
      ($0.observed.instant, $0.number) < ($1.observed.instant, $1.number)
    }
    guard let newest, case .course(.consentWithdrawn(let reason)) = newest.content else {
      return nil
    }
    observed = newest.observed
    self.reason = reason
  }
}
