/** What was typed after `/rhi away` and `/rhi back`. */

import type { AwayFor } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { NOT_RECOGNISED, peopleIn, withoutPeople } from "./mentions.ts"
import { type Misunderstood, misunderstood } from "./typed.ts"

export type AwayCommand =
  | {
      readonly _tag: "Away"
      /** Absent where they say it of themselves. */
      readonly whose?: PersonId
      readonly cover?: PersonId
      readonly for: AwayFor
      /** The days as typed; empty when none were. */
      readonly when: string
    }
  | { readonly _tag: "Back"; readonly whose?: PersonId }

const AWAY_USAGE = "/rhi away @person 7 Dec to 11 Dec leave cover @person"
const BACK_USAGE = "/rhi back @person"

const COVER = /(?<![\w-])cover(?:ed)?(?:\s+(?:by|is))?\s*:?\s*(<@[^>]*>)/i

const reasons: ReadonlyArray<readonly [RegExp, AwayFor]> = [
  [/(?<![\w-])(?:off\s+)?(?:sick|sickness|ill)(?:\s+leave)?(?![\w-])/i, "sickness"],
  [/(?<![\w-])(?:(?:on\s+)?(?:annual\s+)?leave|holidays?)(?![\w-])/i, "leave"],
  [/(?<![\w-])other(?![\w-])/i, "other"]
]

export const parseAway = (text: string): AwayCommand | Misunderstood => {
  const [cover] = peopleIn(COVER.exec(text)?.[1] ?? "")
  const withoutCover = text.replace(COVER, " ")
  const [whose, ...others] = peopleIn(withoutCover)
  const besides = withoutPeople(withoutCover)
  if (besides.includes("@")) return misunderstood(NOT_RECOGNISED)
  if (others.length > 0)
    return misunderstood(`Say who is away, and who covers after the word cover: \`${AWAY_USAGE}\`.`)
  const [reason, code] = reasons.find(([words]) => words.test(besides)) ?? [/$^/, "other" as const]
  return {
    _tag: "Away",
    ...(whose === undefined ? {} : { whose }),
    ...(cover === undefined ? {} : { cover }),
    for: code,
    when: besides.replace(reason, " ").replaceAll(",", " ").trim().replaceAll(/\s+/g, " ")
  }
}

export const parseBack = (text: string): AwayCommand | Misunderstood => {
  const [whose, ...others] = peopleIn(text)
  const besides = withoutPeople(text)
  if (besides.includes("@")) return misunderstood(NOT_RECOGNISED)
  if (others.length > 0 || besides.replaceAll(/\btoday\b|,/gi, "").trim() !== "")
    return misunderstood(`Who is back from today, and nothing else: \`${BACK_USAGE}\`.`)
  return { _tag: "Back", ...(whose === undefined ? {} : { whose }) }
}
