/** A council of forty made-up people, and its workspace. */

import { staffOf } from "@safe-return/casework/testing"
import type { BotConfiguration } from "@safe-return/settings"
import { startSlackWorkspace } from "@safe-return/slack-testkit"
import type { Clock } from "effect"
import { APP_TOKEN, BOT_TOKEN, CHANNEL, configurationFor, SIGNING_SECRET } from "../../test/endToEnd/trainingCouncil.ts"

const MANAGER_GROUP = "S0MANAGERS"
/** The managers that the settings name only by their user group. */
export const managersInGroup = staffOf["team-manager"].slice(2)

const everybody = Object.values(staffOf).flat()

export const startBigWorkspace = (clock: Clock.Clock) =>
  startSlackWorkspace({
    clock,
    rateLimits: "slack",
    members: everybody.map((id) => ({ id, name: id.toLowerCase(), realName: `Training ${id.slice(2)}` })),
    userGroups: [{ id: MANAGER_GROUP, name: "Managers", handle: "managers", members: managersInGroup }],
    channels: [{ id: CHANNEL, name: "missing", private: true, members: ["U0BOT", ...everybody] }],
    app: {
      id: "A0SAFE",
      name: "safe-return",
      botId: "B0SAFE",
      botUserId: "U0BOT",
      botToken: BOT_TOKEN,
      signingSecret: SIGNING_SECRET,
      appToken: APP_TOKEN
    }
  })

export const bigCouncil = (slackApiUrl: string): BotConfiguration => {
  const usual = configurationFor(slackApiUrl)
  const named = staffOf["team-manager"].filter((manager) => !managersInGroup.includes(manager))
  return {
    ...usual,
    slack: { ...usual.slack, rateLimits: "slack" },
    roles: { ...usual.roles, ...staffOf, "team-manager": [...named, MANAGER_GROUP] }
  }
}
