/** What Slack is about to show, in the council's own words for roles and teams. */
import { policyNow } from "@safe-return/casework"
import { inCouncilWords, unchanged } from "@safe-return/wording"
import { Effect, Option } from "effect"

type Say = (text: string) => string

/** As much as Slack takes in each place: https://docs.slack.dev/reference/block-kit. */
const limits: Readonly<Record<string, number>> = {
  title: 24,
  submit: 24,
  close: 24,
  button: 75,
  option: 75,
  header: 150
}

/** Ours fit; a council's longer word is cut short rather than refused by Slack. */
const clipped = (text: string, place: string): string => {
  const most = limits[place]
  return most === undefined || text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

/** The keys under which people read; ids, values and what a person typed into a field are under others. */
const READ = new Set(["text", "caption"])

const placeOf = (key: string, within: string): string =>
  key === "options" ? "option" : key === "text" || key === "" ? within : key

const worded = (value: unknown, say: Say, place: string): unknown => {
  if (Array.isArray(value)) return value.map((one) => worded(one, say, place))
  if (typeof value !== "object" || value === null) return value
  if (Option.isOption(value)) return Option.map(value, (inner) => worded(inner, say, place))
  const kind = "type" in value && typeof value.type === "string" && value.type in limits ? value.type : place
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === "string"
        ? READ.has(key)
          ? clipped(say(inner), kind)
          : inner
        : worded(inner, say, placeOf(key, kind))
    ])
  )
}

/** What was shown in a council's words: a list that a team opens together is put into words once, as it is made once. */
const shownBefore = new WeakMap<Say, WeakMap<object, unknown>>()

const wordedOnce = (shown: object, say: Say): unknown => {
  const before = shownBefore.get(say) ?? new WeakMap<object, unknown>()
  shownBefore.set(say, before)
  const known = before.get(shown) ?? worded(shown, say, "")
  before.set(shown, known)
  return known
}

/** Blocks, a message, a view, or an option of one, as the same with every text in the council's words. */
export const inWordsOf = <Shown>(say: Say, shown: Shown): Shown => {
  if (say === unchanged || typeof shown !== "object" || shown === null) return shown
  const inWords = Option.isOption(shown) ? Option.map(shown, (inner) => inWordsOf(say, inner)) : wordedOnce(shown, say)
  return inWords as Shown
}

/** How the council speaks now. */
export const councilSays = Effect.map(policyNow, inCouncilWords)
