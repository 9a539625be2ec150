/** A synthetic council for the end-to-end tests: its Slack workspace, its people and the running bot. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { movableClock } from "@safe-return/casework/testing"
import { addHours, formatInstant, type Instant } from "@safe-return/domain/calendar"
import { parseReferencePatterns } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { lowdbLayer } from "@safe-return/journal/files"
import type { BotConfiguration } from "@safe-return/settings"
import { type SlackWorkspace, startSlackWorkspace } from "@safe-return/slack-testkit"
import { type Clock, Effect, Exit, Layer, ManagedRuntime, Option, Redacted, Result } from "effect"
import { Bot, botLayer } from "../../src/Bot.ts"

export const CHANNEL = "C0MISSING"
/** A channel of managers, where one is set. */
export const MANAGERS_CHANNEL = "C0MANAGERS"
export const INTAKE_TOKEN = "synthetic-intake-token-for-tests"
export const SIGNING_SECRET = "synthetic-signing-secret"
export const BOT_TOKEN = "xoxb-synthetic"
export const APP_TOKEN = "xapp-synthetic"

export const people = {
  mash: "U0MASH",
  coordinator: "U0COORDINATOR",
  manager: "U0MANAGER",
  headOfService: "U0HEAD",
  duty: "U0DUTY",
  interviewer: "U0INTERVIEWER",
  secondInterviewer: "U0INTERVIEWER2",
  worker: "U0WORKER",
  guest: "U0GUEST",
  stranger: "U0STRANGER",
  bystander: "U0BYSTANDER",
  administrator: "U0ADMIN"
} as const

/** Who is told beside the duty worker where the roles name a group, see {@link overSocket}. */
const DUTY_GROUP = "S0DUTY"

export const startCouncilWorkspace = (
  clock?: Clock.Clock,
  rateLimits: RateLimits = "off",
  more: Parameters<typeof startSlackWorkspace>[0]["channels"] = []
) =>
  startSlackWorkspace({
    ...(clock === undefined ? {} : { clock }),
    ...(rateLimits === "off" ? {} : { rateLimits }),
    userGroups: [{ id: DUTY_GROUP, name: "Duty", handle: "duty", members: [people.bystander] }],
    members: [
      { id: people.mash, name: "mash", realName: "Training MASH" },
      { id: people.coordinator, name: "coordinator", realName: "Training Co-ordinator" },
      { id: people.manager, name: "manager", realName: "Training Manager" },
      { id: people.headOfService, name: "head", realName: "Training Head of Service" },
      { id: people.duty, name: "duty", realName: "Training Duty Worker" },
      { id: people.interviewer, name: "interviewer", realName: "Training Interviewer" },
      { id: people.secondInterviewer, name: "interviewer-two", realName: "Training Interviewer Two" },
      { id: people.worker, name: "worker", realName: "Training Worker" },
      { id: people.administrator, name: "administrator", realName: "Training Administrator" },
      { id: people.bystander, name: "bystander", realName: "Training Bystander" },
      { id: people.guest, name: "guest", realName: "Training Guest", kind: "guest" },
      { id: people.stranger, name: "stranger", realName: "Training Stranger", kind: "stranger" }
    ],
    channels: [
      { id: CHANNEL, name: "missing", private: true, members: ["U0BOT", ...Object.values(people)] },
      {
        id: MANAGERS_CHANNEL,
        name: "managers",
        private: true,
        members: ["U0BOT", people.manager, people.headOfService]
      },
      ...more
    ],
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

type RateLimits = "slack" | "off"

const patternsOf = (text: string) => Result.getOrThrow(parseReferencePatterns(text))

export const references = {
  child: patternsOf("LCS-#{1-6}, LCS-####-####, MADE-UP-#, QX/##.###"),
  caseSystem: patternsOf("LL-#{1-7}, LL-####-#{1-7}"),
  police: patternsOf("SYP-####-#{1-7}, SYP-####-T######")
}

export const configurationFor = (slackApiUrl: string, rateLimits: RateLimits = "off"): BotConfiguration => ({
  authority: "Training council",
  listen: { host: "127.0.0.1", port: 0 },
  slack: {
    botToken: Redacted.make(BOT_TOKEN),
    signingSecret: Redacted.make(SIGNING_SECRET),
    apiUrl: slackApiUrl,
    mode: { _tag: "Http" },
    rateLimits
  },
  channels: { missing: CHANNEL },
  roles: {
    mash: [people.mash],
    "missing-coordinator": [people.coordinator],
    "team-manager": [people.manager],
    "head-of-service": [people.headOfService],
    "out-of-hours-duty": [people.duty],
    // A guest with a role on paper: being a guest counts for more.
    interviewer: [people.interviewer, people.secondInterviewer, people.guest, people.stranger],
    worker: [people.worker],
    administrator: [people.administrator],
    "education-officer": [],
    attendance: [],
    admissions: [],
    "education-manager": [],
    "inclusion-panel": [],
    "inclusion-lead": []
  },
  references,
  intake: { bearerToken: Redacted.make(INTAKE_TOKEN), signingSecret: Redacted.make("synthetic-intake-signing-secret") },
  policy: rotherham
})

/** The same council over Socket Mode, with a user group in one of its roles, and a port of its own. */
export const overSocket = (slackApiUrl: string, port: number): BotConfiguration => {
  const configuration = configurationFor(slackApiUrl)
  return {
    ...configuration,
    listen: { host: "127.0.0.1", port },
    slack: { ...configuration.slack, mode: { _tag: "Socket", appToken: Redacted.make(APP_TOKEN) } },
    roles: { ...configuration.roles, "out-of-hours-duty": [people.duty, DUTY_GROUP] }
  }
}

export type NotificationBody = Record<string, unknown>

export const sendNotification = async (url: string, body: NotificationBody, token = INTAKE_TOKEN) => {
  const response = await fetch(`${url}/intake/notifications`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body)
  })
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    body: (await response.json()) as Record<string, unknown>
  }
}

