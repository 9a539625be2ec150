/** Histories of one made-up child: random commands put one after another, refused or not, and the states they lead to. */
import { Result } from "effect"
import fc from "fast-check"
import {
  answerOf,
  type ChildState,
  type Command,
  decide,
  EpisodeId,
  emptyChildState,
  evolve,
  InterviewId,
  interviewOf,
  notDoneOf,
  offeredAtOf,
  type PathwayEvent,
  PersonId,
  type RecordedEvent,
  type Refusal,
  type WithdrawableFact,
  type Withdrawn
} from "../../src/pathway/index.ts"
import { HISTORY_NOW, recordedBy, type Step, steps } from "./arbitraries.ts"
import { unnamedEpisode } from "./arbitraryFacts.ts"

/** What is on the record of this kind, as someone who withdraws it names it; or something that is not. */
export const recordedOf = (state: ChildState, id: EpisodeId, what: WithdrawableFact): Withdrawn => {
  const episode = state.episodes.find((one) => one.id === id)
  const interview = interviewOf(state, id)
  const never = HISTORY_NOW
  switch (what) {
    case "offer":
      return { what, offeredAt: (episode && offeredAtOf(interview, episode)) ?? never }
    case "answer":
      return { what, response: (episode && answerOf(interview, episode)) ?? "accepted" }
    case "attempt":
      return { what, attempt: interview?.attempts?.at(-1) ?? { attemptedAt: never, method: "phone", result: "spoken" } }
    case "carer-offer":
      return { what, offeredAt: interview?.carerOffer?.offeredAt ?? never }
    case "not-done":
      return { what, notDone: (episode && notDoneOf(interview, episode)?.reason) ?? "missing-again" }
    case "completed":
      return { what, completedAt: interview?.completed?.completedAt ?? never }
    case "further-session":
      return { what, completedAt: interview?.furtherSessions?.at(-1)?.completedAt ?? never }
  }
}

const leftOut = PersonId.make("made-up-left-out")

const keptOf = ({ episodes }: ChildState, but: EpisodeId) =>
  episodes.find(
    ({ id, progress }) =>
      id !== but &&
      progress._tag !== "Cancelled" &&
      episodes.some((one) => one.progress._tag === "Cancelled" && one.progress.duplicateOf === id)
  )

/** The command with its ids: new ones of its own, and an episode the child has. */
const named = ({ said, nth }: Step, state: ChildState, index: number): Command => {
  const chosen = nth === undefined ? undefined : state.episodes[nth % Math.max(1, state.episodes.length)]?.id
  const latest = state.episodes.at(-1)?.id ?? unnamedEpisode
  // Now and then one that an interview has already.
  const used = index % 11 === 10 ? state.interviews[0]?.id : undefined
  const newInterviewId = used ?? InterviewId.make(`interview-${index}`)
  const meant = chosen ?? latest
  const other = state.episodes.find(({ id }) => id !== meant)?.id ?? meant
  const counted = state.episodes.filter(({ progress }) => progress._tag !== "Cancelled")
  switch (said._tag) {
    case "ReceiveNotification":
      // Now and then an id that was used before.
      return { ...said, newEpisodeId: EpisodeId.make(`episode-${index % 11 === 10 ? 0 : index}`) }
    case "RecordFindMePlan":
    case "RejectMisdirectedNotification":
    case "AnswerMisdirectedNews":
    case "TurnEighteen":
    case "ImportHistory":
    case "RecordDeath":
    case "ConfirmDeath":
    case "TakeBackDeath":
      return said
    case "AssignInterview":
    case "LogInterview": {
      const asked = { ...said, newInterviewId, ...("alsoCovers" in said ? { alsoCovers: [other] } : {}) }
      return chosen === undefined ? asked : { ...asked, episodeId: chosen }
    }
    case "OfferToCarer":
    case "RecordAttempt":
      return { ...said, episodeId: meant, ...(index % 2 === 0 ? { newInterviewId } : {}) }
    case "WithdrawFromInterview": {
      const covered = state.episodes.filter(({ id }) => interviewOf(state, meant)?.episodeIds.includes(id) === true)
      const about = covered.find(({ closure }) => closure === undefined)?.id ?? meant
      return { ...said, episodeId: about, withdrawn: recordedOf(state, about, said.withdrawn.what) }
    }
    case "ExtendInterview":
      return { ...said, episodeId: meant, alsoCovers: [other] }
    case "MergeDuplicate":
      // One that another was merged into, where there is one: so that what was kept is merged since.
      return {
        ...said,
        episodeId: meant,
        duplicateId: (keptOf(state, meant) ?? counted.find(({ id }) => id !== meant))?.id ?? other
      }
    case "SeparateDuplicate": {
      const merged = state.episodes.filter(
        ({ progress }) => progress._tag === "Cancelled" && progress.duplicateOf !== undefined
      )
      return { ...said, episodeId: merged[(nth ?? 0) % Math.max(1, merged.length)]?.id ?? meant }
    }
    case "RecordInterview":
      return { ...said, episodeId: meant, ...(index % 2 === 0 ? { keptFrom: [leftOut] } : {}) }
    default:
      return { ...said, episodeId: meant }
  }
}

/** One command that was put to a state: what came of it, and the state after. */
export interface Turn {
  readonly command: Command
  readonly before: ChildState
  readonly after: ChildState
  readonly events: ReadonlyArray<PathwayEvent>
  readonly refusal: Refusal | undefined
}

export interface History {
  readonly turns: ReadonlyArray<Turn>
  readonly recorded: ReadonlyArray<RecordedEvent>
  readonly state: ChildState
}

/** One turn in a line, for the counterexample of a property that fails. */
const told = ({ command, refusal, events }: Turn): string => {
  const { policy: _, ...asked } = { policy: undefined, ...command }
  return `${JSON.stringify(asked)} → ${refusal?._tag ?? events.map(({ _tag }) => _tag).join(", ")}`
}

/** Puts the commands one after another, and keeps what came of each. */
const playOut = (sequence: ReadonlyArray<Step>): History => {
  const turns: Array<Turn> = []
  const recorded: Array<RecordedEvent> = []
  let state = emptyChildState
  for (const [index, step] of sequence.entries()) {
    const before = state
    const command = named(step, before, index)
    // Now and then it is asked by a person who was left out of what an interview brought out.
    const by = index % 5 === 4 ? leftOut : undefined
    const decision = decide(before, command, { now: HISTORY_NOW, ...(by === undefined ? {} : { by }) })
    const events = Result.getOrElse(decision, () => [])
    for (const event of events) {
      const entry: RecordedEvent = { recordedAt: HISTORY_NOW, recordedBy, event }
      recorded.push(entry)
      state = evolve(state, entry)
    }
    turns.push({
      command,
      before,
      after: state,
      events,
      refusal: Result.getOrElse(Result.flip(decision), () => undefined)
    })
  }
  return Object.defineProperty({ turns, recorded, state }, fc.toStringMethod, {
    value: () => turns.map(told).join("\n")
  })
}

/** Everything that came of a random sequence of commands. */
export const histories: fc.Arbitrary<History> = steps.map(playOut)
