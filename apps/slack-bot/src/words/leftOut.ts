import { opening, whoMayWhereKept } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import type { Firing } from "@safe-return/domain/risk"
import { escapeSlack } from "../blocks/blocks.ts"
import { personInWords } from "./person.ts"

/** The people who may not see what a trigger rests on. */
export type LeftOutOf = (firing: Firing) => ReadonlyArray<PersonId>

const listed = new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" })

const named = (people: ReadonlyArray<PersonId>): string => listed.format(people.map(personInWords))

/** Said before anything else of these triggers: a policy names the allocated worker as their owner. */
export const leftOutInWords = (firings: ReadonlyArray<Firing>, leftOutOf: LeftOutOf): ReadonlyArray<string> => {
  const people = [...new Set(firings.flatMap(leftOutOf))]
  return people.length === 0
    ? []
    : [
        `:no_entry: *Left out: ${named(people)}.* The interviewer left them out of what the interview brought out. Nobody shows it to them or speaks of it with them. To cover for them gives nobody a part in it. ${opening(whoMayWhereKept("decide-on-quiet-trigger"))} decides.`
      ]
}

/** Who a policy says sees to it. */
export const ownerInWords = (firing: Firing, leftOutOf: LeftOutOf): string => {
  const people = leftOutOf(firing)
  return `(${escapeSlack(firing.owner)}${people.length === 0 ? "" : `; without ${named(people)}`})`
}

/** For those who answer the same questions as a worker who was left out. */
export const apartInWords = (people: ReadonlyArray<PersonId>): string =>
  `:no_entry: *Left out: ${named(people)}.* These answers are yours alone: they are asked the same, as they would be in any case, and see nothing of this. Do not speak of it with them.`
