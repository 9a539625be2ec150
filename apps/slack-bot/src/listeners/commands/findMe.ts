import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { planStanding } from "@safe-return/domain/findMePlan"
import { type ChildReference, latestEpisode } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { type MessageContent, plainly } from "../../blocks/blocks.ts"
import { episodesAt } from "../../forms/CaseForm.ts"
import { findMePlanView } from "../../forms/findMePlan/findMePlanView.ts"
import { referenceExamples } from "../../forms/referenceExamples.ts"
import { findOrNew } from "../../handlers/findCase.ts"
import type { CommandHandler, CommandRequest } from "../../handlers/Handler.ts"
import { attempt, type HandlerServices, type Outcome } from "../../handlers/Handler.ts"
import { withExample } from "./helpOn.ts"
import { isReference, type Misunderstood, referenceAlone } from "./typed.ts"

const open: CommandHandler<ChildReference> = {
  permission: "record-find-me-plan",
  about: ({ command }) => Option.some(command),
  handle: Effect.fn("findMe")(function* ({ command, openForm }) {
    const { child, state } = yield* findOrNew(command)
    const casework = yield* Casework
    const seen = yield* casework.version(child)
    const now = Instant(yield* Clock.currentTimeMillis)
    const episode = latestEpisode({ ...state, episodes: episodesAt(state, "Missing") })
    const progress = Option.getOrUndefined(episode)?.progress
    yield* openForm(
      findMePlanView({
        link: { child, seen },
        plan: state.findMePlan,
        standing: planStanding(state, now),
        examples: yield* referenceExamples,
        missing: progress?._tag === "Missing" ? { partTwo: progress.partTwo } : undefined
      })
    )
    return Option.none()
  })
}

const explainUsage: CommandHandler<Misunderstood> = {
  permission: "anyone",
  handle: ({ command }) => Effect.map(withExample(command.sentence), (sentence) => Option.some(plainly(sentence)))
}

/** `/findme <reference>`: where the child's plan is, whether it can be relied on, and the form to record it. */
export const findMe = (
  request: CommandRequest<string>
): Effect.Effect<Outcome<Option.Option<MessageContent>>, never, HandlerServices> => {
  const command = referenceAlone(request.command, "/findme LCS-10432")
  return isReference(command) ? attempt(open, { ...request, command }) : attempt(explainUsage, { ...request, command })
}
