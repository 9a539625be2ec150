import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { type SettingName, settingKinds, settingsFrom, tidyEnvironment } from "../src/index.ts"
import { complete as made, notify } from "./madeUpSettings.ts"

const complete = {
  SLACK_BOT_TOKEN: "xoxb-synthetic",
  SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef",
  SLACK_APP_TOKEN: "xapp-synthetic",
  SAFE_RETURN_MISSING_CHANNEL: "C0HEREITIS",
  SAFE_RETURN_CASE_REFERENCES: made.SAFE_RETURN_CASE_REFERENCES,
  SAFE_RETURN_CASE_SYSTEM_REFERENCES: made.SAFE_RETURN_CASE_SYSTEM_REFERENCES,
  SAFE_RETURN_POLICE_REFERENCES: made.SAFE_RETURN_POLICE_REFERENCES,
  SAFE_RETURN_INTAKE_TOKEN: "synthetic-token-of-24-characters",
  SAFE_RETURN_INTAKE_SIGNING_SECRET: "synthetic-secret-of-24-characters",
  ...notify,
  SAFE_RETURN_DATABASE_URL: "postgresql://bot:hidden-word@db.example/safe_return",
  SAFE_RETURN_ADMINISTRATORS: "U0ONE,S0ADMINS",
  SAFE_RETURN_AUTHORITY: "Rother Vale Council",
  PORT: "3000"
}

const settings = (environment: Record<string, string | undefined>) =>
  Effect.runSync(Effect.result(settingsFrom(environment)))

const everySetting = Object.entries(complete)
const bom = "\uFEFF"
const zeroWidth = "\u200B"

const around: ReadonlyArray<readonly [string, (value: string) => string]> = [
  ["a line break after it", (value) => `${value}\n`],
  ["a Windows line break after it", (value) => `${value}\r\n`],
  ["a carriage return after it", (value) => `${value}\r`],
  ["spaces around it", (value) => `  ${value}\t`],
  ["a byte order mark before it", (value) => `${bom}${value}`],
  ["a zero-width space after it", (value) => `${value}${zeroWidth}`],
  ["a no-break space after it", (value) => `${value}\u00A0`],
  ["a mark of the writing direction around it", (value) => `\u202A${value}\u202C`],
  ["all of these", (value) => `${bom} ${zeroWidth}${value}\u00A0\r\n`]
]

test.for(around)("every setting is read without %s", ([, changed]) => {
  const asMeant = Result.getOrThrow(settings(complete))
  for (const [name, value] of everySetting) {
    const { notices, ...read } = Result.getOrThrow(settings({ ...complete, [name]: changed(value) }))
    expect({ ...read, notices: [] }).toEqual(asMeant)
    expect(notices.join(), name).toContain(name)
    expect(notices.join(), name).not.toContain(value)
  }
})

const quotes: ReadonlyArray<readonly [string, string]> = [
  ['"', '"'],
  ["'", "'"],
  ["“", "”"],
  ['"', '\n"']
]

test("quotes around a setting are removed, but around a shared secret they are refused", () => {
  const asMeant = Result.getOrThrow(settings(complete))
  for (const [open, close] of quotes) {
    for (const [name, value] of everySetting) {
      const read = settings({ ...complete, [name]: `${open}${value}${close}` })
      if (name.startsWith("SAFE_RETURN_INTAKE")) {
        expect(Result.isFailure(read) && read.failure.message, name).toContain(name)
        expect(Result.isFailure(read) && read.failure.message).not.toContain(value)
      } else {
        expect({ ...Result.getOrThrow(read), notices: [] }, name).toEqual(asMeant)
      }
    }
  }
})

test("the word Bearer before a token is taken away", () => {
  const asMeant = Result.getOrThrow(settings(complete))
  for (const name of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SAFE_RETURN_INTAKE_TOKEN"] as const) {
    for (const prefix of ["Bearer ", "bearer  ", "Authorization: Bearer "]) {
      const read = Result.getOrThrow(settings({ ...complete, [name]: `${prefix}${complete[name]}\n` }))
      expect({ ...read, notices: [] }).toEqual(asMeant)
    }
  }
})

test("a secret with a character inside that nobody sees is refused by name, and told to nobody", () => {
  const secrets = Object.keys(complete).filter((name) => /secret|token/.test(settingKinds[name as SettingName]))
  expect(secrets).toHaveLength(6)
  for (const name of [...secrets, "SAFE_RETURN_DATABASE_URL", "SAFE_RETURN_MISSING_CHANNEL"]) {
    const value = String(complete[name as keyof typeof complete])
    const middle = Math.floor(value.length / 2)
    for (const unseen of [" ", "\n", "\r\n", "\t", zeroWidth, "\u200D", "\u00AD", bom, "\u00A0", "\u0000", "\u3164"]) {
      const changed = `${value.slice(0, middle)}${unseen}${value.slice(middle)}`
      const read = settings({ ...complete, [name]: changed })
      if (!Result.isFailure(read)) throw new Error(`${name} with ${JSON.stringify(unseen)} should be refused`)
      expect(read.failure.message).toContain(`${name} holds`)
      expect(read.failure.message).not.toContain(value.slice(middle))
    }
  }
})

