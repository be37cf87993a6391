/// Nothing entered for so many minutes after time zero, until closing; the next entry ends it.
///
/// Time alone raises its flag.
package struct Unattended: Hashable {
  package let minutes: Int

  package init(minutes: Int) { self.minutes = minutes }
}
