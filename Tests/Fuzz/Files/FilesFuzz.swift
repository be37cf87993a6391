import FuzzDriver

/// Fuzzes the readers of the small files beside a record.
@main
enum FilesFuzz {
  static func main() { FuzzDriver.run(SmallFilePromise.hold) }
}
