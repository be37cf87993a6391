import SessionRecord

extension EffectEpisode {
  /// What the read model keeps beside its columns: the whole episode.
  var body: [UInt8] {
    var writer = CanonicalWriter()
    writer.text(name.text)
    writer.number(onset)
    writer.stamp(began)
    writer.optional(worst) { $1.code($0) }
    writer.optional(worstAt)
    writer.boolean(distressing)
    writer.optional(ended)
    writer.list(entries) { $1.number($0) }
    writer.optional(reviewed) { $1.mark($0) }
    return writer.bytes
  }

  init(body: [UInt8]) throws(DamagedBody) {
    self = try CanonicalReader.whole(body) { reader throws(DamagedBody) in
      EffectEpisode(
        name: EffectName(try reader.text()),
        onset: try reader.entryNumber(),
        began: try reader.stamp(),
        worst: try reader.optional { reader throws(DamagedBody) in
          try reader.code(Severity.self)
        },
        worstAt: try reader.optionalStamp(),
        distressing: try reader.boolean(),
        ended: try reader.optionalStamp(),
        entries: try reader.list { reader throws(DamagedBody) in try reader.entryNumber() },
        reviewed: try reader.optional { reader throws(DamagedBody) in try reader.mark() }
      )
    }
  }
}