/** A `missing` notification for a synthetic child, last seen two hours before it is sent. */
export const missingBody = (child: string, policeReference: string, now: Instant): NotificationBody => ({
  kind: "missing",
  policeReference,
  sentAt: formatInstant(now),
  child: { reference: child },
  absence: "missing",
  missingFrom: "care",
  risk: "medium",
  missingAt: formatInstant(addHours(now, -2)),
  reportedAt: formatInstant(addHours(now, -1))
})

/** The bot on its own journal, in a folder or elsewhere, ready to be stopped and started again. */
export const startBot = async (
  workspace: SlackWorkspace,
  clock: ReturnType<typeof movableClock>,
  kept: string | ReturnType<typeof lowdbLayer>,
  more: Partial<BotConfiguration> = {}
) => {
  const layer = botLayer({ ...configurationFor(workspace.slackApiUrl), ...more }).pipe(
    Layer.provide(typeof kept === "string" ? lowdbLayer({ directory: kept }) : kept),
    Layer.provideMerge(clock.layer)
  )
  const runtime = ManagedRuntime.make(layer)
  const bot = await runtime.runPromise(Effect.service(Bot))
  workspace.app.connect(`${bot.url}/slack/events`)
  return {
    url: bot.url,
    sweep: () => runtime.runPromise(bot.sweep),
    children: () => runtime.runPromise(bot.children),
    /** Moves the clock to each moment at which something falls due, as time would. */
    passTimeTo: async (until: Instant) => {
      await runtime.runPromise(bot.sweep)
      for (;;) {
        const due = Option.getOrUndefined(await runtime.runPromise(bot.nextDue))
        if (due === undefined || due > until) break
        clock.moveTo(due)
        await runtime.runPromise(bot.catchUp)
      }
      clock.moveTo(until)
      await runtime.runPromise(bot.sweep)
    },
    stop: async () => {
      const exit = await Effect.runPromiseExit(runtime.disposeEffect)
      if (Exit.isFailure(exit)) throw new Error("the bot did not stop cleanly")
    }
  }
}

/** A council for one test, gone after it; both it and the bot by Slack's limits, or without. */
export const openCouncil = async (
  start: Instant,
  more: Partial<BotConfiguration> = {},
  rateLimits: RateLimits = "off"
) => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-"))
  const clock = movableClock(start)
  // Where Slack's clock is compared with the bot's, it shows the same day.
  const slackClock = rateLimits === "slack" ? movableClock(start, "going").clock : undefined
  const workspace = await startCouncilWorkspace(slackClock, rateLimits)
  const { slack } = configurationFor(workspace.slackApiUrl, rateLimits)
  const bot = await startBot(workspace, clock, directory, { slack, ...more })
  const council = {
    bot,
    clock,
    directory,
    workspace,
    [Symbol.asyncDispose]: async () => {
      // A test that restarts the bot puts the new one here.
      await council.bot.stop()
      await workspace.close()
      rmSync(directory, { recursive: true, force: true })
    }
  }
  return council
}
