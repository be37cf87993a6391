import FuzzDriver

/// Fuzzes the reader of protocols and its lints.
@main
enum ProtocolFuzz {
  static func main() { FuzzDriver.run(ProtocolPromise.hold) }
}
