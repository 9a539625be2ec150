/** Decisions on triggers that were taken, with who took them, for readers who may decide on the same trigger. */
import type { ChildState, RecordedEvent, TriggerKey } from "@safe-return/domain/pathway"
import { type Firing, isPartOf } from "@safe-return/domain/risk"
import { londonDateTime } from "@safe-return/wording"
import { escapeSlack } from "../../blocks/blocks.ts"
import { personInWords } from "../../words/person.ts"
import { answersTo } from "./triggerDecisionsView.ts"

export type Decided = Firing & { readonly standing: { readonly _tag: "Decided" } }

export const isDecided = (firing: Firing): firing is Decided => firing.standing._tag === "Decided"

/** The latest met first; of one that grew since, what was decided before is left out. */
export const decidedAmong = ({ death }: ChildState, fired: ReadonlyArray<Firing>): ReadonlyArray<Decided> =>
  death === undefined
    ? fired
        .filter(isDecided)
        .filter((firing) => !fired.some((other) => isPartOf(firing, other)))
        .toSorted((one, other) => other.metAt - one.metAt)
    : []

/** Every key that a trigger was ever asked about under. */
export const keysOf = ({ key, formerKeys = [] }: Firing): ReadonlyArray<TriggerKey> => [key, ...formerKeys]

const takenOf = (firing: Firing, history: ReadonlyArray<RecordedEvent>): RecordedEvent | undefined =>
  history.findLast(({ event }) => event._tag === "TriggerDecided" && keysOf(firing).includes(event.trigger))

/** `By @person, Mon 23 Nov 2026, 11:33.`; without the person where only the decision was brought in. */
export const takenByInWords = (firing: Firing, history: ReadonlyArray<RecordedEvent>): string => {
  const taken = takenOf(firing, history)
  if (taken === undefined) return ""
  const { recordedBy, recordedAt } = taken
  return `By ${personInWords(recordedBy)}, ${londonDateTime(recordedAt)}.`
}

/** The decision, its reason, and who took it when. */
export const takenInWords = (firing: Decided, history: ReadonlyArray<RecordedEvent>): string => {
  const { answer, reason } = firing.standing.decision
  const words = answersTo(firing, true)[answer]
  return `${words}. ${escapeSlack(reason)} _${takenByInWords(firing, history)}_`
}
