import Foundation

/// Programs of this machine, found as a shell finds them.
enum Executable {
  /// Nil where no folder of PATH has it.
  static func path(of name: String) -> String? {
    let folders = (Terminal.environment("PATH") ?? "").split(separator: ":")
    return folders.lazy.map { "\($0)/\(name)" }.first(where: isOne)
  }

  static func isOne(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return access(path, X_OK) == 0
  }
}
