import FuzzDriver

/// Fuzzes the reader of imported tables.
@main
enum TableFuzz {
  static func main() { FuzzDriver.run(TablePromise.hold) }
}
