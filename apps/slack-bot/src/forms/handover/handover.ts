import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Option, Schema } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import type { ButtonHandler, SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { sayingEveryMistake } from "../everyMistake.ts"
import { noticeView } from "../noticeView.ts"
import { type HandoverOutcome, handOverInterviews, handoverList } from "./handOverInterviews.ts"
import {
  decodeHandover,
  HANDOVER_FORM,
  HANDOVER_LIST_FORM,
  handoverView,
  OPEN_HANDOVER,
  readHandover,
  readHandoverList
} from "./handoverView.ts"

/** Both people are known: the list of interviews comes next. */
const handoverSubmitted: SubmissionHandler = {
  permission: "assign-interview",
  handle: (submission) =>
    sayingEveryMistake(
      submission,
      Effect.fn("handoverSubmitted")(function* (values) {
        return Option.some(yield* handoverList(yield* Effect.fromResult(readHandover(values))))
      })
    )
}

const inWords = (outcomes: ReadonlyArray<HandoverOutcome>): string => {
  const done = outcomes.filter(({ refused }) => refused === undefined)
  const refused = outcomes.filter((outcome) => outcome.refused !== undefined)
  return [
    done.length === 0 ? "Nothing was handed over." : `Handed over: ${done.map(({ child }) => child).join(", ")}.`,
    ...refused.map(({ child, refused: why }) => `${child} was not: ${why}`)
  ].join("\n")
}

const handoverListSubmitted: SubmissionHandler = {
  permission: "assign-interview",
  handle: Effect.fn("handoverListSubmitted")(function* ({ metadata, person, values }) {
    const handover = decodeHandover(metadata)
    if (Option.isNone(handover)) return yield* new OutOfDate()
    const chosen = yield* Effect.fromResult(readHandoverList(values))
    return Option.some(noticeView(inWords(yield* handOverInterviews(handover.value, chosen, person))))
  })
}

const isPerson = Schema.is(PersonId)

/** "Hand over several", on the list of a person who is away. */
const openHandover: ButtonHandler = {
  permission: "assign-interview",
  handle: Effect.fn("openHandover")(function* ({ value, openForm }) {
    if (!isPerson(value)) return yield* new OutOfDate()
    yield* openForm(handoverView({ from: value }))
  })
}

export const handover: FormSlice = {
  buttons: { [OPEN_HANDOVER]: openHandover },
  submissions: { [HANDOVER_FORM]: handoverSubmitted, [HANDOVER_LIST_FORM]: handoverListSubmitted }
}
