import { Instant } from "@safe-return/domain/calendar"
import {
  decide,
  type Episode,
  episodeOwedInterview,
  InterviewId,
  interviewStanding,
  latestEpisode,
  type PersonId,
  type Refusal
} from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Clock, Effect, Option, Result } from "effect"
import { People } from "../people/People.ts"
import { logInterviewView } from "../views/logInterviewView.ts"
import { OutOfDate } from "./explain.ts"
import type { FoundChild } from "./findCase.ts"

/** The episode meant when only the child is named. */
export const episodeToLog = ({ state }: FoundChild): Effect.Effect<Episode, OutOfDate> =>
  Option.match(
    Option.orElse(episodeOwedInterview(state), () => latestEpisode(state)),
    { onNone: () => Effect.fail(new OutOfDate()), onSome: Effect.succeed }
  )

/**
 * What the domain would refuse however the form is filled in. "Nothing to log" is its answer to an empty form that
 * can be filled in, so nobody fills in a form for an interview that is long completed.
 */
const refusalBeforehand = ({ state }: FoundChild, episode: Episode, now: Instant): Option.Option<Refusal> =>
  Option.filter(
    Result.getFailure(
      decide(
        state,
        {
          _tag: "LogInterview",
          newInterviewId: InterviewId.make("not-recorded"),
          episodeId: episode.id,
          isInterviewer: true
        },
        { now }
      )
    ),
    (refusal) => refusal._tag !== "NothingToLog"
  )

/** The form to log an interview with, for the person who asked. */
export const logForm = Effect.fn("logForm")(function* (
  found: FoundChild,
  episode: Episode,
  person: PersonId
): Effect.fn.Return<ModalView, Refusal, People> {
  const now = Instant(yield* Clock.currentTimeMillis)
  const refusal = refusalBeforehand(found, episode, now)
  if (Option.isSome(refusal)) return yield* Effect.fail(refusal.value)
  const standing = interviewStanding(found.state, episode)
  const interview = "interview" in standing ? standing.interview : undefined
  const people = yield* People
  const isInterviewer = (yield* people.rolesOf(person)).has("interviewer")
  const suggested = interview?.interviewer ?? (isInterviewer ? person : undefined)
  return logInterviewView({ child: found.child, episodeId: episode.id }, interview, suggested)
})
