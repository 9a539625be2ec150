/** The training workspace's council, channels and app, and what the bot is told of them. */
import { randomBytes } from "node:crypto"
import { reachOf } from "@safe-return/casework"
import { civilDay } from "@safe-return/domain/calendar"
import { parseReferencePatterns } from "@safe-return/domain/pathway"
import type { BotConfiguration } from "@safe-return/settings"
import type { AppIdentity, Channel } from "@safe-return/slack-testkit"
import { Redacted, Result } from "effect"
import { educationTeam, everybody, rolesInConfiguration } from "./personas.ts"
import type { TrainingCouncil } from "./TrainingCouncil.ts"

/** Lives as long as the process: nothing outside it ever needs it. */
const secret = () => randomBytes(24).toString("hex")

/** No secret: the intake listens on this machine alone, and everybody in it is made up. */
export const INTAKE_TOKEN = "training-intake-token-not-secret"

export const app: AppIdentity = {
  id: "A0SAFERETURN",
  name: "Safe Return",
  botId: "B0SAFERETURN",
  botUserId: "U0SAFERETURN",
  botToken: `xoxb-training-${secret()}`,
  signingSecret: secret()
}

const patternsOf = (text: string) => Result.getOrThrow(parseReferencePatterns(text))

/** The forms of the made-up council's references. */
const references = {
  child: patternsOf("LCS-#{4-7}"),
  caseSystem: patternsOf("LL-####-#{1-7}, EP-####-#{1-7}"),
  police: patternsOf("SYP-####-#{4-7}, SYP-####-T######")
}

/** Six digits are those of the synthetic caseload, five those of scenarios. */
const educationReferences = patternsOf("EDU-#{5-6}")

/** Made up, as everything here is: no text of the law gives a day. */
const educationCensusDays = [civilDay(2026, 12, 3), civilDay(2027, 3, 4), civilDay(2027, 6, 10)]

/** An administrator sees no cases, and the education team none of the pathway. */
const insiders = everybody
  .filter((one) => !one.isGuest && !one.roles.includes("administrator") && !educationTeam.includes(one))
  .map(({ id }) => id)

export const missingChannel: Channel = {
  id: "C0MISSING",
  name: "missing-from-home-and-care",
  private: true,
  members: [app.botUserId, ...insiders]
}

export const educationChannel: Channel = {
  id: "C0EDUCATION",
  name: "children-missing-education",
  private: true,
  members: [app.botUserId, ...educationTeam.map(({ id }) => id)]
}

/** Where the month's scorecard is posted on its first working morning, to those who may ask for it. */
export const managersChannel: Channel = {
  id: "C0MANAGERS",
  name: "missing-managers",
  private: true,
  members: [
    app.botUserId,
    ...everybody.filter(({ roles }) => reachOf(new Set(roles), "see-scorecard") === "any").map(({ id }) => id)
  ]
}

export const channels: ReadonlyArray<Channel> = [
  missingChannel,
  educationChannel,
  managersChannel,
  { id: "C0GENERAL", name: "general", members: [app.botUserId, ...everybody.map(({ id }) => id)] }
]

export const botConfiguration = (slackApiUrl: string, { authority, policy }: TrainingCouncil): BotConfiguration => ({
  authority,
  listen: { host: "127.0.0.1", port: 0 },
  slack: {
    botToken: Redacted.make(app.botToken),
    signingSecret: Redacted.make(app.signingSecret),
    apiUrl: slackApiUrl,
    mode: { _tag: "Http" },
    rateLimits: "off"
  },
  channels: { missing: missingChannel.id, education: educationChannel.id, managers: managersChannel.id },
  roles: rolesInConfiguration,
  references,
  educationReferences,
  educationCensusDays,
  intake: { bearerToken: Redacted.make(INTAKE_TOKEN) },
  keptIn: "in the training workspace's own folder",
  policy
})
