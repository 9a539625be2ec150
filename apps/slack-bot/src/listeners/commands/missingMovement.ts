import { Casework, Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { type Command, type Episode, type EpisodeId, episodeById, keptRecord } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import { Clock, Effect, Option } from "effect"
import { plainly } from "../../blocks/blocks.ts"
import type { CaseButton } from "../../blocks/caseLink.ts"
import { type CaseForm, commandFor, episodesAt } from "../../forms/CaseForm.ts"
import { foundForm } from "../../forms/found/found.ts"
import { foundButton } from "../../forms/found/foundView.ts"
import { returnedForm } from "../../forms/returned/returned.ts"
import { returnedButton } from "../../forms/returned/returnedView.ts"
import { whichEpisode } from "../../forms/whichEpisode.ts"
import { checkNotMoved } from "../../handlers/checkNotMoved.ts"
import { explain, TypedTimeRefused } from "../../handlers/explain.ts"
import { findChild, withoutEpisode } from "../../handlers/findCase.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { namingRecorded } from "../../handlers/namingRecorded.ts"
import { permissionsOn } from "../../handlers/permissionsOn.ts"
import { movementRecorded } from "../../messages/movementRecorded.ts"
import type { MissingCommand } from "./parseMissing.ts"
import { readTime } from "./readTime.ts"

type Typed = Extract<MissingCommand, { _tag: "Found" | "Returned" }>

interface Movement {
  readonly form: CaseForm
  /** The stages at which it can still be recorded. */
  readonly stages: ReadonlyArray<Episode["progress"]["_tag"]>
  readonly command: (episodeId: EpisodeId, at: Instant) => Command
  readonly button: CaseButton
}

/** A time that does not fit may be refused by the other one that it contradicts. */
const isOfTime = (field: string): boolean => field === "foundAt" || field === "returnedAt"

/** With a time it is recorded at once; without one, or where it is not clear which episode is meant, it is asked. */
const recording = ({ form, stages, command: commandOf, button }: Movement): CommandHandler<Typed> => ({
  permission: "record-found-and-returned",
  about: ({ command }) => Option.some(command.reference),
  handle: Effect.fnUntraced(function* (request) {
    const { command, person } = request
    const { child, state } = yield* findChild(command.reference)
    const candidates = episodesAt(state, ...stages)
    if (candidates.length > 1) return Option.some(whichEpisode(child, state, candidates, button))
    if (command.when === "") return yield* commandFor(form).handle(request)
    const time = readTime(command.when, Instant(yield* Clock.currentTimeMillis))
    if (time._tag === "Unclear") return Option.some(plainly(time.sentence))
    const episode = form.episodeMeant(state)
    if (Option.isNone(episode)) return yield* withoutEpisode(child, state)
    const meant = keptRecord(state, episode.value)
    const casework = yield* Casework
    yield* checkNotMoved(child, state, meant)
    const after = yield* casework.execute(child, commandOf(meant.id, time.at), person).pipe(
      namingRecorded(child, meant.id),
      Effect.mapError((problem) =>
        "field" in problem && isOfTime(problem.field)
          ? new TypedTimeRefused({ sentence: explain(problem).sentence, readAs: londonDateTime(time.at) })
          : problem
      )
    )
    const { calendars } = yield* Council
    const may = yield* permissionsOn(child, meant.id, person)
    return Option.map(episodeById(after.state, meant.id), (moved) =>
      movementRecorded(child, after.state, moved, calendars, may.has("correct-record"))
    )
  })
})

/** `/missing found <reference> [time]` */
export const missingFound = recording({
  form: foundForm,
  stages: ["Missing"],
  command: (episodeId, foundAt) => ({ _tag: "RecordFound", episodeId, foundAt }),
  button: foundButton
})

/** `/missing returned <reference> [time]` */
export const missingReturned = recording({
  form: returnedForm,
  stages: ["Missing", "Found"],
  command: (episodeId, returnedAt) => ({ _tag: "RecordReturned", episodeId, returnedAt }),
  button: returnedButton
})
