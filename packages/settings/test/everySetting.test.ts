/** Every setting, with what can only be a mistake in it: each is refused by name, and nothing of it is repeated. */
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { openingSize } from "../../../apps/training/src/workspace/openingCaseload.ts"
import { sealingFromEnvironment } from "../../journal/src/files.ts"
import { watchSettingsFrom } from "../../watchdog/src/index.ts"
import { type SettingName, settingKinds, tidyEnvironment } from "../src/index.ts"
import { complete, notify, settings, TEMPLATE } from "./madeUpSettings.ts"

type Environment = Record<string, string | undefined>

/** Where it is judged: by the start, by the watch's, by the journal as it is opened, or by the training workspace's. */
type Reader = "bot" | "watch" | "journal" | "training"

interface Row {
  readonly reader: Reader
  readonly right: string
  /** What this setting alone must not hold. */
  readonly wrong: ReadonlyArray<string>
  /** What it needs beside it. */
  readonly with?: Environment
  /** Nothing but a mistake of every kind is refused, because anything may be meant. */
  readonly isFree?: true
}

const journalKey = Buffer.alloc(32, "made-up").toString("base64")
const keyFile = join(mkdtempSync(join(tmpdir(), "safe-return-")), "journal.key")
writeFileSync(keyFile, journalKey)

const watching = {
  SAFE_RETURN_WATCH_URL: "https://bot.example/heartbeat",
  SAFE_RETURN_WATCH_WEBHOOK: "https://hook.example/made-up",
  SAFE_RETURN_WATCH_LISTEN: "0.0.0.0:3100",
  SAFE_RETURN_WATCH_TOKEN: "synthetic-watch-token-of-24"
}

const people: Row = {
  reader: "bot",
  right: "U0ONE,S0GROUP",
  wrong: ["@manager", "C0MISSING", "U0ONE;U0TWO", "U012AB3CD"]
}
const education = { SAFE_RETURN_EDUCATION_REFERENCES: "EDU-#####" }
const educationPeople: Row = { ...people, with: education }
const contacts: Row = {
  reader: "bot",
  right: "+447700900123",
  wrong: ["the duty team", "duty@", "a@council.example;b@council.example"],
  with: { ...notify, SAFE_RETURN_NOTIFY_SMS_TEMPLATE: TEMPLATE }
}
const minutes: Row = {
  reader: "bot",
  right: "15",
  wrong: ["15m", "15 minutes", "1,000", "0", "1441", "-1", "1.5", "1e2"]
}
const seconds: Row = {
  reader: "bot",
  right: "200",
  wrong: ["200s", "3m20s", "1,000", "1", "100000", "-60", "6e1"],
  with: { SAFE_RETURN_HEARTBEAT_CHANNEL: "C0BEAT" }
}
const watched: Row = { reader: "watch", right: "20", wrong: ["20s", "1,000", "0", "100000", "two"] }
const patterns: Row = {
  reader: "bot",
  right: "LCS-#####, EHM/#{4-7}",
  wrong: ["LCS-", "LCS-10432", "[A-Z]+-\\d+", "(#+)+", "LCS-#{7-4}", "@{3-20}-####", "####-##-##", "##-@@@-####"]
}
const sharedSecret: Row = {
  reader: "bot",
  right: "another-synthetic-secret-of-24",
  wrong: ["short", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "changeme-changeme-changeme-1", "your-token-with-24-characters"]
}
const address = ["bot.example", "ftp://bot.example/", "https://", "https://bot.example:99999/", "https://<your-host>/x"]
const template: Row = {
  reader: "bot",
  right: "3d844edf-8d35-48ac-975b-e847b4f122b0",
  wrong: ["alerts", "26785a09-ab16-4eb0"],
  with: { ...notify, SAFE_RETURN_NOTIFY_OUT_OF_HOURS_DUTY: "+447700900123", SAFE_RETURN_NOTIFY_SMS_TEMPLATE: TEMPLATE }
}

