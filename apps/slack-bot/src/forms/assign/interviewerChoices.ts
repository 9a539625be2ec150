/** The interviewers the form to assign offers, and why none of them can take it. */
import { People } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { unavailabilityOf } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import { Availabilities } from "@safe-return/journal"
import { Effect } from "effect"
import type { Choice, Choices } from "../fields.ts"
import { type Workload, workloadBriefly } from "./workload.ts"

/** People asked of Slack at a time, where it is not known yet who they are. */
const AT_A_TIME = 10

/** Those who are full members, by the names that colleagues know. */
export const interviewerChoices = Effect.fn("interviewerChoices")(function* (workloads: ReadonlyArray<Workload>) {
  const people = yield* People
  const choices = yield* Effect.forEach(
    workloads,
    Effect.fnUntraced(function* (workload): Effect.fn.Return<ReadonlyArray<readonly [PersonId, Choice]>> {
      const { person } = workload
      if (!(yield* people.rolesOf(person)).has("interviewer")) return []
      const name = (yield* people.nameOf(person)) ?? person
      return [[person, { name, description: workloadBriefly(workload) }]]
    }),
    { concurrency: AT_A_TIME }
  )
  return Object.fromEntries(choices.flat())
})

const NOBODY_SET_UP =
  "*There is no interviewer.* Nobody independent of the case is set up as a return home interviewer. Ask the people who look after Safe Return to give a person the role, or name another person, as below."

const NOBODY_THERE =
  "*No interviewer is there today.* Everybody in the list is away. You can choose one all the same: when each is back stands below."

/** In a sentence, where nobody is set up or everybody is away; undefined where one of them can take it. */
export const whyNobodyThere = Effect.fn("whyNobodyThere")(function* (choices: Choices, now: Instant) {
  const offered = Object.keys(choices)
  if (offered.length === 0) return NOBODY_SET_UP
  const known = yield* (yield* Availabilities).all
  const isAway = (person: string): boolean => {
    const theirs = known.get(PersonId.make(person))
    return theirs !== undefined && unavailabilityOf(theirs, now)?._tag === "Away"
  }
  return offered.every(isAway) ? NOBODY_THERE : undefined
})
