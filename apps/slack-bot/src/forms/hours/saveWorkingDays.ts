/** A person's working days, by command or by form. */

import { People } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { WorkingPattern } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { Availabilities } from "@safe-return/journal"
import { patternInWords } from "@safe-return/wording"
import { Clock, Effect } from "effect"
import { HoldsNoRole } from "../../handlers/explain.ts"
import { personInWords } from "../../words/person.ts"

/**
 * Saves it and says in mrkdwn what is known now.
 *
 * @param pattern undefined to forget it
 */
export const saveWorkingDays = Effect.fn("saveWorkingDays")(function* (
  person: PersonId,
  pattern: WorkingPattern | undefined,
  by: PersonId
) {
  const people = yield* People
  if ((yield* people.rolesOf(person)).size === 0) return yield* new HoldsNoRole({ field: "person" })
  const availabilities = yield* Availabilities
  const at = Instant(yield* Clock.currentTimeMillis)
  yield* availabilities.change({
    person,
    by,
    at,
    to: ({ away }) => ({ away, ...definedFields({ pattern }) })
  })
  const who = personInWords(person)
  return pattern === undefined
    ? `When ${who} works is known no longer.`
    : `${who} ${patternInWords(pattern)}. A person who gives them an interview sees it.`
})
