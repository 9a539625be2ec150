/** Episodes by month beside the month so far, as lines: a Home takes none of Slack's charts. */
import { markWords, WITHHELD } from "@safe-return/domain/scorecard"
import type { TrendLine } from "@safe-return/outreach"
import type { KnownBlock } from "@slack/types"
import { section } from "../blocks/blocks.ts"

/** Squares of the longest bar: a line fits on a phone. */
const LONGEST = 10

const bar = (episodes: number | undefined, most: number): string =>
  episodes === undefined || most === 0 ? "" : `${"▇".repeat(Math.ceil((episodes * LONGEST) / most))} `

/** `Jun` of `June 2026`. */
const shortMonth = (month: string): string => month.slice(0, 3)

/** Nothing where it could not be counted: the month so far stands without it. */
export const trendBlocks = (trend: ReadonlyArray<TrendLine> = []): ReadonlyArray<KnownBlock> => {
  const [first, last] = [trend.at(0), trend.at(-1)]
  if (first === undefined || last === undefined) return []
  const most = Math.max(0, ...trend.map(({ episodes = 0 }) => episodes))
  const withheld = trend.some(({ inWords, yearBefore }) => inWords === WITHHELD || yearBefore === WITHHELD)
  return [
    section(
      [
        `*Episodes by month*, ${first.month} to ${last.month}`,
        ...trend.map(
          ({ month, episodes, inWords, yearBefore }) =>
            `\`${shortMonth(month)}\` ${bar(episodes, most)}*${inWords}*${yearBefore === undefined ? "" : ` · a year before ${yearBefore}`}`
        ),
        ...(withheld ? [`${WITHHELD}: ${markWords[WITHHELD]}.`] : [])
      ].join("\n")
    )
  ]
}
