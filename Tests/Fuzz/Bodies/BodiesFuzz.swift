import FuzzDriver

/// Fuzzes the reader of the bodies that a record holds.
@main
enum BodiesFuzz {
  static func main() { FuzzDriver.run(BodyPromise.hold) }
}
