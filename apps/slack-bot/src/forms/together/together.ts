import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { type ChildReference, type Command, decide, type EpisodeId, latestEpisode } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { findChild } from "../../handlers/findCase.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { InvalidSubmission } from "../form.ts"
import { readTogether, TOGETHER_FORM, togetherButton, togetherView } from "./togetherView.ts"

const togetherForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant: latestEpisode,
  open: ({ link, episode, examples }) => Effect.succeed(togetherView(link, episode, examples))
}

interface LinkedEpisode {
  readonly child: ChildReference
  readonly episodeId: EpisodeId
}

type References = readonly [ChildReference, ...ReadonlyArray<ChildReference>]

/** The latest record of another child, who must be known here. */
const recordOf = Effect.fn("recordOf")(function* (typed: ChildReference) {
  const unknown = new InvalidSubmission({ fields: { others: `Nothing is recorded for ${typed}. Report them first.` } })
  const { child, state } = yield* Effect.catchTags(findChild(typed), {
    AmbiguousReference: ({ message }) => new InvalidSubmission({ fields: { others: message } }),
    UnknownReference: () => unknown
  })
  const episode = Option.getOrUndefined(latestEpisode(state))
  if (episode === undefined) return yield* unknown
  return { child, state, episodeId: episode.id }
})

const linkTo = ({ episodeId }: LinkedEpisode, others: References): Command => ({
  _tag: "RecordMissingTogether",
  episodeId,
  others
})

/** Written on the record of each child, naming the others: what one of them refuses is said before anything is written. */
const togetherSubmitted = submissionOf(
  togetherForm,
  Effect.fn("togetherSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const { others, apart, reason } = yield* Effect.fromResult(readTogether(child, values))
    const casework = yield* Casework
    const own = { child, state: yield* casework.get(child), episodeId }
    const linked = [own, ...(yield* Effect.forEach(others, recordOf))]
    const parted = yield* Effect.forEach(apart, recordOf)
    const commands = [
      ...linked.flatMap((record) => {
        const [first, ...rest] = linked.filter((other) => other.child !== record.child).map((other) => other.child)
        return first === undefined ? [] : [{ ...record, command: linkTo(record, [first, ...rest]) }]
      }),
      ...parted.flatMap((record) => [
        { ...own, command: { _tag: "RecordNotMissingTogether", episodeId, others: [record.child], reason } as const },
        {
          ...record,
          command: {
            _tag: "RecordNotMissingTogether",
            episodeId: record.episodeId,
            others: [child],
            reason
          } as const
        }
      ])
    ]
    const now = Instant(yield* Clock.currentTimeMillis)
    for (const { state, command } of commands) yield* Effect.fromResult(decide(state, command, { now }))
    const [first, ...rest] = commands
    // The first is the child's own; what comes after it is on what it recorded.
    if (first !== undefined) yield* casework.execute(child, first.command, person, expectedVersion)
    for (const { child: of, command } of rest) yield* casework.execute(of, command, person)
    return Option.none()
  })
)

export const together: FormSlice = {
  buttons: { [togetherButton.actionId]: buttonFor(togetherForm) },
  submissions: { [TOGETHER_FORM]: togetherSubmitted }
}
