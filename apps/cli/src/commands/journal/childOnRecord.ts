/** From a reference in any spelling to the one under which something is held. */

import { PupilReference } from "@safe-return/domain/education"
import {
  ChildReference,
  fitsPatterns,
  newChildReference,
  patternsInWords,
  personalIn,
  referencesOnRecord
} from "@safe-return/domain/pathway"
import { badInput } from "@safe-return/exchange/reading"
import { EducationCases, Holds, Journal, Profiles } from "@safe-return/journal"
import { Effect, Option } from "effect"
import { refusal } from "./records.ts"
import { setPatterns } from "./setPatterns.ts"

/** Of a child who is not on record a name would be written into the audit, and with a hold for good. */
const newChild = Effect.fnUntraced(function* (typed: ChildReference) {
  const patterns = yield* setPatterns("SAFE_RETURN_CASE_REFERENCES")
  const isOurs = Option.match(patterns, {
    onNone: () => Option.isNone(personalIn(typed)),
    onSome: (forms) => fitsPatterns(typed, forms)
  })
  if (isOurs) return newChildReference(typed)
  const form = Option.match(patterns, {
    onNone: () => "",
    onSome: (forms) => ` One is ${patternsInWords(forms)}.`
  })
  return yield* badInput({
    field: "child",
    message: `Nothing is on record under that, and it is no case reference.${form}`
  })
})

/** The reference on record, or as a new child would be recorded; refuses one that two records could be meant by. */
export const childOnRecord = Effect.fn("childOnRecord")(function* (typed: ChildReference) {
  const journal = yield* Journal
  const profiles = yield* (yield* Profiles).all
  const holds = yield* (yield* Holds).all
  const held = [...profiles, ...holds].map(({ child }) => child)
  const found = referencesOnRecord([...(yield* journal.children), ...held]).find(typed)
  const known = yield* Effect.catchTag(Effect.fromResult(found), "AmbiguousReference", refusal)
  return Option.isSome(known) ? known.value : yield* newChild(typed)
})

/** The education reference on record; a name would be written into the audit, so one that is not is refused. */
export const pupilOnRecord = Effect.fn("pupilOnRecord")(function* (typed: ChildReference) {
  const { child, version } = yield* (yield* EducationCases).read(PupilReference.make(typed))
  if (version > 0) return ChildReference.make(child)
  return yield* badInput({ field: "child", message: "No case of a child missing education is on record under that." })
})