const rows: Readonly<Record<SettingName, Row>> = {
  SLACK_BOT_TOKEN: {
    reader: "bot",
    right: "xoxb-other",
    wrong: [
      "xapp-other",
      "xoxp-other",
      "0123456789abcdef0123456789abcdef",
      "xoxb-your-token",
      "xoxb-xxxxxxxx",
      "xoxb-..."
    ]
  },
  SLACK_SIGNING_SECRET: {
    reader: "bot",
    right: "fedcba9876543210fedcba9876543210",
    wrong: [
      "x",
      "xoxb-other",
      "xapp-other",
      "0123456789ABCDEF0123456789ABCDEF",
      "0123456789abcdef",
      "secret-of-the-app"
    ]
  },
  SLACK_APP_TOKEN: { reader: "bot", right: "xapp-other", wrong: ["xoxb-other", "xapp-<token>", "A0SAFE"] },
  SLACK_API_URL: {
    reader: "bot",
    right: "https://slack-gov.com/api/",
    wrong: [...address, "http://slack.example/api/"]
  },
  SAFE_RETURN_WORKSPACE: { reader: "bot", right: "real", wrong: ["production", "Real"] },
  SAFE_RETURN_SLACK_WORKSPACE: {
    reader: "bot",
    right: "T0COUNCIL",
    wrong: ["council.slack.com", "E0COUNCIL", "T012AB3CD"]
  },
  SAFE_RETURN_SLACK_TABLES: { reader: "bot", right: "off", wrong: ["no", "Off", "data_table"] },
  SAFE_RETURN_AUTHORITY: { reader: "bot", right: "Rother Vale Council", wrong: [], isFree: true },
  SAFE_RETURN_MISSING_CHANNEL: {
    reader: "bot",
    right: "G0MISSING",
    wrong: ["#missing", "missing", "U0ONE", "C012AB3CD"]
  },
  SAFE_RETURN_MANAGERS_CHANNEL: {
    reader: "bot",
    right: "G0MANAGERS",
    wrong: ["#managers", "managers", "U0ONE", "C012AB3CD"]
  },
  SAFE_RETURN_EDUCATION_CHANNEL: {
    reader: "bot",
    right: "G0EDUCATION",
    wrong: ["#education", "education", "U0ONE"],
    with: education
  },
  SAFE_RETURN_MASH: people,
  SAFE_RETURN_MISSING_COORDINATORS: people,
  SAFE_RETURN_TEAM_MANAGERS: people,
  SAFE_RETURN_HEADS_OF_SERVICE: people,
  SAFE_RETURN_OUT_OF_HOURS_DUTY: people,
  SAFE_RETURN_INTERVIEWERS: people,
  SAFE_RETURN_WORKERS: people,
  SAFE_RETURN_ADMINISTRATORS: people,
  SAFE_RETURN_EDUCATION_OFFICERS: educationPeople,
  SAFE_RETURN_ATTENDANCE: educationPeople,
  SAFE_RETURN_ADMISSIONS: educationPeople,
  SAFE_RETURN_EDUCATION_MANAGERS: educationPeople,
  SAFE_RETURN_INCLUSION_PANEL: people,
  SAFE_RETURN_INCLUSION_LEADS: people,
  SAFE_RETURN_EDUCATION_CENSUS_DAYS: {
    reader: "bot",
    right: "2027-01-21, 2027-05-20",
    wrong: ["21 January 2027", "2027-02-30", "2027-01-21;2027-05-20"],
    with: education
  },
  SAFE_RETURN_CASE_REFERENCES: patterns,
  SAFE_RETURN_CASE_SYSTEM_REFERENCES: patterns,
  SAFE_RETURN_POLICE_REFERENCES: patterns,
  SAFE_RETURN_EDUCATION_REFERENCES: patterns,
  SAFE_RETURN_NOTIFY_API_KEY: {
    reader: "bot",
    right: `other-${TEMPLATE}-3d844edf-8d35-48ac-975b-e847b4f122b0`,
    wrong: ["made-up", TEMPLATE, `other-${TEMPLATE}`],
    with: notify
  },
  SAFE_RETURN_NOTIFY_API_URL: {
    reader: "bot",
    right: "https://notify.example/",
    wrong: [...address, "http://notify.example/"],
    with: notify
  },
  SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE: template,
  SAFE_RETURN_NOTIFY_SMS_TEMPLATE: template,
  SAFE_RETURN_NOTIFY_MISSING_COORDINATORS: contacts,
  SAFE_RETURN_NOTIFY_TEAM_MANAGERS: contacts,
  SAFE_RETURN_NOTIFY_HEADS_OF_SERVICE: contacts,
  SAFE_RETURN_NOTIFY_OUT_OF_HOURS_DUTY: contacts,
  SAFE_RETURN_INTAKE_TOKEN: sharedSecret,
  SAFE_RETURN_INTAKE_SIGNING_SECRET: sharedSecret,
  SAFE_RETURN_INTAKE_SENDERS: { reader: "bot", right: "/srv/senders.json", wrong: [], isFree: true },
  SAFE_RETURN_INTAKE_PER_MINUTE: { reader: "bot", right: "60", wrong: ["60/min", "1,000", "0", "many", "100000"] },
  SAFE_RETURN_DATA: { reader: "bot", right: "/srv/safe return/data", wrong: [], isFree: true },
  SAFE_RETURN_DATABASE_URL: {
    reader: "bot",
    right: "postgresql://bot:made-up@db.example/safe_return",
    wrong: [
      "mysql://bot:hidden-word@db.example/safe_return",
      "db.example:5432",
      "postgresql://user:password@host/name",
      "postgresql://bot:$PGPASSWORD@db.example/x",
      `postgresql://bot:${"$"}{PGPASSWORD}@db.example/x`
    ]
  },
  SAFE_RETURN_DATABASE_CA: {
    reader: "bot",
    right: "/srv/ca.pem",
    wrong: [],
    isFree: true,
    with: { SAFE_RETURN_DATABASE_URL: "postgresql://bot:made-up@db.example/safe_return" }
  },
  SAFE_RETURN_JOURNAL_KEY: {
    reader: "journal",
    right: journalKey,
    wrong: ["short", "secret", "0123456789abcdef0123456789abcdef"]
  },
  SAFE_RETURN_JOURNAL_KEY_FILE: { reader: "journal", right: keyFile, wrong: ["/nowhere/journal.key"] },
  SAFE_RETURN_SHADOW: { reader: "bot", right: "on", wrong: ["yes", "true", "On"] },
  SAFE_RETURN_GIVE_UP_MINUTES: minutes,
  SAFE_RETURN_TRY_AGAIN_MINUTES: minutes,
  SAFE_RETURN_CALENDAR_OVERRIDES: { reader: "bot", right: "/srv/days.csv", wrong: [], isFree: true },
  SAFE_RETURN_POLICY: {
    reader: "bot",
    right: "derbyshire",
    wrong: ["Derbyshire Dales", "policies/none.json", "rotherham,derbyshire", "./packages"]
  },
  SAFE_RETURN_HEARTBEAT_URL: {
    reader: "bot",
    right: "https://listener.example/made-up-check",
    wrong: [...address, "https://hc-ping.com/your-check"]
  },
  SAFE_RETURN_HEARTBEAT_CHANNEL: { reader: "bot", right: "C0BEAT", wrong: ["#heartbeat", "U0ONE"] },
  SAFE_RETURN_HEARTBEAT_SECONDS: seconds,
  SAFE_RETURN_HEARTBEAT_LATE_SECONDS: seconds,
  SAFE_RETURN_WATCH_URL: { reader: "watch", right: "https://bot.example/heartbeat", wrong: address },
  SAFE_RETURN_WATCH_LISTEN: {
    reader: "watch",
    right: "127.0.0.1:3100",
    wrong: ["host", "host:0", "host:99999", "3100s"]
  },
  SAFE_RETURN_WATCH_TOKEN: { ...sharedSecret, reader: "watch" },
  SAFE_RETURN_WATCH_CONTACTS: { ...contacts, reader: "watch" },
  SAFE_RETURN_WATCH_WEBHOOK: { reader: "watch", right: "https://hook.example/other", wrong: address },
  SAFE_RETURN_WATCH_AFTER_SECONDS: watched,
  SAFE_RETURN_WATCH_AGAIN_MINUTES: watched,
  SAFE_RETURN_WATCH_LOOK_SECONDS: watched,
  SAFE_RETURN_WATCH_AWAKE_HOUR: { reader: "watch", right: "8", wrong: ["8am", "08:00", "24"] },
  SAFE_RETURN_WATCH_STATE: { reader: "watch", right: "/srv/watch.json", wrong: [], isFree: true },
  SAFE_RETURN_LOG: { reader: "bot", right: "json", wrong: ["debug", "JSON"] },
  SAFE_RETURN_TRAINING_SIZE: { reader: "training", right: "300", wrong: ["300 children", "1,000", "small", "0"] },
  OTEL_EXPORTER_OTLP_ENDPOINT: { reader: "bot", right: "http://collector.example:4318", wrong: address },
  OTEL_EXPORTER_OTLP_HEADERS: { reader: "bot", right: "authorization=made-up", wrong: ["made-up", "a=%ZZ"] },
  OTEL_SERVICE_NAME: { reader: "bot", right: "safe return", wrong: [], isFree: true },
  OTEL_METRIC_EXPORT_INTERVAL: { reader: "bot", right: "60000", wrong: ["60s", "60,000", "10"] },
  OTEL_TRACES_SAMPLER_ARG: { reader: "bot", right: "0.25", wrong: ["25%", "0,25", "2"] },
  HOST: { reader: "bot", right: "0.0.0.0", wrong: ["http://0.0.0.0", "0.0.0.0:3000", "[::1]"] },
  PORT: { reader: "bot", right: "8080", wrong: ["8080/tcp", "8,080", "0", "65536", "http"] }
}

