/** Whether the allocated worker is left out of what the interview brought out: the child may have spoken of them. */
import { whoMayWhereKept } from "@safe-return/casework"
import type { ChildReference, ChildState, PersonId } from "@safe-return/domain/pathway"
import type { InputBlock } from "@slack/types"
import { Effect, Schema } from "effect"
import { workersOf } from "../../handlers/workersOf.ts"
import { radioField } from "../fields.ts"
import { choiceIn, type FormValues } from "../form.ts"

const Choice = Schema.Literals(["left-out", "may-see"])

const words = {
  "left-out": `The allocated worker: ${whoMayWhereKept("decide-on-quiet-trigger")} decides`,
  "may-see": "Nobody is left out"
} as const

const standsInWords = (keptFrom: ReadonlyArray<PersonId>): string =>
  `Recorded: ${keptFrom.length === 0 ? "nobody is left out" : "the allocated worker is left out"}. `

/** @param stands who was left out, for a reader who may know it */
export const keptFromField = (stands?: ReadonlyArray<PersonId>): InputBlock =>
  radioField(
    {
      id: "keptFrom",
      label: "Who must not see this",
      hint: `${stands === undefined ? "" : standsInWords(stands)}Leave empty to leave it as it is.`,
      optional: true
    },
    words
  )

/**
 * The people who may not see it; nothing where it was not said.
 *
 * Of several allocated workers, one who heard the child is not left out; a lone one is, which is refused.
 */
export const keptFromIn = Effect.fn("keptFromIn")(function* (
  child: ChildReference,
  state: ChildState,
  values: FormValues,
  heard: ReadonlyArray<PersonId | undefined>
) {
  const choice = choiceIn(values, "keptFrom", Choice)
  if (choice === undefined) return {}
  const workers: ReadonlyArray<PersonId> = choice === "left-out" ? yield* workersOf(child, state) : []
  const others = workers.filter((worker) => !heard.includes(worker))
  return { keptFrom: others.length === 0 ? workers : others }
})
