import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { FindMePlan } from "../findMePlan/findMePlan.ts"
import type { EpisodeFacts, Replacement } from "../pathway/replacement.ts"
import { gradeActedOn } from "../pathway/reportReading.ts"
import type { ChildState, Episode, Interview } from "../pathway/state.ts"
import type { CaseStatus } from "../policy/caseStatus.ts"
import type { EpisodesCounted } from "../policy/triggers.ts"
import type { EpisodeId, InterviewId } from "../vocabulary/identifiers.ts"
import type { ChildFacts } from "./childFacts.ts"
import { EVIDENCE_AT_MOST } from "./evidenceAtMost.ts"
import { EVERY_GROUND, grounds, maskOf } from "./grounds.ts"
import { ShorteningLists } from "./ShorteningLists.ts"

const inOrder = (a: Episode, b: Episode): number => a.missingAt - b.missingAt || (a.id < b.id ? -1 : 1)

const isOn = ({ progress }: Episode): boolean => progress._tag !== "Cancelled"

/** An episode whose judgement a step back may have changed. */
export interface AffectedEpisode {
  readonly episode: Episode
  /** False where it is not on the record before the step. */
  readonly isOn: boolean
  readonly grounds: number
}

/** What each fact is a ground for; every rule reads when an episode began. */
const groundOf: Readonly<Record<string, number>> = {
  absence: grounds.grading,
  missingFrom: grounds.grading,
  risk: grounds.grading,
  missingAt: EVERY_GROUND,
  notifiedAt: EVERY_GROUND,
  progress: grounds.ending,
  closure: grounds.ending,
  interviewNotDone: grounds.interview
}

const BEGINNING = maskOf(["others", "latest"])

type FormerInterview = NonNullable<NonNullable<Replacement["interviews"]>[number]["were"]>

/** The episodes for which something of an interview was replaced; undefined is all that it covers. */
const concerned = (now: Interview, were: FormerInterview): ReadonlyArray<EpisodeId> | undefined => {
  const ids: Array<EpisodeId> = []
  for (const list of ["offers", "answers", "reasons"] as const) {
    if (!(list in were)) continue
    const length = were.lengths?.[list] ?? 0
    const items = now[list]
    if (
      items === undefined ||
      items.length < length ||
      (length > 0 && items[length - 1] !== were[list]?.[length - 1])
    ) {
      return undefined
    }
    for (let at = length; at < items.length; at += 1) {
      const theirs = items[at]?.episodeIds
      if (theirs === undefined) return undefined
      ids.push(...theirs)
    }
  }
  const isWhole = "episodeIds" in were || "completed" in were || "record" in were || "takenUpAgain" in were
  return isWhole || ids.length === 0 ? undefined : ids
}

/** What the rules read about one child: prepared once, so that the work grows with the number of episodes alone. */
export class EpisodesOnRecord {
  /** By when the child was last seen, whatever order they were recorded in. Cancelled ones and duplicates are out. */
  get episodes(): ReadonlyArray<Episode> {
    return this.#episodes
  }
  get now(): Instant {
    return this.#now
  }
  get findMePlan(): FindMePlan | undefined {
    return this.#plan
  }
  readonly facts: ChildFacts
  readonly calendars: Calendars
  readonly #state: ChildState
  readonly #episodes: Array<Episode>
  #now: Instant
  #plan: FindMePlan | undefined
  #places: ReadonlyArray<Interview | undefined> | undefined
  /** Every episode, also those that do not count; made when it is first asked for. */
  #byId: Map<EpisodeId, Episode> | undefined
  /** Likewise made when first asked for: the interviews as they are at the moment, and which cover an episode. */
  #interviews: Map<InterviewId, Interview> | undefined
  readonly #order = new Map<InterviewId, number>()
  #covering: Map<EpisodeId, Array<InterviewId>> | undefined
  #covered: Map<Interview, ReadonlyArray<Episode>> | undefined
  /** Of an interview that covers many, an episode after which it covers none. */
  readonly #noneAfter = new Map<InterviewId, Episode>()
  readonly #shortening = new ShorteningLists()

