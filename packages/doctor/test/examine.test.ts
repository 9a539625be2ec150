import { mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Instant } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, EventId, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Journal } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { postgresLayer } from "@safe-return/journal/postgres"
import { askForPostgres, connectedAs, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { startSlackWorkspace } from "@safe-return/slack-testkit"
import { Effect, Layer, Redacted } from "effect"
import { afterAll, expect, test } from "vitest"
import { API_KEY, startNotify } from "../../../apps/slack-bot/test/notify/notifyServer.ts"
import { examine, type Finding, isWell } from "../src/index.ts"
import { checkToken, neededScopes } from "../src/slackChecks.ts"

const folder = () => mkdtempSync(join(tmpdir(), "safe-return-doctor-"))

const workspace = await startSlackWorkspace({
  members: [
    { id: "U0ONE", name: "one", realName: "Training One" },
    { id: "U0GUEST", name: "guest", realName: "Training Guest", kind: "guest" }
  ],
  channels: [
    { id: "C0MISSING", name: "missing", private: true, members: ["U0BOT", "U0ONE"] },
    { id: "C0PUBLIC", name: "public", members: ["U0BOT", "U0ONE"] }
  ],
  userGroups: [
    { id: "S0DUTY", name: "Duty", handle: "duty", members: ["U0ONE"] },
    { id: "S0EMPTY", name: "Empty", handle: "empty", members: [] }
  ],
  app: {
    id: "A0SAFE",
    name: "safe-return",
    botId: "B0SAFE",
    botUserId: "U0BOT",
    botToken: "xoxb-hidden-word",
    signingSecret: "0123456789abcdef0123456789abcdef",
    appToken: "xapp-hidden-word"
  }
})
const notify = await startNotify()
const listener = createServer((request, response) => {
  heard.push(request.url ?? "")
  response.end(request.url?.startsWith("/unknown") ? "OK (not found)" : "OK")
})
const heard: Array<string> = []
await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", () => resolve()))
const listening = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
afterAll(async () => {
  await workspace.close()
  await notify[Symbol.asyncDispose]()
  listener.closeAllConnections()
  listener.close()
})

const complete = {
  SLACK_API_URL: workspace.slackApiUrl,
  SLACK_BOT_TOKEN: "xoxb-hidden-word",
  SLACK_APP_TOKEN: "xapp-hidden-word",
  SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef",
  SAFE_RETURN_MISSING_CHANNEL: "C0MISSING",
  SAFE_RETURN_CASE_REFERENCES: "LCS-#####",
  SAFE_RETURN_CASE_SYSTEM_REFERENCES: "LL-####-#{1-7}",
  SAFE_RETURN_POLICE_REFERENCES: "SYP-####-#######",
  SAFE_RETURN_INTAKE_TOKEN: "hidden-word-of-24-characters",
  SAFE_RETURN_MASH: "U0ONE",
  SAFE_RETURN_MISSING_COORDINATORS: "U0ONE",
  SAFE_RETURN_TEAM_MANAGERS: "U0ONE",
  SAFE_RETURN_HEADS_OF_SERVICE: "U0ONE",
  SAFE_RETURN_OUT_OF_HOURS_DUTY: "S0DUTY",
  SAFE_RETURN_ADMINISTRATORS: "U0ONE",
  SAFE_RETURN_NOTIFY_API_KEY: API_KEY,
  SAFE_RETURN_NOTIFY_API_URL: notify.url,
  SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE: "made-up-email",
  SAFE_RETURN_NOTIFY_SMS_TEMPLATE: "made-up-sms",
  SAFE_RETURN_NOTIFY_OUT_OF_HOURS_DUTY: "+447700900123, duty@council.example",
  SAFE_RETURN_HEARTBEAT_URL: `${listening}/hidden-word`,
  SAFE_RETURN_DATA: folder()
}

const find = (findings: ReadonlyArray<Finding>, check: string) => findings.filter((one) => one.check === check)
const statusOf = async (change: Record<string, string | undefined>, check: string) => {
  const findings = await examine({ ...complete, ...change })
  const text = JSON.stringify(findings)
  for (const secret of ["hidden-word", API_KEY, complete.SLACK_SIGNING_SECRET]) expect(text).not.toContain(secret)
  for (const { status, remedy } of findings) {
    if (status === "wrong" || status === "warning") expect(remedy).toBeTruthy()
  }
  return find(findings, check).map(({ status }) => status)
}

test("a council that is set up well has nothing wrong, and the listener hears no beat of it", async () => {
  await Effect.runPromise(Effect.scoped(Layer.build(lowdbLayer({ directory: complete.SAFE_RETURN_DATA }))))
  const findings = await examine(complete)
  expect(find(findings, "journal.whole")).toMatchObject([{ status: "well" }])
  expect(findings.filter(({ status }) => status === "wrong")).toEqual([])
  expect(isWell(findings)).toBe(true)
  expect(new Set(heard)).toEqual(new Set(["/hidden-word/log"]))
})

test("roles are named in the words of the council's own policy", async () => {
  const file = join(folder(), "policy.json")
  const wording = { mash: { team: "Front Door" }, "team-manager": { one: "a supervisor", many: "supervisors" } }
  writeFileSync(file, JSON.stringify({ ...rotherham, wording }))
  const findings = await examine({ ...complete, SAFE_RETURN_POLICY: file })
  expect(find(findings, "role.mash")).toMatchObject([{ found: "1 can be told as Front Door." }])
  expect(find(findings, "role.team-managers")).toMatchObject([{ found: "1 can be told as supervisors." }])
})

const faults: ReadonlyArray<readonly [string, Record<string, string | undefined>, string]> = [
  ["a bot token that Slack refuses", { SLACK_BOT_TOKEN: "xoxb-other" }, "slack.token"],
  ["an app token that Slack refuses", { SLACK_APP_TOKEN: "xapp-other" }, "slack.app-token"],
  ["a signing secret of another form", { SLACK_SIGNING_SECRET: "0123" }, "slack.signing-secret"],
  ["a channel that is not there", { SAFE_RETURN_MISSING_CHANNEL: "C0NOWHERE" }, "slack.missing-channel"],
  ["a public channel", { SAFE_RETURN_MISSING_CHANNEL: "C0PUBLIC" }, "slack.missing-channel"],
  ["a public channel of the education team", { SAFE_RETURN_EDUCATION_CHANNEL: "C0PUBLIC" }, "slack.education-channel"],
  ["a managers' channel that is not there", { SAFE_RETURN_MANAGERS_CHANNEL: "C0NOWHERE" }, "slack.managers-channel"],
  ["a public channel of the managers", { SAFE_RETURN_MANAGERS_CHANNEL: "C0PUBLIC" }, "slack.managers-channel"],
  ["an education role of a guest", { SAFE_RETURN_ATTENDANCE: "U0GUEST" }, "role.attendance"],
  ["a role that nobody holds", { SAFE_RETURN_MASH: "" }, "role.mash"],
  ["a role that only a guest holds", { SAFE_RETURN_MASH: "U0GUEST" }, "role.mash"],
  ["a role of a person Slack does not know", { SAFE_RETURN_MASH: "U0NOBODY" }, "role.mash"],
  ["a role of an empty user group", { SAFE_RETURN_OUT_OF_HOURS_DUTY: "S0EMPTY" }, "role.out-of-hours-duty"],
  ["a user group that is not there", { SAFE_RETURN_OUT_OF_HOURS_DUTY: "S0NONE" }, "role.out-of-hours-duty"],
  ["a Notify key of another form", { SAFE_RETURN_NOTIFY_API_KEY: "short" }, "notify.key"],
  ["a template without its fields", { SAFE_RETURN_NOTIFY_SMS_TEMPLATE: "made-up-bare" }, "notify.sms-template"],
  ["a template that is not there", { SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE: "gone" }, "notify.email-template"],
  ["nobody to be told by Notify", { SAFE_RETURN_NOTIFY_OUT_OF_HOURS_DUTY: "" }, "notify.addresses"],
  ["an address without a template", { SAFE_RETURN_NOTIFY_SMS_TEMPLATE: "" }, "notify.addresses"],
  ["a listener that knows no such check", { SAFE_RETURN_HEARTBEAT_URL: `${listening}/unknown` }, "heartbeat"],
  ["a listener that does not answer", { SAFE_RETURN_HEARTBEAT_URL: "http://127.0.0.1:9/x" }, "heartbeat"],
  ["a file of senders that is not there", { SAFE_RETURN_INTAKE_SENDERS: "/nowhere/senders.json" }, "intake.senders"],
  ["a file of days that is not there", { SAFE_RETURN_CALENDAR_OVERRIDES: "/nowhere/days.csv" }, "calendar.overrides"],
  ["a policy pack that is not there", { SAFE_RETURN_POLICY: "rotheram" }, "policy"],
  ["a policy file that is not there", { SAFE_RETURN_POLICY: "/nowhere/policy.json" }, "policy"],
  ["a journal key that is none", { SAFE_RETURN_JOURNAL_KEY: "short" }, "journal.key"],
  [
    "a database that does not answer",
    { SAFE_RETURN_DATABASE_URL: "postgresql://a:b@127.0.0.1:9/c" },
    "database.reachable"
  ],
  ["a secret with a space inside", { SAFE_RETURN_INTAKE_TOKEN: "hidden-word of-24-characters" }, "settings"]
]

test.for(faults)("%s is found wrong, with what to do", async ([, change, check]) => {
  expect(await statusOf(change, check)).toContain("wrong")
})

test("files of senders and of days that can be read are well", async () => {
  const file = join(folder(), "senders.json")
  writeFileSync(file, JSON.stringify([{ name: "mash", token: "hidden-word-of-another-sender" }]))
  expect(await statusOf({ SAFE_RETURN_INTAKE_SENDERS: file }, "intake.senders")).toEqual(["well"])
  const days = { SAFE_RETURN_CALENDAR_OVERRIDES: "docs/command-line/days.csv" }
  expect(await statusOf(days, "calendar.overrides")).toEqual(["well"])
  expect(await statusOf({ SAFE_RETURN_POLICY: "derbyshire" }, "policy")).toEqual(["well"])
  expect(await statusOf({}, "policy")).toEqual(["warning"])
  writeFileSync(file, JSON.stringify([{ name: "mash", token: complete.SAFE_RETURN_INTAKE_TOKEN }]))
  expect(await statusOf({ SAFE_RETURN_INTAKE_SENDERS: file }, "intake.senders")).toEqual(["wrong"])
})

test("the education team is asked after only where a council has one", async () => {
  expect(await statusOf({}, "slack.education-channel")).toEqual([])
  const team = { SAFE_RETURN_EDUCATION_OFFICERS: "U0ONE", SAFE_RETURN_EDUCATION_REFERENCES: "EDU-#####" }
  expect(await statusOf(team, "role.education-officers")).toEqual(["well"])
  expect(await statusOf({ ...team, SAFE_RETURN_EDUCATION_CHANNEL: "C0MISSING" }, "slack.education-channel")).toEqual([
    "well"
  ])
})

test("the managers' channel is looked at where one is set, and none is no fault", async () => {
  expect(await statusOf({}, "slack.managers-channel")).toEqual(["not set"])
  expect(await statusOf({ SAFE_RETURN_MANAGERS_CHANNEL: "C0MISSING" }, "slack.managers-channel")).toEqual(["well"])
})

const opened = [
  ["is shared with others", { is_ext_shared: true }],
  ["is shared with others", { is_org_shared: true }],
  ["does not have the bot in it", { is_member: false }],
  ["is archived", { is_archived: true }]
] as const

test.for(opened)("a managers' channel that %s is found wrong, with what to do", async ([what, info]) => {
  using slack = await startGrid({}, { is_private: true, is_member: true, ...info })
  const findings = await examine({
    ...complete,
    SLACK_API_URL: slack.url,
    SAFE_RETURN_MANAGERS_CHANNEL: "C0MANAGERS"
  })
  expect(find(findings, "slack.managers-channel")).toMatchObject([
    { status: "wrong", found: expect.stringContaining(what), remedy: expect.stringContaining("invite the bot") }
  ])
})

test("a role that a guest holds beside a member is warned of", async () => {
  expect(await statusOf({ SAFE_RETURN_MASH: "U0ONE,U0GUEST" }, "role.mash")).toEqual(["warning"])
})

test("a misspelt name is found wrong, and one that is like none of ours is warned of", async () => {
  expect(await statusOf({ SAFE_RETURN_MASSH: "U0ONE" }, "settings")).toContain("wrong")
  expect(await statusOf({ SAFE_RETURN_OF_A_LATER_VERSION: "U0ONE" }, "settings")).toContain("warning")
})

/** Slack of one organisation, as far as these checks ask it. */
const startGrid = async (us: object, channel: object = {}) => {
  const asked: Array<string> = []
  const slack = createServer(async (request, response) => {
    let body = ""
    for await (const chunk of request) body += String(chunk)
    asked.push(`${request.url} ${body}`)
    const answers: Record<string, object> = {
      "/api/auth.test": { team_id: "T0HOME", enterprise_id: "E0COUNCIL", ...us },
      "/api/auth.teams.list": { teams: [{ id: "T0OURS" }, { id: "T0HOME" }] },
      "/api/conversations.info": { channel },
      "/api/usergroups.users.list": { users: ["U0ONE"] },
      "/api/users.info": {
        user: { id: "U0ONE", team_id: "T0HOME", enterprise_user: { enterprise_id: "E0COUNCIL", teams: ["T0OURS"] } }
      }
    }
    response.writeHead(200, { "content-type": "application/json" })
    response.end(JSON.stringify({ ok: true, ...answers[request.url ?? ""] }))
  })
  await new Promise<void>((resolve) => slack.listen(0, "127.0.0.1", () => resolve()))
  return {
    asked,
    url: `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`,
    [Symbol.dispose]: () => {
      slack.closeAllConnections()
      slack.close()
    }
  }
}

const installed = [
  ["on a whole organisation without a workspace that is named", true, undefined, ["wrong"]],
  ["on a whole organisation and the workspace that is named", true, "T0OURS", ["well"]],
  ["on a whole organisation, of which the named workspace is none", true, "T0OTHER", ["wrong"]],
  ["on one workspace", false, undefined, ["well"]],
  ["on one workspace, and another is named", false, "T0OTHER", ["wrong"]]
] as const

test.for(installed)("an app that is installed %s is judged by that", async ([, whole, named, status]) => {
  using grid = await startGrid({ is_enterprise_install: whole })
  const change = { SLACK_API_URL: grid.url, SAFE_RETURN_SLACK_WORKSPACE: named }
  expect(await statusOf(change, "slack.workspace")).toEqual(status)
})

test("on an organisation a user group is asked of the named workspace", async () => {
  using grid = await startGrid({ is_enterprise_install: true })
  const named = { SLACK_API_URL: grid.url, SAFE_RETURN_SLACK_WORKSPACE: "T0OURS" }
  expect(await statusOf(named, "role.out-of-hours-duty")).toEqual(["well"])
  expect(grid.asked).toContain("/api/usergroups.users.list usergroup=S0DUTY&team_id=T0OURS")
  expect(await statusOf({ ...named, SAFE_RETURN_SLACK_WORKSPACE: "T0OTHER" }, "role.mash")).toEqual(["wrong"])
})

test("the scopes that are asked for are those of the manifest, and one that is missing is named", async () => {
  const manifest = JSON.parse(readFileSync("apps/slack-bot/manifest.json", "utf8"))
  expect([...neededScopes].sort()).toEqual([...manifest.oauth_config.scopes.bot].sort())
  let scopes = neededScopes.join(",")
  let date = new Date()
  const slack = createServer((_request, response) => {
    response.writeHead(200, { "x-oauth-scopes": scopes, date: date.toUTCString(), "content-type": "application/json" })
    response.end('{"ok":true}')
  })
  await new Promise<void>((resolve) => slack.listen(0, "127.0.0.1", () => resolve()))
  const SLACK_API_URL = `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`
  const look = () => checkToken({ SLACK_API_URL, SLACK_BOT_TOKEN: "xoxb-made-up" })
  try {
    expect((await look()).map(({ status }) => status)).toEqual(["well", "well", "well", "well"])
    scopes = "chat:write,commands"
    date = new Date(Date.now() - 600_000)
    const [, lacking, clock] = await look()
    expect(lacking).toMatchObject({ status: "wrong", found: expect.stringContaining("usergroups:read") })
    expect(clock).toMatchObject({
      check: "clock.slack",
      status: "wrong",
      found: expect.stringMatching(/(599|600|601) seconds ahead/)
    })
  } finally {
    slack.closeAllConnections()
    slack.close()
  }
})

test("a folder that is a file, or a journal that is not as it was written, is found wrong", async () => {
  const file = join(folder(), "file")
  writeFileSync(file, "")
  expect(await statusOf({ SAFE_RETURN_DATA: file }, "journal.folder")).toEqual(["wrong"])
  expect(await statusOf({ SAFE_RETURN_DATA: join(folder(), "none") }, "journal.folder")).toEqual(["warning"])
  const damaged = folder()
  mkdirSync(join(damaged, "streams"))
  writeFileSync(join(damaged, "streams", "LCS-1.json"), "{")
  expect(await statusOf({ SAFE_RETURN_DATA: damaged }, "journal.whole")).toEqual(["wrong"])
})

/** Two records of what may be one child, as an earlier version could make them. */
const recordApart = Effect.gen(function* () {
  const journal = yield* Journal
  for (const child of ["LCS-1", "lcs-1"]) {
    const event = { _tag: "ChildFound", episodeId: EpisodeId.make("E1"), foundAt: Instant(0) } as const
    const recorded = { recordedAt: Instant(0), recordedBy: PersonId.make("U0MADEUP1"), event }
    yield* journal.append(ChildReference.make(child), 0, [{ id: EventId.make(child), recorded }])
  }
})

test("two records whose references differ only in spelling are named", async () => {
  const directory = folder()
  await Effect.runPromise(Effect.provide(recordApart, lowdbLayer({ directory })))
  const inFolder = await examine({ ...complete, SAFE_RETURN_DATA: directory })
  expect(find(inFolder, "journal.whole")).toMatchObject([{ status: "well" }])

  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  const url = as(owner)
  await Effect.runPromise(Effect.provide(recordApart, postgresLayer({ url: Redacted.make(url), council: "Rotherham" })))
  const inDatabase = await examine({ ...complete, SAFE_RETURN_DATABASE_URL: url })

  for (const finding of [...find(inFolder, "journal.references"), ...find(inDatabase, "database.references")]) {
    expect(finding).toMatchObject({
      status: "warning",
      found: expect.stringMatching(/LCS-1 and lcs-1|lcs-1 and LCS-1/)
    })
  }
  expect(find(inDatabase, "database.references")).toHaveLength(1)
  expect(find(inFolder, "journal.references")).toHaveLength(1)
})

test("references on record that have none of the council's forms are counted, and never shown", async () => {
  const directory = folder()
  const recordNames = Effect.gen(function* () {
    const journal = yield* Journal
    for (const child of ["LCS-10432", "JADE-SMITH-14"]) {
      const event = { _tag: "ChildFound", episodeId: EpisodeId.make("E1"), foundAt: Instant(0) } as const
      const recorded = { recordedAt: Instant(0), recordedBy: PersonId.make("U0MADEUP1"), event }
      yield* journal.append(ChildReference.make(child), 0, [{ id: EventId.make(child), recorded }])
    }
  })
  await Effect.runPromise(Effect.provide(recordNames, lowdbLayer({ directory })))
  const inFolder = await examine({ ...complete, SAFE_RETURN_DATA: directory })
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  const url = as(owner)
  await Effect.runPromise(Effect.provide(recordNames, postgresLayer({ url: Redacted.make(url), council: "Rotherham" })))
  const inDatabase = await examine({ ...complete, SAFE_RETURN_DATABASE_URL: url })
  const found = [...find(inFolder, "journal.reference-forms"), ...find(inDatabase, "database.reference-forms")]
  expect(found).toHaveLength(2)
  for (const one of found) expect(one).toMatchObject({ status: "warning", found: expect.stringMatching(/^1 of 2/) })
  expect(JSON.stringify([inFolder, inDatabase])).not.toMatch(/jade/i)
  const widened = { ...complete, SAFE_RETURN_DATA: directory, SAFE_RETURN_CASE_REFERENCES: "LCS-#####, JADE-SMITH-##" }
  expect(find(await examine(widened), "journal.reference-forms")).toMatchObject([{ status: "well" }])
})

test("who holds the folder is said: nobody, a process that lives, or one that was killed", async () => {
  const SAFE_RETURN_DATA = folder()
  const lock = async () => find(await examine({ ...complete, SAFE_RETURN_DATA }), "journal.lock")
  const layer = lowdbLayer({ directory: SAFE_RETURN_DATA })
  await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        yield* Layer.build(layer)
        expect(yield* Effect.promise(lock)).toMatchObject([
          { status: "well", found: expect.stringContaining(`held by process ${process.pid} on`) }
        ])
      })
    )
  )
  expect(await lock()).toMatchObject([{ status: "well", found: expect.stringContaining("free") }])
  // As a process that was killed leaves it, here and on another machine.
  const sign = join(SAFE_RETURN_DATA, ".journal.lock")
  mkdirSync(sign)
  const holder = join(SAFE_RETURN_DATA, "lock-holder.json")
  writeFileSync(holder, JSON.stringify({ place: "elsewhere - -", pid: 1 }))
  expect(await lock()).toMatchObject([{ status: "warning", found: expect.stringContaining("process 1 on elsewhere") }])
  utimesSync(sign, 0, 0)
  expect(await lock()).toMatchObject([{ status: "warning", found: expect.stringContaining("ended without") }])
})

