import Foundation

/// A file, or a pipe of the shell, that is opened to be read; nobody waits for ever for what is not written.
enum OpenedInput {
  /// Whoever writes to a pipe may open it a moment after it is read.
  private static let mostMilliseconds: Int32 = 2_000

  /// Its descriptor, which reads as any other; negative, with `errno`, where it cannot be opened.
  ///
  /// A pipe that nobody writes to is at its end after two seconds. Somebody who holds it open and is
  /// silent is waited for: it may be asking for a password.
  static func descriptor(_ path: String) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return descriptor }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO {
      var pipe = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      poll(&pipe, 1, mostMilliseconds)
    }
    _ = fcntl(descriptor, F_SETFL, 0)
    return descriptor
  }
}
