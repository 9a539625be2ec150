/** A council's own pathway, in under 40 lines: nothing closes before school knows. Run it: `node ownPathway.ts`. All made up. */
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import * as pathway from "@safe-return/domain/pathway"
import { nationalMinimum } from "@safe-return/domain/policy"
import { Result } from "effect"
import { episodeId, reportOf } from "./syntheticReport.ts"

/** One step more, kept in the child's own stream: folding passes over it, and lists it in `unknownEvents`. */
type OwnCommand = pathway.Command | { readonly _tag: "barnsley/TellSchool" }

const schoolFirst = {
  _tag: "barnsley/SchoolFirst",
  field: "episodeId",
  message: "The child's school does not know yet. Tell the school, and then close the episode."
} as const
type Answer = Result.Result<ReadonlyArray<pathway.PathwayEvent>, pathway.Refusal | typeof schoolFirst>

const decide = (state: pathway.ChildState, command: OwnCommand, now: Instant): Answer => {
  if (command._tag === "barnsley/TellSchool") return Result.succeed([{ _tag: "barnsley/SchoolTold" } as never])
  const isTold = state.unknownEvents?.some(({ _tag }) => _tag === "barnsley/SchoolTold") ?? false
  return command._tag === "CloseEpisode" && !isTold ? Result.fail(schoolFirst) : pathway.decide(state, command, { now })
}

const missingAt = utc(2026, 11, 20, 17)
const close = { _tag: "CloseEpisode", episodeId } as const
const recording = { at: addHours(missingAt, 2), by: pathway.PersonId.make("a-worker") }

let state = pathway.emptyChildState
for (const command of [reportOf(missingAt, nationalMinimum), close, { _tag: "barnsley/TellSchool" } as const, close]) {
  const decision = decide(state, command, recording.at)
  if (Result.isSuccess(decision)) state = pathway.record(state, decision.success, recording).state
  console.log(`${command._tag}: ${Result.isSuccess(decision) ? "recorded" : decision.failure._tag}`)
}
