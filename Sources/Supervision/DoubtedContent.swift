import SessionRecord

extension Content {
  /// The same content with what is not expected marked, whichever door it came by.
  func doubted(
    at observed: Instant,
    after verified: VerifiedValues,
    except: EntryNumber? = nil,
    formulary: Formulary,
    weightAsOpened weight: Quantity?
  ) -> Content {
    switch self {
    case .vitals(let vitals):
      .vitals(vitals.doubted(after: verified.recent(at: observed, except: except)))
    case .dose(let dose):
      .dose(
        dose.doubted(
          formulary.doubts(
            about: dose,
            weight: verified.weight(asOpened: weight)?.thousandths
          )
        )
      )
    case .opened, .effect, .infusion, .check, .waste, .scale, .action, .note, .mark, .deferred,
      .acknowledgement, .verification, .amendment, .void, .closed, .leaving, .screening, .presence,
      .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
      self
    }
  }
}
