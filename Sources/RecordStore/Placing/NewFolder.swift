import Foundation

/// A folder of mode 0700 under a name that nothing else has.
package enum NewFolder {
  /// Makes one whose path begins so, and gives its path; nil where none can be made, and `errno` says why.
  package static func make(_ start: String) -> String? {
    // mkdtemp(3) puts letters of its own in the place of the last six.
    guard let name = strdup("\(start)XXXXXX") else { return nil }
    defer { free(name) }
    guard mkdtemp(name) != nil else { return nil }
    return String(cString: name)
  }
}
