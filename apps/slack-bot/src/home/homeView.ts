import { datesSeenFrom } from "@safe-return/wording"
import type { HomeView, KnownBlock } from "@slack/types"
import { actions, context, header, section } from "../blocks/blocks.ts"
import { awayButton } from "../forms/away/awayView.ts"
import { hoursButton } from "../forms/hours/hoursView.ts"
import { absenceBlocks, ownAbsenceBlocks } from "./awayBlocks.ts"
import { closingBlocks } from "./closingBlocks.ts"
import { educationTab } from "./educationTab.ts"
import type { HomeFacts } from "./HomeFacts.ts"
import { type HomeTab, onTab } from "./HomePlace.ts"
import { homeButton } from "./homeButtons.ts"
import { joinedUpTab } from "./joinedUpTab.ts"
import { mineTab } from "./mineTab.ts"
import { queueTab } from "./queueTab.ts"
import { settingsTab } from "./settingsTab.ts"
import { teamTab } from "./teamTab.ts"
import { unacknowledgedBlocks } from "./unacknowledgedBlocks.ts"
import { unansweredBlocks } from "./unansweredBlocks.ts"
import { waitingDecisionBlocks } from "./waitingDecisions.ts"

const tabWords: Readonly<Record<HomeTab, string>> = {
  mine: "Mine",
  queue: "Queue",
  team: "Team",
  education: "Education",
  "joined-up": "Joined-up",
  settings: "Settings"
}

const tabBlocks: Readonly<Record<HomeTab, (facts: HomeFacts) => ReadonlyArray<KnownBlock>>> = {
  mine: mineTab,
  queue: queueTab,
  team: teamTab,
  education: educationTab,
  "joined-up": joinedUpTab,
  settings: settingsTab
}

/** App Home. It is as of a moment, said on top, because Slack does not bring it up to date by itself. */
export const homeView = (facts: HomeFacts): HomeView => {
  const { tabs, place, now } = facts
  return {
    type: "home",
    blocks: [
      actions("tabs", [
        ...tabs.map((tab) =>
          homeButton(`tab-${tab}`, tabWords[tab], onTab(tab), tab === place.tab ? "primary" : undefined)
        ),
        homeButton("refresh", "Refresh", place)
      ]),
      context(`As of ${datesSeenFrom(now).dateTime(now)}`),
      ...(place.tab === "settings" ? [] : unacknowledgedBlocks(facts)),
      ...(place.tab === "settings" ? [] : unansweredBlocks(facts)),
      ...(place.tab === "settings" ? [] : waitingDecisionBlocks(facts.decisions)),
      ...(place.tab === "settings" ? [] : closingBlocks(facts.closing)),
      ...tabBlocks[place.tab](facts),
      // On the tabs of those who see to it, everybody's are listed.
      ...(place.tab === "queue" || place.tab === "team" ? absenceBlocks(facts) : ownAbsenceBlocks(facts)),
      // Whatever their tabs, everybody says of themselves when they are there.
      actions("away", [awayButton, hoursButton])
    ]
  }
}

/** App Home for everybody else: a reason and who to ask, never an empty page. */
export const homeWithout = (reason: string): HomeView => ({
  type: "home",
  blocks: [header("Safe Return"), section(reason)]
})
