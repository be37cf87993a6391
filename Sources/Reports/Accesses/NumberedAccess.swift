package import SessionRecord

/// An access with its number in the log of accesses, from 1.
package struct NumberedAccess: Hashable {
  package let number: Int
  package let access: Access

  package init(number: Int, _ access: Access) {
    self.number = number
    self.access = access
  }
}
