import type { Instant } from "../calendar/instant.ts"
import { offeredAtOf } from "../pathway/offer.ts"
import type { Replacement } from "../pathway/replacement.ts"
import type { ChildState, Closure, Episode, Interview, Progress } from "../pathway/state.ts"
import type { TriggerKey } from "../pathway/triggerDecision.ts"
import type { EpisodeId } from "../vocabulary/identifiers.ts"
import { EpisodesOnRecord } from "./episodesOnRecord.ts"
import type { Evidence } from "./rule.ts"
import { keyOf, type Trigger } from "./trigger.ts"

/** Whether anything was told after it had happened, or an interview came to cover more: else nothing is refuted. */
export const isAnyToldLate = (history: ReadonlyArray<Replacement>): boolean =>
  history.some(
    ({ happenedAt, interviews, removed }) =>
      happenedAt !== undefined ||
      removed !== undefined ||
      interviews?.some(({ were }) => were !== undefined && "episodeIds" in were) === true
  )

interface Ending {
  readonly foundAt?: Instant
  readonly returnedAt?: Instant
}

const endingOf = (progress: Progress): Ending =>
  progress._tag === "Found" || progress._tag === "Returned" ? progress : {}

const closedAtOf = (closure: Closure | undefined): Instant | undefined => {
  if (closure === undefined || closure._tag === "Died") return undefined
  return closure._tag === "Transferred" ? closure.transferredAt : closure.closedAt
}

/** The time that was not known, if it had come by then. */
const newlyKnown = (known: Instant | undefined, since: Instant | undefined, moment: Instant): Instant | undefined =>
  known === undefined && since !== undefined && since <= moment ? since : undefined

const progressWith = (progress: Progress, { foundAt, returnedAt }: Ending): Progress => {
  if (returnedAt !== undefined) return { _tag: "Returned", returnedAt, ...(foundAt === undefined ? {} : { foundAt }) }
  return foundAt === undefined ? progress : { _tag: "Found", foundAt }
}

/** With the finding, the return and the closure that had come by then, told since. */
const episodeBy = (episode: Episode, since: Episode, moment: Instant): Episode => {
  const [known, last] = [endingOf(episode.progress), endingOf(since.progress)]
  const foundAt = newlyKnown(known.foundAt, last.foundAt, moment)
  const returnedAt = newlyKnown(known.returnedAt, last.returnedAt, moment)
  const closedAt = newlyKnown(closedAtOf(episode.closure), closedAtOf(since.closure), moment)
  if (foundAt === undefined && returnedAt === undefined && closedAt === undefined) return episode
  const ending = {
    ...known,
    ...(foundAt === undefined ? {} : { foundAt }),
    ...(returnedAt === undefined ? {} : { returnedAt })
  }
  return {
    ...episode,
    progress: progressWith(episode.progress, ending),
    ...(closedAt === undefined || since.closure === undefined ? {} : { closure: since.closure })
  }
}

/** With the offer and the completion that had come by then, told since. */
const interviewBy = (
  interview: Interview | undefined,
  since: Interview | undefined,
  { id }: Episode,
  offeredAt: Instant | undefined,
  moment: Instant
): Interview | undefined => {
  if (since === undefined) return interview
  const completedAt = newlyKnown(interview?.completed?.completedAt, since.completed?.completedAt, moment)
  if (offeredAt === undefined && completedAt === undefined) return interview
  return {
    ...(interview ?? { id: since.id, knownAdult: since.knownAdult }),
    episodeIds: [id],
    ...(offeredAt === undefined ? {} : { offeredAt, offers: [{ offeredAt, episodeIds: [id] }] }),
    ...(completedAt === undefined || since.completed === undefined ? {} : { completed: since.completed })
  }
}

/** What is known now of one child, to judge by what had happened when a trigger was met, whenever it was recorded. */
export class ToldLate {
  readonly #state: ChildState
  readonly #decided: { readonly has: (key: TriggerKey) => boolean }
  #episodes: ReadonlyMap<EpisodeId, Episode> | undefined
  #interviews: ReadonlyMap<EpisodeId, Interview> | undefined

  /** @param decided what a person answered, which stays */
  constructor(state: ChildState, decided: { readonly has: (key: TriggerKey) => boolean }) {
    this.#state = state
    this.#decided = decided
  }

  #episode(id: EpisodeId): Episode | undefined {
    this.#episodes ??= new Map(this.#state.episodes.map((episode) => [episode.id, episode]))
    return this.#episodes.get(id)
  }

  #interview(id: EpisodeId): Interview | undefined {
    if (this.#interviews === undefined) {
      const covering = new Map<EpisodeId, Interview>()
      for (const interview of this.#state.interviews) {
        for (const one of interview.episodeIds) if (!covering.has(one)) covering.set(one, interview)
      }
      this.#interviews = covering
    }
    return this.#interviews.get(id)
  }

  #judge(
    { rule }: Trigger,
    record: EpisodesOnRecord,
    episode: Episode,
    interview: Interview | undefined
  ): Evidence | undefined {
    const { findMePlan, now, facts, calendars } = record
    const alone: ChildState = {
      episodes: [episode],
      interviews: interview === undefined ? [] : [interview],
      notifications: [],
      early: [],
      ...(findMePlan === undefined ? {} : { findMePlan })
    }
    return rule.judge(new EpisodesOnRecord(alone, now, facts, calendars), 0)
  }

  /** Whether what had happened when this evidence was complete, and was recorded later, shows that it was not. */
  refutes(trigger: Trigger, { episodes, metAt, extent }: Evidence, record: EpisodesOnRecord): boolean {
    const [episode] = episodes
    // Of several episodes, evidence is no moment of one of them.
    if (episode === undefined || episodes.length > 1 || !trigger.rule.isOfOneEpisode) return false
    const since = this.#episode(episode.id)
    if (since === undefined) return false
    const interview = record.interviewAt(record.placeOf(episode))
    const interviewSince = this.#interview(episode.id)
    const known = offeredAtOf(interview, episode)
    const right = (moment: Instant) => {
      const then = episodeBy(episode, since, moment)
      const offer = offeredAtOf(interviewSince, since)
      const offeredAt = offer === known ? undefined : newlyKnown(undefined, offer, moment)
      return [then, interviewBy(interview, interviewSince, episode, offeredAt, moment)] as const
    }
    const [episodeThen, interviewThen] = right(metAt)
    if (episodeThen === episode && interviewThen === interview) return false
    if (this.#decided.has(keyOf(trigger.setting.code, [episode.id], extent))) return false
    // When it was met, whether or not the council could know.
    const unnotified = { ...episode, notifiedAt: -Infinity as Instant }
    const moment = this.#judge(trigger, record, unnotified, interview)?.metAt
    return moment !== undefined && this.#judge(trigger, record, ...right(moment)) === undefined
  }
}
