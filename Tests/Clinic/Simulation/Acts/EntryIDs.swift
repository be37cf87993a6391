import Foundation
import SessionRecord

extension EntryID {
  /// A place for an id that the record will give.
  init(unknown place: Int) {
    let last = UInt8(truncatingIfNeeded: place)
    self.init(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last)))
  }
}
