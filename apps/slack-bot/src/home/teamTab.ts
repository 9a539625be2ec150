import { type ChildReference, type Episode, episodeById, isOpen, unanswered } from "@safe-return/domain/pathway"
import { type Firing, triggersFired } from "@safe-return/domain/risk"
import type { KnownBlock } from "@slack/types"
import { Option } from "effect"
import { context, facts as factsInColumns, header, section, sectionWith } from "../messages/blocks.ts"
import { whyButton } from "../messages/caseButtons.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import type { HomeFacts } from "./HomeFacts.ts"
import { interviewLines } from "./interviewLines.ts"
import { monthSoFar } from "./monthSoFar.ts"
import { pageOf } from "./pages.ts"
import { workloads } from "./workload.ts"
import { workloadBlocks } from "./workloadBlocks.ts"

const TRIGGERS_SHOWN = 15

interface Awaiting {
  readonly child: ChildReference
  readonly firing: Firing
  readonly episode: Episode
}

/** Met by an episode that is still open, while what the allocated worker has to consider is not all answered. */
const awaitingDecision = ({ states, now }: HomeFacts): ReadonlyArray<Awaiting> =>
  [...states]
    .flatMap(([child, state]) =>
      triggersFired(state, { now })
        .filter(({ mayGoToChat }) => mayGoToChat)
        .flatMap((firing) => {
          const last = firing.episodeIds.at(-1)
          const episode = last === undefined ? undefined : Option.getOrUndefined(episodeById(state, last))
          const isUndecided =
            episode !== undefined && isOpen(episode) && unanswered(episode.considerations ?? {}).length > 0
          return isUndecided ? [{ child, firing, episode }] : []
        })
    )
    .toSorted((a, b) => b.firing.metAt - a.firing.metAt)

const triggerBlocks = (facts: HomeFacts): ReadonlyArray<KnownBlock> => {
  const awaiting = awaitingDecision(facts)
  const more = awaiting.length - TRIGGERS_SHOWN
  return [
    header("Triggers awaiting a decision"),
    ...(awaiting.length === 0 ? [section("None that may be shown in Slack.")] : []),
    ...awaiting
      .slice(0, TRIGGERS_SHOWN)
      .map(({ child, firing, episode }) =>
        sectionWith(
          `*${escapeSlack(child)}* · ${escapeSlack(firing.title)}\n${escapeSlack(firing.action)} (${escapeSlack(firing.owner)})`,
          whyButton({ child, episodeId: episode.id })
        )
      ),
    ...(more > 0 ? [context(`And ${more} more, met earlier.`)] : [])
  ]
}

/** What a manager answers for: the month so far, what is overdue, who can take more, what waits for a decision. */
export const teamTab = (facts: HomeFacts): ReadonlyArray<KnownBlock> => {
  const month = monthSoFar(facts.states, facts.now)
  const overdue = facts.lines.filter(({ level }) => level === "overdue" || level === "no-clock")
  const { items, turn } = pageOf(overdue, facts.place)
  return [
    header("This month so far"),
    factsInColumns([
      ["Missing episodes", `${month.episodes}, of ${month.children} children`],
      ["Interviews owed", String(month.owed)],
      ["Offered", String(month.offered)],
      ["Completed", `${month.completed}, ${month.within72Hours} of them within 72 hours`]
    ]),
    header("Overdue or without a clock"),
    ...(overdue.length === 0 ? [section("No interview is overdue.")] : interviewLines(items, facts)),
    ...turn,
    ...workloadBlocks(workloads(facts.holders.interviewer, facts.lines), []),
    ...triggerBlocks(facts)
  ]
}