/** What stands in any setting by mistake. */
const mistakes = (right: string): ReadonlyArray<string> => [
  `${right}\\n`,
  `${right}\\r\\n`,
  `"${right}\\n"`,
  "$MADE_UP_VARIABLE",
  `${"$"}{MADE_UP_VARIABLE}`,
  "$(cat /run/secrets/made-up)",
  "{{ made_up_variable }}",
  "%MADE_UP_VARIABLE%",
  "<your-token>",
  "changeme",
  "CHANGE_ME",
  "null",
  "undefined",
  "TODO"
]

const readers: Readonly<
  Record<Reader, (environment: Environment) => Result.Result<unknown, { readonly message: string }>>
> = {
  bot: (environment) => settings({ ...complete, ...environment }),
  watch: (environment) => Effect.runSync(Effect.result(watchSettingsFrom({ ...watching, ...environment }, false))),
  journal: (environment) => {
    const { values, problems } = tidyEnvironment(environment)
    const message = [...problems].flat().join(" ")
    return problems.size > 0 ? Result.fail({ message }) : Effect.runSync(Effect.result(sealingFromEnvironment(values)))
  },
  training: (environment) => Effect.runSync(Effect.result(openingSize(environment)))
}

/** The messages say it themselves. */
const AN_EXAMPLE = "https://hc-ping.com/your-check"

