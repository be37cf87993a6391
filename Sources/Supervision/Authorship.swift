package import SessionRecord

/// Who types, and how the entries are marked.
package struct Authorship {
  /// Who was named for this very act; nil for the usual one, else the one on duty.
  package let author: ClinicianCode?
  /// Who usually enters here (`VIGIL_BY`), and gives way to the one on duty in a session that this
  /// person has handed over.
  package let usual: ClinicianCode?
  package let observer: ClinicianCode?
  package let source: Source
  /// The date of the paper chart that the lines are transcribed from; nil for what is typed as it happens.
  package let paperDate: CivilTime?

  package init(
    author: ClinicianCode?,
    usual: ClinicianCode? = nil,
    observer: ClinicianCode? = nil,
    source: Source = .typed
  ) {
    self.author = author
    self.usual = usual
    self.observer = observer
    self.source = source
    paperDate = nil
  }

  /// Of the lines of a paper chart, as another, or who types, had written them.
  package init(
    transcribing date: CivilTime,
    author: ClinicianCode?,
    usual: ClinicianCode? = nil,
    observer: ClinicianCode?
  ) {
    self.author = author
    self.usual = usual
    self.observer = observer
    source = .paper
    paperDate = date
  }
}
