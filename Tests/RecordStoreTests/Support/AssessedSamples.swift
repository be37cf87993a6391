import RecordStore
import SessionRecord

extension Assessed {
  /// No flag, and nothing counted.
  static let nothing = Assessed([])

  /// These flags, with nothing counted.
  init(_ flags: [Flag]) { self.init(flags: flags, tally: SessionTally()) }
}