test("a secret with a letter that only looks like one of its alphabet is refused by name", () => {
  const read = settings({ ...complete, SLACK_SIGNING_SECRET: "0123456789abсdef0123456789abcdef" })
  expect(Result.isFailure(read) && read.failure.message).toContain("SLACK_SIGNING_SECRET holds a character")
})

test("a value that repeats its name is refused by name", () => {
  const read = settings({ ...complete, SLACK_SIGNING_SECRET: "SLACK_SIGNING_SECRET=0123456789abcdef0123456789abcdef" })
  expect(Result.isFailure(read) && read.failure.message).toContain("SLACK_SIGNING_SECRET holds its own name")
})

test("what is nothing but unseen characters or empty quotes counts as unset", () => {
  for (const nothing of ["", " ", "\r\n", bom, zeroWidth, '""', `" ${zeroWidth}"`]) {
    const read = settings({ ...complete, SLACK_SIGNING_SECRET: nothing })
    expect(Result.isFailure(read) && read.failure.message).toContain("SLACK_SIGNING_SECRET must be set")
  }
})

test("the name of a setting is known with a byte order mark or export before it", () => {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, ...rest } = complete
  const changed = { [`${bom}SLACK_BOT_TOKEN`]: SLACK_BOT_TOKEN, "export SLACK_SIGNING_SECRET": SLACK_SIGNING_SECRET }
  const read = Result.getOrThrow(settings({ ...rest, ...changed }))
  expect(read.configuration.slack).toEqual(Result.getOrThrow(settings(complete)).configuration.slack)
  const both = tidyEnvironment({ [`${bom}PORT`]: "1", PORT: "2" })
  expect(both.values).toEqual({ PORT: "2" })
})

test("a name or a file keeps its spaces, and a list may have one entry a line", () => {
  const read = Result.getOrThrow(
    settings({
      ...complete,
      SAFE_RETURN_DATABASE_URL: undefined,
      SAFE_RETURN_DATA: " /srv/safe return/data \n",
      SAFE_RETURN_ADMINISTRATORS: "U0ONE,\r\nS0ADMINS\n"
    })
  )
  expect(read.kept).toEqual({ _tag: "Folder", directory: "/srv/safe return/data" })
  expect(read.configuration.roles.administrator).toEqual(["U0ONE", "S0ADMINS"])
  expect(read.configuration.authority).toBe("Rother Vale Council")
})

test("an unseen character in a contact or in the council's name is refused by name", () => {
  const contact = { SAFE_RETURN_NOTIFY_TEAM_MANAGERS: `manager${zeroWidth}@council.example` }
  const read = settings({ ...complete, ...contact, SAFE_RETURN_AUTHORITY: "Rother\nVale" })
  if (!Result.isFailure(read)) throw new Error("should be refused")
  expect(read.failure.problems).toHaveLength(2)
  for (const name of ["SAFE_RETURN_NOTIFY_TEAM_MANAGERS", "SAFE_RETURN_AUTHORITY"]) {
    expect(read.failure.message).toContain(name)
  }
})

test("variables that are not ours stay as they are", () => {
  expect(tidyEnvironment({ PATH: " /usr/bin ", LANG: '"C"' }).values).toEqual({ PATH: " /usr/bin ", LANG: '"C"' })
})

test("a port beyond the last one is refused by name", () => {
  expect(Result.isSuccess(settings({ ...complete, PORT: "65535" }))).toBe(true)
  for (const PORT of ["65536", "99999", "-1", "3000.5"]) {
    const read = settings({ ...complete, PORT })
    expect(Result.isFailure(read) && read.failure.message).toContain("PORT must be a port number")
  }
})

test("a service of another address is taken over https alone, or on this machine", () => {
  for (const SLACK_API_URL of ["https://slack-gov.com/api/", "http://127.0.0.1:4000/api/", "http://localhost/"]) {
    expect(Result.getOrThrow(settings({ ...complete, SLACK_API_URL })).configuration.slack.apiUrl).toBe(SLACK_API_URL)
  }
  for (const SLACK_API_URL of ["http://slack.example/", "http://127.0.0.1.example/", "slack.com"]) {
    const read = settings({ ...complete, SLACK_API_URL })
    expect(Result.isFailure(read) && read.failure.message).toContain("SLACK_API_URL")
  }
})
