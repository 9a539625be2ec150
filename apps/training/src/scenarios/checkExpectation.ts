/** Whether what a step must show can be seen, each expectation with a sentence. */
import { Effect } from "effect"
import type { Training } from "../workspace/Training.ts"
import { asMessageText, asWritten, type PersonaKey } from "./cast.ts"
import { seesInWords } from "./inWords.ts"
import {
  asking,
  cardsOf,
  directTo,
  faceOf,
  homeOf,
  type LocatedMessage,
  messagesIn,
  repliesTo,
  threadsOf,
  wordsOn
} from "./personaView.ts"
import type { Sees } from "./Scenario.ts"

interface ExpectationResult {
  readonly ok: boolean
  /** What was expected; when it is not there, also what is there instead. */
  readonly sentence: string
}

/** How things stood when a step began, against which "new" is told. */
export interface Before {
  readonly latest: ReadonlyMap<string, string>
  readonly replies: number
}

/** What a step led to apart from what stands in Slack. */
export interface StepContext {
  readonly who: PersonaKey
  readonly before: Before
  /** HTTP status of the intake's answer, where the step was a notification. */
  readonly intake?: number
}

const conversationsOfAll = (training: Training) =>
  Effect.promise(async () => {
    const { workspace } = training
    const all = await Promise.all(workspace.members.map(({ id }) => workspace.person(id).conversations()))
    return new Set(all.flat().map(({ id }) => String(id)))
  })

export const standing = Effect.fnUntraced(function* (training: Training, who: PersonaKey) {
  const conversations = yield* conversationsOfAll(training)
  const before: Before = {
    latest: new Map([...conversations].map((id) => [id, training.workspace.latest(id) ?? ""])),
    replies: repliesTo(training, who).length
  }
  return before
})

const intakeStatuses = { accepted: [202], "already received": [200], refused: [400, 409] } as const

/** Enough to see what is there instead, without filling the screen. */
const SHOWN = 300
const instead = (there: string): string =>
  there === "" ? "There is nothing." : `It says: ${asWritten(there).slice(-SHOWN)}`

const expectationResult = (sees: Sees, ok: boolean, there: string): ExpectationResult => {
  const expected = seesInWords(sees)
  return { ok, sentence: ok ? expected : `${expected}. Not so. ${instead(there)}` }
}

const says = (
  sees: Sees & { readonly says: string; readonly times?: number },
  messages: ReadonlyArray<LocatedMessage>
) => {
  const all = messages.map(({ message }) => wordsOn(message))
  const saying = all.filter((words) => words.includes(asMessageText(sees.says)))
  const ok = sees.times === undefined ? saying.length > 0 : saying.length === sees.times
  return expectationResult(sees, ok, (saying.length > 0 ? saying : all).join("\n"))
}

/** Errors stand under block ids; people know a field by its label. */
const errorsByLabel = (training: Training, who: PersonaKey): ReadonlyMap<string, string> => {
  const modal = asking(training, who).person.modal
  const errors = modal === undefined ? {} : (training.fieldErrors.get(modal.id) ?? {})
  return new Map(
    (modal?.blocks ?? []).flatMap((block) => {
      const error = errors[String(block["block_id"])]
      return error === undefined ? [] : [[faceOf(block["label"]), error] as const]
    })
  )
}

export const checkExpectation = Effect.fnUntraced(function* (
  training: Training,
  sees: Sees,
  { who, before, intake }: StepContext
) {
  if ("card" in sees) return says(sees, yield* cardsOf(training, sees.card))
  if ("thread" in sees) return says(sees, yield* threadsOf(training, sees.thread))
  if ("channel" in sees) return says(sees, yield* messagesIn(training, sees.channel))
  if ("direct" in sees) return says(sees, yield* directTo(training, sees.direct))
  if ("reply" in sees) {
    const there = repliesTo(training, who)
      .slice(before.replies)
      .map(({ message }) => wordsOn(message))
      .join("\n")
    return expectationResult(sees, there.includes(asMessageText(sees.reply)), there)
  }
  if ("form" in sees || "noForm" in sees) {
    const { modal } = asking(training, who).person
    const there = modal === undefined ? "" : wordsOn(modal)
    return expectationResult(
      sees,
      "form" in sees ? there.includes(asMessageText(sees.form)) : modal === undefined,
      there
    )
  }
  if ("field" in sees) {
    const errors = errorsByLabel(training, who)
    const there = [...errors].map(([label, error]) => `${label}: ${error}`).join("\n")
    return expectationResult(sees, errors.get(sees.field)?.includes(sees.error) === true, there)
  }
  if ("home" in sees) {
    const there = wordsOn(yield* homeOf(training, sees.home))
    return expectationResult(sees, there.includes(asMessageText(sees.says)), there)
  }
  if ("intake" in sees) {
    const statuses: ReadonlyArray<number> = intakeStatuses[sees.intake]
    return expectationResult(
      sees,
      intake !== undefined && statuses.includes(intake),
      intake === undefined ? "" : String(intake)
    )
  }
  const now = yield* standing(training, who)
  const isNew = [...now.latest].some(([id, ts]) => ts !== (before.latest.get(id) ?? ""))
  return expectationResult(sees, !isNew && now.replies === before.replies, isNew ? "There are new messages." : "")
})