const names = Object.keys(settingKinds) as ReadonlyArray<SettingName>

test("each setting has a row of mistakes, and each row is of a setting", () => {
  expect(Object.keys(rows).toSorted()).toEqual(names.toSorted())
  const withoutMistakes = names.filter((name) => rows[name].wrong.length === 0 && rows[name].isFree !== true)
  expect(withoutMistakes).toEqual([])
})

test.for(names)("%s is taken as it should be, and refused by name in each mistake", (name) => {
  const { reader, right, wrong, with: beside } = rows[name]
  const read = (value: string) => readers[reader]({ ...beside, [name]: value })
  const taken = read(right)
  expect(Result.isFailure(taken) ? taken.failure.message : "taken").toBe("taken")
  for (const value of [...wrong, ...mistakes(right)]) {
    const refused = read(value)
    if (!Result.isFailure(refused)) throw new Error(`${name} should be refused as ${value}`)
    expect(refused.failure.message, value).toContain(name)
    if (value.length > 7 && !AN_EXAMPLE.includes(value)) expect(refused.failure.message).not.toContain(value)
  }
})

const apart: ReadonlyArray<readonly [string, Environment, SettingName]> = [
  [
    "the same intake token and signing secret",
    { SAFE_RETURN_INTAKE_SIGNING_SECRET: complete.SAFE_RETURN_INTAKE_TOKEN },
    "SAFE_RETURN_INTAKE_SIGNING_SECRET"
  ],
  [
    "the same signing secret for Slack and the intake",
    { SAFE_RETURN_INTAKE_TOKEN: complete.SLACK_SIGNING_SECRET },
    "SAFE_RETURN_INTAKE_TOKEN"
  ],
  [
    "addresses for Notify without its key",
    { ...notify, SAFE_RETURN_NOTIFY_API_KEY: undefined },
    "SAFE_RETURN_NOTIFY_API_KEY"
  ],
  [
    "an e-mail address without a template",
    { ...notify, SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE: undefined },
    "SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE"
  ],
  [
    "a telephone number without a template",
    { ...notify, SAFE_RETURN_NOTIFY_HEADS_OF_SERVICE: "+447700900123" },
    "SAFE_RETURN_NOTIFY_SMS_TEMPLATE"
  ],
  [
    "a key for Notify without anybody to tell",
    { ...notify, SAFE_RETURN_NOTIFY_TEAM_MANAGERS: undefined },
    "SAFE_RETURN_NOTIFY_API_KEY"
  ],
  [
    "a folder and a database",
    { SAFE_RETURN_DATA: "/srv/data", SAFE_RETURN_DATABASE_URL: "postgresql://bot@db.example/x" },
    "SAFE_RETURN_DATA"
  ],
  ["certificates of no database", { SAFE_RETURN_DATABASE_CA: "/srv/ca.pem" }, "SAFE_RETURN_DATABASE_URL"],
  [
    "two keys for one journal",
    { SAFE_RETURN_JOURNAL_KEY: "made-up", SAFE_RETURN_JOURNAL_KEY_FILE: "/srv/key" },
    "SAFE_RETURN_JOURNAL_KEY"
  ],
  ["times of a heartbeat that is off", { SAFE_RETURN_HEARTBEAT_SECONDS: "60" }, "SAFE_RETURN_HEARTBEAT_SECONDS"],
  [
    "a heartbeat slower than what counts as late",
    { SAFE_RETURN_HEARTBEAT_CHANNEL: "C0BEAT", SAFE_RETURN_HEARTBEAT_SECONDS: "300" },
    "SAFE_RETURN_HEARTBEAT_SECONDS"
  ]
]

