import type { harmKindWords } from "../../interview/interviewWords.ts"
import { sessionsOf } from "../../pathway/sessions.ts"
import type { Interview } from "../../pathway/state.ts"
import type { SettingOf } from "../../policy/triggers.ts"
import { knownAt, later, type Rule } from "../rule.ts"

/** Having committed a crime is asked beside these and is not harm the child suffered. */
const isHarm: Readonly<Record<keyof (typeof harmKindWords)["words"], boolean>> = {
  "hurt-or-threatened": true,
  "afraid-of-anyone": true,
  injury: true,
  "sexual-assault": true,
  "victim-of-crime": true,
  "committed-crime": false
}

const harmsTold = ({ record }: Interview): number =>
  record?.harm === undefined
    ? 0
    : Object.entries(record.harm).filter(([kind, told]) => told === "yes" && isHarm[kind as keyof typeof isHarm]).length

/**
 * The child told of harm in the interview, or in a further session. Fires again when more kinds of harm are recorded.
 *
 * Source: Rotherham operating guidance, section 4: whether the child has suffered or is at risk of significant harm.
 */
export const harmDisclosed: Rule<SettingOf<"harm-disclosed">> = {
  title: "Harm disclosed",
  mayGoToChat: () => false,
  numbers: () => [],
  restsOn: ["others", "interview"],
  isOfOneEpisode: true,
  judge: (_, record, index) => {
    const last = record.episodes[index]
    const interview = record.interviewAt(index)
    if (last === undefined || interview?.completed === undefined) return undefined
    const kinds = harmsTold(interview)
    const told = sessionsOf(interview).find(({ harmDisclosed: disclosed }) => disclosed === "yes")
    if (told === undefined && kinds === 0) return undefined
    const episodes = record.coveredWithLast(interview, last)
    if (episodes === undefined) return undefined
    return {
      episodes,
      because: "The child told of harm in the interview.",
      metAt: later((told ?? interview.completed).completedAt, knownAt(episodes)),
      extent: String(kinds)
    }
  }
}
