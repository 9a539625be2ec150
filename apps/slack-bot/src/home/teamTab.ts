import { undecidedTriggers } from "@safe-return/casework"
import { actionInWords } from "@safe-return/outreach"
import { datesSeenFrom, evidenceInWords } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { escapeSlack, facts as factsInColumns, header, section, sectionWith } from "../blocks/blocks.ts"
import { workloads } from "../forms/assign/workload.ts"
import { workloadBlocks } from "../forms/assign/workloadBlocks.ts"
import { decideButton } from "../forms/triggerDecisions/triggerDecisionsView.ts"
import { alsoNamed } from "./alsoNamed.ts"
import type { HomeFacts } from "./HomeFacts.ts"
import { interviewLines } from "./interviewLines.ts"
import { missingBlocks } from "./missingNow.ts"
import { monthSoFar } from "./monthSoFar.ts"
import { pageOf } from "./pages.ts"
import { rotaBlocks } from "./rotaBlocks.ts"
import { trendBlocks } from "./trendBlocks.ts"
import { isAlert, undeliveredBlocks } from "./undeliveredBlocks.ts"

const TRIGGERS_SHOWN = 15

const triggerBlocks = ({ states, calendars, now }: HomeFacts): ReadonlyArray<KnownBlock> => {
  const awaiting = [...states]
    .flatMap(([child, state]) =>
      undecidedTriggers(state, now, calendars).map((undecided) => ({ child, state, ...undecided }))
    )
    .toSorted((a, b) => b.firing.metAt - a.firing.metAt)
  return [
    header("Triggers awaiting a decision"),
    ...(awaiting.length === 0 ? [section("None that may be shown in Slack.")] : []),
    ...awaiting
      .slice(0, TRIGGERS_SHOWN)
      .map(({ child, state, firing, episodeId }) =>
        sectionWith(
          `*${escapeSlack(child)}* · ${escapeSlack(firing.title)}${firing.level === "must" ? " · *must be done*" : ""}\n${evidenceInWords(firing, datesSeenFrom(now))} ${escapeSlack(actionInWords(firing, state))} (${escapeSlack(firing.owner)})`,
          decideButton({ child, episodeId })
        )
      ),
    ...alsoNamed(awaiting, TRIGGERS_SHOWN)
  ]
}

const completedInWords = ({ completed, inTime, hours }: ReturnType<typeof monthSoFar>): string => {
  if (completed === 0) return "0"
  return `${completed}, ${inTime} of them ${hours === undefined ? "in time by the policy of each" : `within ${hours} hours`}`
}

const notDoneInWords = ({ notDone }: ReturnType<typeof monthSoFar>): string =>
  notDone.length === 0 ? "0" : notDone.map(([reason, interviews]) => `${interviews}: ${reason}`).join("; ")

/** What a manager answers for: alerts that reached nobody, who is missing, the month so far and those before, what is overdue, who can take more, what waits for a decision. */
export const teamTab = (facts: HomeFacts): ReadonlyArray<KnownBlock> => {
  const month = monthSoFar(facts.states, facts.now)
  const overdue = facts.lines.filter(({ level }) => level === "overdue" || level === "no-clock")
  const { items, turn } = pageOf(overdue, facts.place)
  return [
    ...(facts.undelivered?.some(isAlert) || facts.undelivered === undefined
      ? undeliveredBlocks(facts, "Alerts not delivered", isAlert, true)
      : []),
    ...missingBlocks(facts),
    header("This month so far"),
    factsInColumns([
      ["Missing episodes", `${month.episodes}, of ${month.children} children`],
      ["Interviews owed", String(month.owed)],
      ["Offered", String(month.offered)],
      ["Completed", completedInWords(month)],
      ["Not done", notDoneInWords(month)]
    ]),
    ...trendBlocks(facts.trend),
    header("Overdue, or return not recorded"),
    ...(overdue.length === 0 ? [section("No interview is overdue.")] : interviewLines(items, facts)),
    ...turn,
    ...rotaBlocks(facts.rota, facts.now),
    ...workloadBlocks(workloads(facts.holders.interviewer, facts.lines), [], facts.whenThere),
    ...triggerBlocks(facts)
  ]
}
