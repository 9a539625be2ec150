/** Where a child is who is found and not back, and where they came back to. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../calendar/instantFromIso.ts"
import { closedList } from "../vocabulary/closedList.ts"

/** Where a found child is while they are not back. Our own list: the guidance names no endings but the return. */
export const whereaboutsWords = closedList({
  hospital: "In hospital",
  custody: "In custody",
  "another-placement": "In another placement",
  "elsewhere-agreed": "Staying elsewhere, with agreement",
  "missing-again": "Missing again before they came back"
})
export const Whereabouts = whereaboutsWords.schema
export type Whereabouts = typeof Whereabouts.Type

/** Where a child came back to. One list, so that no record says two things at once. */
export const returnedToWords = closedList({
  "where-they-left": "Where they left from",
  "another-home": "A home that is not where they left from",
  "another-placement": "A placement that is not where they left from",
  elsewhere: "Somewhere else, not where they left from"
})
export const ReturnedTo = returnedToWords.schema
export type ReturnedTo = typeof ReturnedTo.Type

/** Where the child was from one moment on, until the next stay or the return. */
export const Stay = Schema.Struct({ whereabouts: Whereabouts, since: InstantFromIso })
export type Stay = typeof Stay.Type

/** A further stay in order of time; one from the same moment is corrected. */
export const withStay = (stays: ReadonlyArray<Stay>, stay: Stay): ReadonlyArray<Stay> => {
  const others = stays.filter(({ since }) => since !== stay.since)
  return [
    ...others.filter(({ since }) => since < stay.since),
    stay,
    ...others.filter(({ since }) => since > stay.since)
  ]
}