  constructor(state: ChildState, now: Instant, facts: ChildFacts, calendars: Calendars) {
    this.#episodes = state.episodes.filter(isOn).sort(inOrder)
    this.#state = state
    this.#now = now
    this.#plan = state.findMePlan
    this.facts = facts
    this.calendars = calendars
  }

  /** The interview that covers the episode at this place. */
  interviewAt(index: number): Interview | undefined {
    if (this.#covering === undefined) {
      this.#places ??= this.#interviewsByPlace()
      return this.#places[index]
    }
    const episode = this.#episodes[index]
    return episode === undefined ? undefined : this.#interviewOf(episode.id)
  }

  #interviewsByPlace(): ReadonlyArray<Interview | undefined> {
    const byEpisode = new Map<EpisodeId, Interview>()
    for (const interview of this.#state.interviews) {
      for (const id of interview.episodeIds) if (!byEpisode.has(id)) byEpisode.set(id, interview)
    }
    return byEpisode.size === 0 ? [] : this.#episodes.map(({ id }) => byEpisode.get(id))
  }

  #interviewOf(id: EpisodeId): Interview | undefined {
    const first = this.#covering?.get(id)?.[0]
    return first === undefined ? undefined : this.#interviews?.get(first)
  }

  /** The episodes this interview covers, if this one is the last of them: an interview is judged once. */
  coveredWithLast(interview: Interview, last: Episode): ReadonlyArray<Episode> | undefined {
    const { length } = interview.episodeIds
    if (length === 1) return [last]
    if (length > EVIDENCE_AT_MOST) {
      return this.#lastCoveredBy(interview) === last ? this.#coveredUpTo(interview, last) : undefined
    }
    this.#covered ??= new Map()
    const covered = this.#covered.get(interview) ?? this.#coveredBy(interview)
    this.#covered.set(interview, covered)
    return covered.at(-1) === last ? covered : undefined
  }

  #coveredBy(interview: Interview): ReadonlyArray<Episode> {
    const byId = this.#everyEpisode()
    return interview.episodeIds
      .flatMap((id) => {
        const episode = byId.get(id)
        if (episode === undefined || !isOn(episode)) return []
        return this.interviewAt(this.placeOf(episode)) === interview ? [episode] : []
      })
      .sort(inOrder)
  }

  #coveredUpTo(interview: Interview, last: Episode): ReadonlyArray<Episode> {
    const covered: Array<Episode> = []
    for (let at = this.placeOf(last); at >= 0 && covered.length < EVIDENCE_AT_MOST; at -= 1) {
      const episode = this.#episodes[at]
      if (episode !== undefined && this.interviewAt(at) === interview) covered.push(episode)
    }
    return covered.reverse()
  }

  #lastCoveredBy(interview: Interview): Episode | undefined {
    if (interview.episodeIds.length <= EVIDENCE_AT_MOST) return this.#coveredBy(interview).at(-1)
    const noneAfter = this.#noneAfter.get(interview.id)
    const end = this.#episodes.length - 1
    for (let at = noneAfter === undefined ? end : Math.min(end, this.placeOf(noneAfter)); at >= 0; at -= 1) {
      const episode = this.#episodes[at]
      if (episode === undefined || this.interviewAt(at) !== interview) continue
      this.#noneAfter.set(interview.id, episode)
      return episode
    }
    return undefined
  }

  isLatest(index: number): boolean {
    return index === this.#episodes.length - 1
  }

  caseStatusOf({ id }: Episode): CaseStatus | undefined {
    return this.facts.caseStatusAt?.get(id) ?? this.facts.caseStatus
  }

  /** Whether a rule that looks at these episodes counts this one. A case status or a grade that is not known does not count. */
  isCounted(counted: EpisodesCounted | undefined, episode: Episode): boolean {
    if (counted === undefined) return true
    const { absences, missingFrom, risks, caseStatuses } = counted
    if (absences !== undefined && !absences.includes(episode.absence)) return false
    if (missingFrom !== undefined && missingFrom !== episode.missingFrom) return false
    if (risks !== undefined && (episode.risk === "not-graded" || !risks.includes(gradeActedOn(episode)))) return false
    return caseStatuses === undefined || caseStatuses.some((status) => status === this.caseStatusOf(episode))
  }

  /** Where the episode is among those on the record, or would be. */
  placeOf(episode: Episode): number {
    let [from, to] = [0, this.#episodes.length]
    while (from < to) {
      const middle = (from + to) >> 1
      const other = this.#episodes[middle]
      if (other !== undefined && inOrder(other, episode) < 0) from = middle + 1
      else to = middle
    }
    return from
  }

  /** The record as it was before this step, at the moment of it or at `atMost`; what may be judged otherwise there. */
  stepBack(step: Replacement, atMost: Instant): ReadonlyArray<AffectedEpisode> {
    this.#now = step.until !== undefined && step.until < atMost ? step.until : atMost
    if (step.until === undefined) this.#now = -Infinity as Instant
    const affected: Array<AffectedEpisode> = []
    if (this.#covered !== undefined && this.#covered.size > 0) this.#covered.clear()
    // From here on an interview is found by its episode: places move.
    if (this.#covering === undefined) this.#interviewMaps()
    if (step.removed !== undefined) for (const interview of step.removed) this.#broughtBack(interview, affected)
    if (step.interviews !== undefined) {
      for (const { id, were } of step.interviews) this.#interviewBack(id, were, affected)
    }
    if (step.episodes !== undefined) {
      for (const { id, were } of step.episodes) this.#episodeBack(id, were, affected)
    }
    if (step.findMePlan !== undefined) {
      this.#plan = step.findMePlan.was
      const latest = this.#episodes.at(-1)
      if (latest !== undefined) affected.push({ episode: latest, isOn: true, grounds: grounds.plan })
    }
    return affected
  }

  #everyEpisode(): Map<EpisodeId, Episode> {
    if (this.#byId === undefined) {
      this.#byId = new Map()
      for (const episode of this.#state.episodes) this.#byId.set(episode.id, episode)
    }
    return this.#byId
  }

  #episodeBack(id: EpisodeId, were: EpisodeFacts | undefined, affected: Array<AffectedEpisode>): void {
    const byId = this.#everyEpisode()
    const now = byId.get(id)
    if (now === undefined) return
    const place = this.placeOf(now)
    if (were === undefined) {
      byId.delete(id)
      if (!isOn(now)) return
      this.#leave(place)
      affected.push({ episode: now, isOn: false, grounds: BEGINNING })
      this.#lastCoveredWith(id, affected)
      return
    }
    const before = { ...now, ...were } as Episode
    byId.set(id, before)
    let mask = 0
    for (const fact of Object.keys(were)) mask |= groundOf[fact] ?? EVERY_GROUND
    if (isOn(now) && isOn(before) && now.missingAt === before.missingAt) {
      this.#episodes[place] = before
    } else {
      if (isOn(now)) this.#leave(place)
      if (isOn(before)) {
        this.#episodes.splice(this.placeOf(before), 0, before)
        this.#noneAfter.clear()
      }
      mask = EVERY_GROUND
      // Where it stands since, others may have come before it.
      if (isOn(now)) affected.push({ episode: now, isOn: false, grounds: BEGINNING })
    }
    if ((mask & BEGINNING) !== 0) this.#lastCoveredWith(id, affected)
    affected.push({ episode: before, isOn: isOn(before), grounds: mask })
  }

  #leave(place: number): void {
    if (place === this.#episodes.length - 1) this.#episodes.pop()
    else this.#episodes.splice(place, 1)
  }

  /** The interview of this episode is judged at the last that it covers, which may be another without it. */
  #lastCoveredWith(id: EpisodeId, affected: Array<AffectedEpisode>): void {
    const interview = this.#interviewOf(id)
    if (interview === undefined || interview.episodeIds.length === 1) return
    const last = this.#lastCoveredBy(interview)
    if (last !== undefined) affected.push({ episode: last, isOn: true, grounds: grounds.interview })
  }

  #interviewMaps(): readonly [Map<InterviewId, Interview>, Map<EpisodeId, Array<InterviewId>>] {
    if (this.#interviews === undefined || this.#covering === undefined) {
      this.#interviews = new Map()
      this.#covering = new Map()
      for (const interview of this.#state.interviews) {
        this.#order.set(interview.id, this.#order.size)
        this.#interviews.set(interview.id, interview)
        for (const id of interview.episodeIds) this.#cover(this.#covering, id, interview.id)
      }
    }
    return [this.#interviews, this.#covering]
  }

  #cover(covering: Map<EpisodeId, Array<InterviewId>>, id: EpisodeId, interview: InterviewId): void {
    const others = covering.get(id)
    if (others === undefined) covering.set(id, [interview])
    else if (!others.includes(interview)) {
      others.push(interview)
      others.sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0))
    }
  }

  #uncover(covering: Map<EpisodeId, Array<InterviewId>>, id: EpisodeId, interview: InterviewId): void {
    const left = covering.get(id)?.filter((other) => other !== interview) ?? []
    if (left.length === 0) covering.delete(id)
    else {
      covering.set(id, left)
      this.#noneAfter.clear()
    }
  }

  #interviewBack(id: InterviewId, were: FormerInterview | undefined, affected: Array<AffectedEpisode>): void {
    const [interviews, covering] = this.#interviewMaps()
    const now = interviews.get(id)
    if (now === undefined) return
    const ids = were === undefined ? now.episodeIds : this.#back(now, were, interviews, covering)
    if (were === undefined) {
      interviews.delete(id)
      for (const one of now.episodeIds) this.#uncover(covering, one, id)
    }
    const byId = this.#everyEpisode()
    for (const one of ids) {
      const episode = byId.get(one)
      if (episode === undefined || !isOn(episode)) continue
      affected.push({ episode, isOn: true, grounds: grounds.interview })
    }
  }

  #broughtBack(interview: Interview, affected: Array<AffectedEpisode>): void {
    const { id, episodeIds } = interview
    const [interviews, covering] = this.#interviewMaps()
    if (!this.#order.has(id)) this.#order.set(id, this.#order.size)
    interviews.set(id, interview)
    this.#noneAfter.clear()
    const byId = this.#everyEpisode()
    for (const one of episodeIds) {
      this.#cover(covering, one, id)
      const episode = byId.get(one)
      if (episode !== undefined && isOn(episode)) affected.push({ episode, isOn: true, grounds: grounds.interview })
    }
  }

  /** The interview as it was, and the episodes for which it was otherwise. */
  #back(
    now: Interview,
    were: FormerInterview,
    interviews: Map<InterviewId, Interview>,
    covering: Map<EpisodeId, Array<InterviewId>>
  ): ReadonlyArray<EpisodeId> {
    const { id } = now
    if (!("episodeIds" in were)) {
      const theirs = concerned(now, were) ?? now.episodeIds
      interviews.set(id, this.#shortening.asItWas(now, were))
      return theirs
    }
    const length = were.lengths?.episodeIds
    const isMovedOnly = Object.keys(were).every((fact) => fact === "episodeIds" || fact === "lengths")
    if (isMovedOnly && length !== undefined && this.#shortening.isStart(now.episodeIds, were.episodeIds, length)) {
      const added = now.episodeIds.slice(length)
      const before = this.#shortening.asItWas(now, were)
      interviews.set(id, before)
      for (const one of added) this.#uncover(covering, one, id)
      return this.#withLastOfSettled(before, added)
    }
    const nowIds = [...now.episodeIds]
    const theirs = isMovedOnly ? undefined : concerned(now, were)
    const before = this.#shortening.asItWas(now, were)
    interviews.set(id, before)
    this.#noneAfter.clear()
    const [then, since] = [new Set(before.episodeIds), new Set(nowIds)]
    for (const one of nowIds) if (!then.has(one)) this.#uncover(covering, one, id)
    for (const one of before.episodeIds) this.#cover(covering, one, id)
    const all = [...before.episodeIds, ...nowIds]
    if (!isMovedOnly) return theirs ?? [...new Set(all)]
    return this.#withLastOfSettled(
      before,
      all.filter((one) => !then.has(one) || !since.has(one))
    )
  }

  #withLastOfSettled(before: Interview, ids: ReadonlyArray<EpisodeId>): ReadonlyArray<EpisodeId> {
    const isSettled = before.completed !== undefined || before.answers !== undefined || before.reasons !== undefined
    const last = isSettled ? this.#lastCoveredBy(before) : undefined
    return last === undefined ? ids : [...ids, last.id]
  }
}