test("a database is looked at without being changed, and what is wrong with it is named", async () => {
  const superuser = await askForPostgres()
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(superuser))
  const change = { SAFE_RETURN_DATABASE_URL: as(owner) }
  for (const check of ["reachable", "writable", "migrations", "synchronous-commit", "council", "references"]) {
    expect(await statusOf(change, `database.${check}`)).toEqual(["well"])
  }
  expect(await statusOf(change, "clock.database")).toEqual(["well"])
  await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const sql = yield* connectedAs(superuser)
        yield* sql.unsafe(`alter role ${owner} set synchronous_commit = off`)
        yield* sql.unsafe(`alter role ${owner} set default_transaction_read_only = on`)
      })
    )
  )
  expect(await statusOf(change, "database.synchronous-commit")).toEqual(["wrong"])
  expect(await statusOf(change, "database.writable")).toEqual(["wrong"])
})

test("with everything away each check ends in time, and none holds up another", async () => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", () => resolve()))
  const away = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`
  try {
    const before = performance.now()
    const findings = await examine(
      { ...complete, SLACK_API_URL: away, SAFE_RETURN_NOTIFY_API_URL: away, SAFE_RETURN_HEARTBEAT_URL: away },
      500
    )
    expect(performance.now() - before).toBeLessThan(5_000)
    for (const check of ["slack.token", "notify", "heartbeat"]) {
      expect(find(findings, check)).toMatchObject([{ status: "wrong" }])
    }
    expect(find(findings, "calendar")).toHaveLength(1)
  } finally {
    silent.closeAllConnections()
    silent.close()
  }
})
