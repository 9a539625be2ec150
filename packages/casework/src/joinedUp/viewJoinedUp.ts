import type { Calendars } from "@safe-return/domain/calendar"
import { PupilReference } from "@safe-return/domain/education"
import {
  type ChildJoinedUp,
  childJoinedUp,
  educationFactsOf,
  exclusionFactsOf,
  foldStrandRows,
  indicatorFactsOf,
  indicatorsOnRecord,
  missingFactsOf,
  type StrandFact,
  type SystemReference
} from "@safe-return/domain/joinedUp"
import {
  type AmbiguousReference,
  ChildReference,
  type ChildState,
  type Interview,
  type PersonId
} from "@safe-return/domain/pathway"
import { episodeRowsOf } from "@safe-return/exchange"
import type { JoinedUpRecords, JournalUnavailable } from "@safe-return/journal"
import { Effect, Option } from "effect"
import { Casework, type RecordedByNewerVersion } from "../Casework.ts"
import { Council } from "../Council.ts"
import { EducationCasework } from "../education/EducationCasework.ts"
import { joinedUpEvents } from "./joinedUpEvents.ts"

/** What the pathway has on record of a child; of interviews only those that the reader was not left out of. */
export const pathwayFactsOf = (
  child: ChildReference,
  state: ChildState,
  calendars: Calendars,
  isOpenToReader: (interview: Interview) => boolean
): ReadonlyArray<StrandFact> => [
  ...missingFactsOf(episodeRowsOf({ child, state, facts: {} }, calendars)),
  ...indicatorsOnRecord(child, { interviews: state.interviews.filter(isOpenToReader) })
]

/** What the strands beside the pathway have on record, of every child. */
export const factsBesidePathway = Effect.gen(function* () {
  const { links, rows } = yield* joinedUpEvents
  const { exclusions, indicators } = foldStrandRows(rows)
  const facts: ReadonlyArray<StrandFact> = [
    ...educationFactsOf(yield* (yield* EducationCasework).rows),
    ...exclusionFactsOf(exclusions),
    ...indicatorFactsOf(indicators)
  ]
  return { facts, links }
})

/**
 * Everything on record of the child that a reference names, as far as this person may know it: what an interview brought out
 * is not there for those it was kept from. Fails where a newer version recorded something of the child.
 */
export const viewJoinedUp = Effect.fn("viewJoinedUp")(function* (
  reference: SystemReference,
  person: PersonId
): Effect.fn.Return<
  ChildJoinedUp,
  AmbiguousReference | RecordedByNewerVersion | JournalUnavailable,
  Casework | Council | EducationCasework | JoinedUpRecords
> {
  const casework = yield* Casework
  const education = yield* EducationCasework
  const { calendars } = yield* Council
  const { facts, links } = yield* factsBesidePathway
  const { references } = childJoinedUp({ facts, links }, reference)
  const ofPathway: Array<StrandFact> = []
  for (const { system, reference: named } of references) {
    if (system === "education") {
      // Fails where the case cannot be read, which is then in no list.
      yield* education.file(PupilReference.make(named))
      continue
    }
    const child = yield* casework.childNamed(ChildReference.make(named))
    if (Option.isNone(child)) continue
    yield* casework.isReadWhole(child.value)
    // Erased meanwhile, they have no facts.
    const state = yield* Effect.catchTag(casework.get(child.value), "UnknownReference", () => Effect.undefined)
    const mayRead = ({ keptFrom = [] }: Interview) => !keptFrom.includes(person)
    if (state !== undefined) ofPathway.push(...pathwayFactsOf(child.value, state, calendars, mayRead))
  }
  return childJoinedUp({ facts: [...facts, ...ofPathway], links }, reference)
})
