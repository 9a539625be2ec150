/** What was typed after `/rhi away` and `/rhi back`. */

import type { AwayFor } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
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

const PERSON = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/gi
const COVER = /(?<![\w-])cover(?:ed)?(?:\s+(?:by|is))?\s*:?\s*<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/i

const reasons: ReadonlyArray<readonly [RegExp, AwayFor]> = [
  [/(?<![\w-])(?:off\s+)?(?:sick|sickness|ill)(?:\s+leave)?(?![\w-])/i, "sickness"],
  [/(?<![\w-])(?:(?:on\s+)?(?:annual\s+)?leave|holidays?)(?![\w-])/i, "leave"],
  [/(?<![\w-])other(?![\w-])/i, "other"]
]

const personIn = (id: string): PersonId => PersonId.make(id.toUpperCase())

const peopleIn = (text: string): ReadonlyArray<PersonId> => [
  ...new Set([...text.matchAll(PERSON)].map(([, id = ""]) => personIn(id)))
]

const NOT_RECOGNISED = misunderstood(
  "Slack did not recognise the person. Type @ and the first letters, pick the person from the list that opens, then send again."
)

export const parseAway = (text: string): AwayCommand | Misunderstood => {
  const [, cover] = COVER.exec(text) ?? []
  const withoutCover = text.replace(COVER, " ")
  const [whose, ...others] = peopleIn(withoutCover)
  const besides = withoutCover.replaceAll(PERSON, " ")
  if (besides.includes("@")) return NOT_RECOGNISED
  if (others.length > 0)
    return misunderstood(`Say who is away, and who covers after the word cover: \`${AWAY_USAGE}\`.`)
  const [reason, code] = reasons.find(([words]) => words.test(besides)) ?? [/$^/, "other" as const]
  return {
    _tag: "Away",
    ...(whose === undefined ? {} : { whose }),
    ...(cover === undefined ? {} : { cover: personIn(cover) }),
    for: code,
    when: besides.replace(reason, " ").replaceAll(",", " ").trim().replaceAll(/\s+/g, " ")
  }
}

export const parseBack = (text: string): AwayCommand | Misunderstood => {
  const [whose, ...others] = peopleIn(text)
  const besides = text.replaceAll(PERSON, " ")
  if (besides.includes("@")) return NOT_RECOGNISED
  if (others.length > 0 || besides.replaceAll(/\btoday\b|,/gi, "").trim() !== "")
    return misunderstood(`Who is back from today, and nothing else: \`${BACK_USAGE}\`.`)
  return { _tag: "Back", ...(whose === undefined ? {} : { whose }) }
}
