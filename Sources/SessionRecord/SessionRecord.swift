// SessionRecord answers one question: what happened?
//
// It holds the values of a supervised session (patient, session, entry, vitals, side effect, dose,
// flag …), each validated where it is made and refused with a reason a nurse can act on. The one
// table of possible and expected values lives here. It may import nothing but Foundation.
//
//   Session (a stream)
//   └─ Entry: number, id, author, observed and recorded time, source
//      └─ Content: opened · vitals · effect · dose · infusion · check · waste · scale · action ·
//                  note · mark · deferred · acknowledgement · verification · amendment · void ·
//                  closed
//   Chart: the entries as they stand, once amendments and voids are applied
//   Flag: what the assessment found in them
