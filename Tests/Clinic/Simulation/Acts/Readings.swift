import SessionRecord
import TestSupport

/// Sets of vital signs as they are typed: mostly what one sees, now and then what is not expected, or what is missing.
struct Readings {
  let text: String
  let vitals: Vitals

  init(_ random: inout SeededGenerator) throws {
    var readings: [VitalSign: Reading] = [:]
    var words: [String] = []
    var remark: String?
    let isOdd = random.once(in: 12)
    let systolic = isOdd ? random.number(222...250) : random.number(92...196)
    let diastolic = systolic * random.number(48...64) / 100
    let isLong = random.chance(30)
    if random.chance(85) {
      readings[.systolic] = try Readings.measured(.systolic, systolic)
      readings[.diastolic] = try Readings.measured(.diastolic, diastolic)
      words.append((isLong ? "bp " : "") + "\(systolic)/\(diastolic)")
    }
    if random.chance(80) || words.isEmpty {
      let rate = random.once(in: 25) ? random.number(162...200) : random.number(48...138)
      readings[.heartRate] = try Readings.measured(.heartRate, rate)
      words.append(isLong || words.isEmpty ? "hr \(rate)" : "\(rate)")
    }
    if random.chance(45) {
      let saturation = random.number(86...100)
      readings[.spo2] = try Readings.measured(.spo2, saturation)
      words.append(isLong ? "spo2 \(saturation)" : "\(saturation)%")
    }
    if random.chance(25) {
      let rate = random.number(8...24)
      readings[.respiratoryRate] = try Readings.measured(.respiratoryRate, rate)
      words.append("rr \(rate)")
    }
    if random.chance(15) {
      let level = random.number(2...5)
      readings[.moaas] = try Readings.measured(.moaas, level)
      words.append("moaas \(level)")
    }
    if random.chance(8) {
      let tenths = random.number(355...384)
      let value = try Quantity(.temperature, thousandths: tenths * 100)
      readings[.temperature] = .measured(value, verified: true)
      words.append("temp \(tenths / 10).\(tenths % 10)")
    }
    if random.chance(6) {
      remark = random.pick(["left arm", "lying down", "cuff moved"])
    }
    vitals = try Vitals(readings, remark: remark)
    text = words.joined(separator: " ") + (remark.map { " -- \($0)" } ?? "")
  }

  private static func measured(_ sign: VitalSign, _ value: Int) throws -> Reading {
    .measured(try Quantity(sign, value), verified: true)
  }
}