test.for(apart)("%s are refused by name", ([, environment, name]) => {
  const refused = settings({ ...complete, ...environment })
  if (!Result.isFailure(refused)) throw new Error("should be refused")
  expect(refused.failure.problems).toHaveLength(1)
  expect(refused.failure.problems[0]).toMatch(new RegExp(`^${name} `))
})

const misspelt = [
  ["SAFE_RETURN_MASSH", "SAFE_RETURN_MASH"],
  ["SAFE_RETURN_OUT_OF_HOUR_DUTY", "SAFE_RETURN_OUT_OF_HOURS_DUTY"],
  ["SAFE_RETRUN_MASH", "SAFE_RETURN_MASH"],
  ["SAFERETURN_HEARTBEAT_URL", "SAFE_RETURN_HEARTBEAT_URL"],
  ["SAFE-RETURN-HEARTBEAT-URL", "SAFE_RETURN_HEARTBEAT_URL"],
  ["safe_return_data", "SAFE_RETURN_DATA"],
  ["SLACK_SIGNIN_SECRET", "SLACK_SIGNING_SECRET"]
] as const

test.for(misspelt)("the misspelt name %s is refused with the one that is meant", ([given, meant]) => {
  const read = settings({ ...complete, [given]: "made-up-value" })
  if (!Result.isFailure(read)) throw new Error("should be refused")
  expect(read.failure.message).toContain(`${given} is no setting. If ${meant} is meant`)
  expect(read.failure.message).not.toContain("made-up-value")
})

test("a name of ours that is like no setting is named in the log, and stops no start", () => {
  const { notices } = Result.getOrThrow(settings({ ...complete, SAFE_RETURN_OF_A_LATER_VERSION: "made-up-value" }))
  expect(notices).toEqual([expect.stringContaining("SAFE_RETURN_OF_A_LATER_VERSION")])
  expect(notices.join()).not.toContain("made-up-value")
})

test("names of other programs are none of ours", () => {
  const others = { SLACK_WEBHOOK_URL: "https://hook.example/x", SAFE: "x", RETURN: "y", PATH: "/usr/bin" }
  expect(Result.getOrThrow(settings({ ...complete, ...others })).notices).toEqual([])
})

test("a stand-in for Slack or Notify on this machine may have secrets of another form", () => {
  const standIns = {
    ...complete,
    SLACK_API_URL: "http://127.0.0.1:4000/api/",
    SLACK_SIGNING_SECRET: "synthetic",
    ...notify,
    SAFE_RETURN_NOTIFY_API_URL: "http://localhost:4001",
    SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE: "made-up-template"
  }
  expect(Result.isSuccess(settings(standIns))).toBe(true)
})
