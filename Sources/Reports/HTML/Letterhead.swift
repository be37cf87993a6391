package import SessionRecord

/// What a print says beside the session: whose it is, when it was printed, and of which record.
package struct Letterhead {
  /// Nil where no clinic was set.
  package let clinic: Clinic?
  package let printed: Stamp
  /// Of Vigil: `0.1.0`.
  package let version: String
  package let paper: Paper
  /// What the record is for.
  package let purpose: RecordPurpose
  /// The hash of the session's last entry, and of the last one of the commit that closed it first; nil
  /// where they were not looked up.
  package let heads: ChainHeads?
  /// What binds the print to the record; nil where there is nothing to hold it against.
  package let mark: PrintMark?

  package init(
    clinic: Clinic?,
    printed: Stamp,
    version: String,
    paper: Paper? = nil,
    purpose: RecordPurpose = .clinic,
    heads: ChainHeads? = nil,
    mark: PrintMark? = nil
  ) {
    self.clinic = clinic
    self.printed = printed
    self.version = version
    self.paper = paper ?? clinic?.paper ?? .a4
    self.purpose = purpose
    self.heads = heads
    self.mark = mark
  }

  var isTraining: Bool { purpose == .training }

  package var units: DisplayUnits { clinic?.units ?? .asStored }
}
