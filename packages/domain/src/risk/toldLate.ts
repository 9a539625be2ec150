import type { Instant } from "../calendar/instant.ts"
import { offeredAtOf } from "../pathway/offer.ts"
import type { Replacement } from "../pathway/replacement.ts"
import type { ChildState, Closure, Episode, Interview, Progress } from "../pathway/state.ts"
import type { TriggerKey } from "../pathway/triggerDecision.ts"
import type { EpisodeId } from "../vocabulary/identifiers.ts"
import { EpisodesOnRecord } from "./episodesOnRecord.ts"
import { type Evidence, later } from "./rule.ts"
import { keyOf, type Trigger } from "./trigger.ts"

/** Whether anything was told after it had happened, or an interview came to cover more: else nothing is refuted. */
export const isAnyToldLate = ({ episodes }: ChildState, history: ReadonlyArray<Replacement>): boolean =>
  episodes.some(({ missingAt }, nth) => missingAt < (episodes[nth - 1]?.missingAt ?? 0)) ||
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

/** Facts of an outcome that has no time of its own: when it was recorded is when it is known from. */
const outcomes: ReadonlySet<string> = new Set(["answers", "reasons", "interviewNotDone"])

/** Which outcomes each event of a history recorded, by the episode or interview, as places in that history. */
const outcomesRecorded = (history: ReadonlyArray<Replacement>): ReadonlyMap<string, ReadonlyArray<number>> => {
  const recorded = new Map<string, Array<number>>()
  history.forEach(({ episodes = [], interviews = [] }, place) => {
    for (const { id, were } of [...episodes, ...interviews]) {
      if (were === undefined || !Object.keys(were).some((fact) => outcomes.has(fact))) continue
      const known = recorded.get(id)
      if (known === undefined) recorded.set(id, [place])
      else known.push(place)
    }
  })
  return recorded
}

/** What is known now of one child, to judge by what had happened when a trigger was met, whenever it was recorded. */
export class ToldLate {
  readonly #state: ChildState
  readonly #decided: { readonly has: (key: TriggerKey) => boolean }
  readonly #history: ReadonlyArray<Replacement>
  #recorded: ReadonlyMap<string, ReadonlyArray<number>> | undefined
  readonly #known: EpisodesOnRecord
  #episodes: ReadonlyMap<EpisodeId, Episode> | undefined
  #interviews: ReadonlyMap<EpisodeId, Interview> | undefined

  /**
   * @param known the record of this state
   * @param decided what a person answered, which stays
   */
  constructor(
    state: ChildState,
    known: EpisodesOnRecord,
    history: ReadonlyArray<Replacement>,
    decided: { readonly has: (key: TriggerKey) => boolean }
  ) {
    this.#state = state
    this.#known = known
    this.#history = history
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

  /** The last of these episodes, judged with them and these interviews alone. */
  #judge(
    { rule }: Trigger,
    { findMePlan, now, facts, calendars }: EpisodesOnRecord,
    episodes: ReadonlyArray<Episode>,
    interviews: ReadonlyArray<Interview | undefined>
  ): Evidence | undefined {
    const alone: ChildState = {
      episodes,
      interviews: interviews.filter((interview) => interview !== undefined),
      notifications: [],
      early: [],
      ...(findMePlan === undefined ? {} : { findMePlan })
    }
    return rule.judge(new EpisodesOnRecord(alone, now, facts, calendars), episodes.length - 1)
  }

  /**
   * Whether what had happened when this evidence was complete, and was recorded later, shows that it was not.
   *
   * @param place of the event in the history before which the record stands
   */
  refutes(trigger: Trigger, evidence: Evidence, record: EpisodesOnRecord, place: number): boolean {
    if (!trigger.rule.isOfOneEpisode) return this.#refutesRun(trigger, evidence, record, place)
    const [episode] = evidence.episodes
    // What an interview of several brought out is not met by anything that lacked.
    return (
      episode !== undefined && evidence.episodes.length === 1 && this.#refutesOne(trigger, evidence, record, episode)
    )
  }

  /** From when this evidence could be told: by its own moment, and once what has no time of its own was recorded. */
  #raisedAt({ episodes, metAt }: Evidence, record: EpisodesOnRecord, place: number): Instant {
    this.#recorded ??= outcomesRecorded(this.#history)
    let at = metAt
    for (const episode of episodes) {
      for (const id of [episode.id, record.interviewAt(record.placeOf(episode))?.id]) {
        const last = this.#recorded.get(id ?? "")?.findLast((other) => other < place) ?? -1
        at = later(at, this.#history[last]?.until ?? at)
      }
    }
    return at
  }

  /** The episodes that were told of later and had begun: within this run, and the child's first. */
  #toldSince(record: EpisodesOnRecord, first: Episode, last: Episode): ReadonlyArray<Episode> {
    const { episodes } = this.#known
    const from = this.#known.placeOf(first)
    const begun = [...episodes.slice(0, from && 1), ...episodes.slice(from, this.#known.placeOf(last))]
    return begun.filter((episode) => record.episodes[record.placeOf(episode)]?.id !== episode.id)
  }

  /** An episode between those of a run, or one of their interviews held, may show that it was none. */
  #refutesRun(trigger: Trigger, evidence: Evidence, record: EpisodesOnRecord, place: number): boolean {
    const { episodes, extent } = evidence
    const [first, last] = [episodes[0], episodes.at(-1)]
    if (first === undefined || last === undefined) return false
    const run = record.episodes.slice(record.placeOf(first), record.placeOf(last) + 1)
    const since = this.#toldSince(record, first, last)
    const raisedAt = this.#raisedAt(evidence, record, place)
    const heldBy = (episode: Episode, then?: Interview) =>
      interviewBy(then, this.#interview(episode.id), episode, undefined, raisedAt)
    const known = run.map((episode) => record.interviewAt(record.placeOf(episode)))
    const held = run.map((episode, nth) => heldBy(episode, known[nth])).filter((right, nth) => right !== known[nth])
    if (since.length === 0 && held.length === 0) return false
    const ids = episodes.map(({ id }) => id)
    if (this.#decided.has(keyOf(trigger.setting.code, ids, extent))) return false
    const interviews = [...held, ...since.map((episode) => heldBy(episode)), ...known]
    const right = this.#judge(trigger, record, [...since, ...run], interviews)
    return right === undefined || ids.some((id) => right.episodes.every((episode) => episode.id !== id))
  }

  #refutesOne(trigger: Trigger, { metAt, extent }: Evidence, record: EpisodesOnRecord, episode: Episode): boolean {
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
    const moment = this.#judge(trigger, record, [unnotified], [interview])?.metAt
    if (moment === undefined) return false
    const [atMoment, ...interviews] = right(moment)
    return this.#judge(trigger, record, [atMoment], interviews) === undefined
  }
}
