import type { Instant } from "../../calendar/instant.ts"
import { offeredAtOf } from "../../pathway/offer.ts"
import { foundOrReturnedAt } from "../../pathway/standing.ts"
import type { Episode, Interview } from "../../pathway/state.ts"
import type { SettingOf } from "../../policy/triggers.ts"
import type { EpisodesOnRecord } from "../episodesOnRecord.ts"
import { evidenceAtMost } from "../evidenceAtMost.ts"
import { interviewOutcome } from "../interviewOutcome.ts"
import { knownAt, later, orMore, type Rule } from "../rule.ts"

const outcomeKnownAt = (episodes: ReadonlyArray<Episode>, last: Episode, interview: Interview | undefined): Instant => {
  const times = [foundOrReturnedAt(last), offeredAtOf(interview, last), interview?.carerOffer?.offeredAt]
  return times.reduce<Instant>((latest, time) => (time === undefined ? latest : later(latest, time)), knownAt(episodes))
}

/** The interview is judged at the last episode it covers, so that one refusal is counted once. */
const isLastCovered = (record: EpisodesOnRecord, episode: Episode, interview: Interview | undefined): boolean =>
  interview === undefined || record.coveredWithLast(interview, episode) !== undefined

/** So many interviews running were declined or not achieved, each counted once; a completed one ends the run. */
export const interviewsNotAchieved: Rule<SettingOf<"interviews-not-achieved">> = {
  title: "Interviews not achieved",
  mayGoToChat: () => true,
  numbers: ({ count }) => [count],
  restsOn: ["others", "interview"],
  judge: ({ count }, record, index) => {
    const last = record.episodes[index]
    if (last === undefined) return undefined
    const interview = record.interviewAt(index)
    if (interviewOutcome(last, interview) !== "not-achieved" || !isLastCovered(record, last, interview))
      return undefined
    const most = evidenceAtMost(count.value)
    let isMore = false
    const episodes: Array<Episode> = []
    const turnedAway = new Set<Interview | Episode>()
    for (let at = index; at >= 0; at -= 1) {
      const episode = record.episodes[at]
      if (episode === undefined) break
      const covering = record.interviewAt(at)
      const outcome = interviewOutcome(episode, covering)
      if (outcome === "achieved") break
      if (outcome === "none-yet") continue
      isMore = episodes.length >= most && turnedAway.size >= count.value
      // One interview may cover very many: beyond this the search for another one ends.
      if (isMore || episodes.length >= most * count.value) break
      episodes.push(episode)
      turnedAway.add(covering ?? episode)
    }
    if (turnedAway.size < count.value) return undefined
    episodes.reverse()
    return {
      episodes,
      because: `${orMore(turnedAway.size, isMore)} interviews running were declined or not achieved.`,
      metAt: outcomeKnownAt(episodes, last, interview)
    }
  }
}
