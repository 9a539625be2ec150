import { inspect } from "node:util"
import { Redacted, Result } from "effect"
import { expect, test } from "vitest"
import { complete, notify, settings, TEMPLATE } from "./madeUpSettings.ts"

test("reads roles as lists, and Socket Mode from the app token", () => {
  const read = Result.getOrThrow(
    settings({
      ...complete,
      SLACK_APP_TOKEN: "xapp-synthetic",
      SAFE_RETURN_TEAM_MANAGERS: "U0ONE, U0TWO",
      SAFE_RETURN_HEADS_OF_SERVICE: "U0FOUR",
      SAFE_RETURN_OUT_OF_HOURS_DUTY: "S0DUTY",
      SAFE_RETURN_INTERVIEWERS: "U0THREE",
      SAFE_RETURN_WORKERS: " ",
      SAFE_RETURN_ADMINISTRATORS: "S0ADMINS U0ONE",
      SAFE_RETURN_EDUCATION_OFFICERS: "U0FIVE",
      SAFE_RETURN_EDUCATION_REFERENCES: "EDU-#####"
    })
  )
  const { mode } = read.configuration.slack
  expect(mode._tag === "Socket" && Redacted.value(mode.appToken)).toBe("xapp-synthetic")
  expect(read.configuration.roles).toEqual({
    mash: [],
    "missing-coordinator": [],
    "team-manager": ["U0ONE", "U0TWO"],
    "head-of-service": ["U0FOUR"],
    "out-of-hours-duty": ["S0DUTY"],
    interviewer: ["U0THREE"],
    worker: [],
    administrator: ["S0ADMINS", "U0ONE"],
    "education-officer": ["U0FIVE"],
    attendance: [],
    admissions: [],
    "education-manager": [],
    "inclusion-panel": [],
    "inclusion-lead": []
  })
})

test("no token or key stands in the configuration as it would be logged", () => {
  const secrets = {
    ...{ ...complete, ...notify },
    SLACK_APP_TOKEN: "xapp-synthetic",
    SAFE_RETURN_INTAKE_SIGNING_SECRET: "synthetic-signing-of-24-chars"
  }
  const { configuration } = Result.getOrThrow(settings(secrets))
  const logged = inspect(configuration, { depth: 10 }) + JSON.stringify(configuration)
  for (const name of [
    "SLACK_BOT_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_APP_TOKEN",
    "SAFE_RETURN_INTAKE_TOKEN",
    "SAFE_RETURN_INTAKE_SIGNING_SECRET",
    "SAFE_RETURN_NOTIFY_API_KEY"
  ] as const) {
    expect(logged, name).not.toContain(secrets[name])
  }
})

test("names everything that is missing or wrong at once, and tells no secret", () => {
  const refused = settings({ ...complete, SLACK_BOT_TOKEN: "oops-secret", SLACK_SIGNING_SECRET: " ", PORT: "many" })
  if (!Result.isFailure(refused)) throw new Error("should be refused")
  const { message } = refused.failure
  for (const name of ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "PORT"]) expect(message).toContain(name)
  expect(message).not.toContain("oops-secret")
})

test("the bot does not start without the forms of its references, and says what they are for", () => {
  const unset = {
    SAFE_RETURN_CASE_REFERENCES: "",
    SAFE_RETURN_CASE_SYSTEM_REFERENCES: undefined,
    SAFE_RETURN_POLICE_REFERENCES: " "
  }
  const refused = settings({ ...complete, ...unset })
  if (!Result.isFailure(refused)) throw new Error("should be refused")
  expect(refused.failure.problems).toHaveLength(3)
  for (const name of Object.keys(unset)) expect(refused.failure.message).toContain(`${name} must be set: it says which`)
  const { references } = Result.getOrThrow(settings(complete)).configuration
  expect(references.child.map(({ text }) => text)).toEqual(["LCS-#####"])
  expect(references.police.map(({ text }) => text)).toEqual(["SYP-####-#######"])
})

test("GOV.UK Notify is set up by its key, with addresses by role, and not at all without it", () => {
  expect(Result.getOrThrow(settings(complete)).configuration.notify).toBeUndefined()
  const SAFE_RETURN_NOTIFY_TEAM_MANAGERS = "managers@council.example, +44 7700 900123"
  const both = { ...notify, SAFE_RETURN_NOTIFY_TEAM_MANAGERS, SAFE_RETURN_NOTIFY_SMS_TEMPLATE: TEMPLATE }
  const read = Result.getOrThrow(settings({ ...complete, ...both }))
  expect(read.configuration.notify?.templates).toEqual({ email: TEMPLATE, sms: TEMPLATE })
  expect(read.configuration.notify?.addresses["team-manager"]).toEqual({
    email: ["managers@council.example"],
    sms: ["+44 7700 900123"]
  })
})

test("keeps everything in a folder or the named database, whose address it never tells", () => {
  expect(Result.getOrThrow(settings(complete)).kept).toEqual({ _tag: "Folder", directory: ".safe-return/data" })
  const SAFE_RETURN_DATABASE_URL = "postgresql://bot:oops-secret@db.example/safe_return"
  const { kept } = Result.getOrThrow(settings({ ...complete, SAFE_RETURN_DATABASE_URL, SAFE_RETURN_DATABASE_CA: "ca" }))
  expect(kept).toMatchObject({ _tag: "Database", caFile: "ca" })
  expect(JSON.stringify(kept)).not.toContain("oops-secret")
  const refused = settings({ ...complete, SAFE_RETURN_DATABASE_URL: "mysql://bot:oops-secret@db.example" })
  if (!Result.isFailure(refused)) throw new Error("should be refused")
  expect(refused.failure.message).toContain("SAFE_RETURN_DATABASE_URL must be a database such as")
  expect(refused.failure.message).not.toContain("oops-secret")
})

test("how long a message may fail, and rest, is set in whole minutes of a day at most", () => {
  const set = { SAFE_RETURN_GIVE_UP_MINUTES: "5", SAFE_RETURN_TRY_AGAIN_MINUTES: "1440" }
  const { configuration } = Result.getOrThrow(settings({ ...complete, ...set }))
  expect(configuration.delivery).toEqual({ giveUpAfterMinutes: 5, tryAgainAfterMinutes: 1_440 })
  expect(Result.getOrThrow(settings(complete)).configuration.delivery).toBeUndefined()
  for (const wrong of ["0", "1441", "soon", "1.5"]) {
    expect(Result.isFailure(settings({ ...complete, SAFE_RETURN_GIVE_UP_MINUTES: wrong }))).toBe(true)
  }
})

test("the education team works only where the forms of its references are known", () => {
  const officers = { ...complete, SAFE_RETURN_EDUCATION_OFFICERS: "U0FIVE" }
  const refused = settings(officers)
  expect(Result.isFailure(refused) && refused.failure.message).toContain(
    "SAFE_RETURN_EDUCATION_REFERENCES must be set: it says which form the education system's references"
  )
  const read = Result.getOrThrow(settings({ ...officers, SAFE_RETURN_EDUCATION_REFERENCES: "EDU-#####" }))
  expect(read.configuration.educationReferences?.map(({ text }) => text)).toEqual(["EDU-#####"])
  expect(Result.getOrThrow(settings(complete)).configuration.educationReferences).toBeUndefined()
})
