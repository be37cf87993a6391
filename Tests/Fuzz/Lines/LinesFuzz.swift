import FuzzDriver

/// Fuzzes the reader of typed lines.
@main
enum LinesFuzz {
  static func main() { FuzzDriver.run(LinePromise.hold) }
}
