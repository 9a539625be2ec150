import { isIP } from "node:net"
import { type CivilDay, parseCivilDay } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { schemaFaultsIn } from "@safe-return/wording/schemaFaults"
import { Effect, Option, Redacted, Result, Schema, type SchemaIssue } from "effect"
import type { BotConfiguration } from "./BotConfiguration.ts"
import { heartbeatIn, heartbeatProblems, heartbeatVariables } from "./heartbeatSettings.ts"
import { notifyFormProblems, notifyIn, notifyProblems, notifyVariables } from "./notifySettings.ts"
import { POLICY, policiesIn } from "./policySetting.ts"
import { educationReferencesIn, referenceProblems, referencesIn, referenceVariables } from "./referenceSettings.ts"
import { isOnThisMachine, ServiceAddress } from "./serviceAddress.ts"
import { SharedSecret } from "./sharedSecret.ts"
import { telemetryIn, telemetryVariables } from "./telemetrySettings.ts"
import { tidyEnvironment } from "./tidyEnvironment.ts"

/** The environment lacks something, or holds something we cannot use. Each variable is named. */
export class EnvironmentIncomplete extends Schema.TaggedError<EnvironmentIncomplete>()("EnvironmentIncomplete", {
  problems: Schema.Array(Schema.String)
}) {
  override get message() {
    return [
      "The bot cannot start. Set these in the environment (docs/slack-setup.md says what each is):",
      ...this.problems
    ].join("\n  ")
  }
}

const Text = Schema.NonEmptyString.annotate({ message: "must be set" })
const Id = (what: string, pattern: RegExp) =>
  Schema.String.check(Schema.isPattern(pattern, { message: `must be ${what}` }))

const Minutes = Id("whole minutes, from 1 to 1440", /^(?:[1-9]\d{0,2}|1[0-3]\d\d|14[0-3]\d|1440)$/)

const listOf = (text: string): ReadonlyArray<string> => text.split(/[\s,]+/).filter(Boolean)

const userIds = (text: string | undefined): ReadonlyArray<string> => listOf(text ?? "")

const UserIds = Schema.optionalKey(
  Schema.String.check(
    Schema.isPattern(/^\s*([UWS][A-Z0-9]+([\s,]+|$))*$/, {
      message: "must be Slack user ids such as U012AB3CD or user group ids such as S012AB3CD, separated by commas"
    })
  )
)

const Days = Schema.optionalKey(
  Schema.String.check(
    Schema.makeFilter(
      (text: string) =>
        listOf(text).every((day) => Option.isSome(parseCivilDay(day))) ||
        "must be days such as 2027-01-21, separated by commas"
    )
  )
)

const censusDays = (text: string | undefined): ReadonlyArray<CivilDay> | undefined =>
  text === undefined ? undefined : listOf(text).flatMap((day) => Option.toArray(parseCivilDay(day)))

const Environment = Schema.Struct({
  /** Training is not for the bot: it has a workspace of its own. */
  SAFE_RETURN_WORKSPACE: Schema.optionalKey(
    Id("real: this starts the bot on a real workspace, and needs what that takes", /^real$/)
  ),
  SLACK_API_URL: ServiceAddress,
  SLACK_BOT_TOKEN: Id("a bot token (xoxb-…)", /^xoxb-/),
  SLACK_SIGNING_SECRET: Text,
  SLACK_APP_TOKEN: Schema.optionalKey(Id("an app-level token (xapp-…)", /^xapp-/)),
  SAFE_RETURN_SLACK_WORKSPACE: Schema.optionalKey(Id("a workspace id such as T012AB3CD", /^T[A-Z0-9]+$/)),
  SAFE_RETURN_SLACK_TABLES: Schema.optionalKey(Id("on or off", /^(?:on|off)$/)),
  SAFE_RETURN_AUTHORITY: Schema.optionalKey(Text),
  SAFE_RETURN_MISSING_CHANNEL: Id("a channel id such as C012AB3CD", /^[CG][A-Z0-9]+$/),
  SAFE_RETURN_MANAGERS_CHANNEL: Schema.optionalKey(Id("a channel id such as C012AB3CD", /^[CG][A-Z0-9]+$/)),
  SAFE_RETURN_EDUCATION_CHANNEL: Schema.optionalKey(Id("a channel id such as C012AB3CD", /^[CG][A-Z0-9]+$/)),
  SAFE_RETURN_MASH: UserIds,
  SAFE_RETURN_MISSING_COORDINATORS: UserIds,
  SAFE_RETURN_TEAM_MANAGERS: UserIds,
  SAFE_RETURN_HEADS_OF_SERVICE: UserIds,
  SAFE_RETURN_OUT_OF_HOURS_DUTY: UserIds,
  SAFE_RETURN_INTERVIEWERS: UserIds,
  SAFE_RETURN_WORKERS: UserIds,
  SAFE_RETURN_ADMINISTRATORS: UserIds,
  SAFE_RETURN_EDUCATION_OFFICERS: UserIds,
  SAFE_RETURN_ATTENDANCE: UserIds,
  SAFE_RETURN_ADMISSIONS: UserIds,
  SAFE_RETURN_EDUCATION_MANAGERS: UserIds,
  SAFE_RETURN_INCLUSION_PANEL: UserIds,
  SAFE_RETURN_INCLUSION_LEADS: UserIds,
  SAFE_RETURN_EDUCATION_CENSUS_DAYS: Days,
  ...referenceVariables,
  ...notifyVariables,
  SAFE_RETURN_NOTIFY_API_URL: ServiceAddress,
  SAFE_RETURN_INTAKE_TOKEN: SharedSecret,
  SAFE_RETURN_INTAKE_SIGNING_SECRET: Schema.optionalKey(SharedSecret),
  SAFE_RETURN_INTAKE_SENDERS: Schema.optionalKey(Text),
  SAFE_RETURN_INTAKE_PER_MINUTE: Schema.optionalKey(Id("a whole number from 1 to 99999", /^[1-9]\d{0,4}$/)),
  SAFE_RETURN_DATA: Schema.optionalKey(Text),
  SAFE_RETURN_DATABASE_URL: Schema.optionalKey(
    Id("a database such as postgresql://user:password@host/name", /^postgres(ql)?:\/\//)
  ),
  SAFE_RETURN_DATABASE_CA: Schema.optionalKey(Text),
  SAFE_RETURN_SHADOW: Schema.optionalKey(Id("on or off", /^(?:on|off)$/)),
  SAFE_RETURN_GIVE_UP_MINUTES: Schema.optionalKey(Minutes),
  SAFE_RETURN_TRY_AGAIN_MINUTES: Schema.optionalKey(Minutes),
  SAFE_RETURN_CALENDAR_OVERRIDES: Schema.optionalKey(Text),
  SAFE_RETURN_POLICY: Schema.optionalKey(Text),
  ...heartbeatVariables,
  ...telemetryVariables,
  SAFE_RETURN_LOG: Schema.optionalKey(Id("plain or json", /^(?:plain|json)$/)),
  HOST: Schema.optionalKey(
    Schema.String.check(
      Schema.makeFilter((host: string) =>
        isIP(host) !== 0 || /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(host)
          ? undefined
          : "must be a host or an address alone, such as 0.0.0.0, without http:// or a port"
      )
    )
  ),
  PORT: Schema.optionalKey(
    Id("a port number from 1 to 65535", /^(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/)
  )
})

const faultsIn = schemaFaultsIn({ missing: "must be set" })

/** Where everything is kept: a folder of this machine's, for one instance, or a database, for any number of them. */
export type StorageSettings =
  | { readonly _tag: "Folder"; readonly directory: string }
  | {
      readonly _tag: "Database"
      readonly url: Redacted.Redacted
      /** A file with the certificates that vouch for the database. */
      readonly caFile?: string
    }

const keptIn = (found: typeof Environment.Type): StorageSettings => {
  const { SAFE_RETURN_DATABASE_URL: url, SAFE_RETURN_DATABASE_CA: caFile } = found
  if (url === undefined) return { _tag: "Folder", directory: found.SAFE_RETURN_DATA ?? ".safe-return/data" }
  return { _tag: "Database", url: Redacted.make(url), ...definedFields({ caFile }) }
}

export interface Settings {
  readonly configuration: BotConfiguration
  readonly kept: StorageSettings
  /** A file of the council's own days, in the format of the command line's `--overrides`. */
  readonly calendarOverridesFile?: string
  /** How the log is written: `json` is one object a line, without personal data. */
  readonly log: "plain" | "json"
  /** What was taken away around what was set, in sentences for the log. */
  readonly notices: ReadonlyArray<string>
}

const deliveryIn = (found: typeof Environment.Type): Pick<BotConfiguration, "delivery"> => {
  const { SAFE_RETURN_GIVE_UP_MINUTES: giveUp, SAFE_RETURN_TRY_AGAIN_MINUTES: tryAgain } = found
  if (giveUp === undefined && tryAgain === undefined) return {}
  return {
    delivery: {
      ...(giveUp === undefined ? {} : { giveUpAfterMinutes: Number(giveUp) }),
      ...(tryAgain === undefined ? {} : { tryAgainAfterMinutes: Number(tryAgain) })
    }
  }
}

const SLACK_SIGNING_SECRET = /^[0-9a-f]{32}$/

/** A stand-in for Slack on this machine may have a secret of another form. */
const slackFormProblems = (values: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
  const { SLACK_SIGNING_SECRET: secret, SLACK_API_URL: url } = values
  const isStandIn = url !== undefined && isOnThisMachine(url)
  if (secret === undefined || isStandIn || SLACK_SIGNING_SECRET.test(secret)) return new Map()
  return new Map([
    ["SLACK_SIGNING_SECRET", "must be 32 hexadecimal digits. Copy the signing secret from the app's Basic Information"]
  ])
}

/** Of two settings of which only one can be meant. */
const eitherOr = [
  ["SAFE_RETURN_DATA", "SAFE_RETURN_DATABASE_URL", "records are in a folder or in a database"],
  ["SAFE_RETURN_JOURNAL_KEY", "SAFE_RETURN_JOURNAL_KEY_FILE", "a journal has one key"]
] as const

const contradictions = (values: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
  const problems = new Map<string, string>()
  for (const [one, other, why] of eitherOr) {
    if (values[one] === undefined || values[other] === undefined) continue
    problems.set(one, `is set beside ${other}: ${why}. Take the one away that is not meant`)
  }
  if (values["SAFE_RETURN_DATABASE_CA"] !== undefined && values["SAFE_RETURN_DATABASE_URL"] === undefined) {
    problems.set("SAFE_RETURN_DATABASE_URL", "must be set, because SAFE_RETURN_DATABASE_CA is")
  }
  return problems
}

const beside = [
  slackFormProblems,
  notifyFormProblems,
  notifyProblems,
  referenceProblems,
  heartbeatProblems,
  contradictions
]

const problemsIn = (issue: SchemaIssue.Issue): ReadonlyMap<string, string> => {
  const byName = new Map<string, string>()
  for (const { path, message } of faultsIn(issue)) byName.set(String(path[0]), message)
  return byName
}

/** The bot's settings from environment variables, every mistake named at once. A blank variable counts as unset. */
export const settingsFrom = Effect.fn("settingsFrom")(function* (environment: Record<string, string | undefined>) {
  const { values, problems: untidy, notices } = tidyEnvironment(environment)
  const decoded = Schema.decodeUnknownResult(Environment)(values, { errors: "all" })
  // One sentence a setting: of one that is wrong in itself, nothing else need be said.
  const problems = new Map([
    ...beside.flatMap((check) => [...check(values)]),
    ...(Result.isFailure(decoded) ? problemsIn(decoded.failure.issue) : []),
    ...untidy
  ])
  const named = problems.has(POLICY) ? undefined : yield* policiesIn(values)
  const policyFaults = named === undefined || Result.isSuccess(named) ? [] : named.failure
  if (Result.isFailure(decoded) || named === undefined || Result.isFailure(named) || problems.size > 0) {
    return yield* new EnvironmentIncomplete({
      problems: [
        ...[...problems].map(([name, message]) => `${name} ${message}`),
        ...policyFaults.map((fault) => `${POLICY} ${fault}`)
      ]
    })
  }
  const found = decoded.success
  const { policy, policies, notices: ofPolicies } = named.success
  const notify = notifyIn(found)
  const { SAFE_RETURN_CALENDAR_OVERRIDES: calendarOverridesFile, SAFE_RETURN_INTAKE_SIGNING_SECRET: intakeSecret } =
    found
  const settings: Settings = {
    log: found.SAFE_RETURN_LOG === "json" ? "json" : "plain",
    notices: [...notices, ...ofPolicies],
    kept: keptIn(found),
    ...definedFields({ calendarOverridesFile }),
    configuration: {
      authority: found.SAFE_RETURN_AUTHORITY ?? policy.title,
      listen: { host: found.HOST ?? "127.0.0.1", port: Number(found.PORT ?? 3000) },
      slack: {
        botToken: Redacted.make(found.SLACK_BOT_TOKEN),
        signingSecret: Redacted.make(found.SLACK_SIGNING_SECRET),
        ...definedFields({ apiUrl: found.SLACK_API_URL, workspace: found.SAFE_RETURN_SLACK_WORKSPACE }),
        tables: found.SAFE_RETURN_SLACK_TABLES === "off" ? "off" : "on",
        mode:
          found.SLACK_APP_TOKEN === undefined
            ? { _tag: "Http" }
            : { _tag: "Socket", appToken: Redacted.make(found.SLACK_APP_TOKEN) }
      },
      channels: {
        missing: found.SAFE_RETURN_MISSING_CHANNEL,
        ...definedFields({
          education: found.SAFE_RETURN_EDUCATION_CHANNEL,
          managers: found.SAFE_RETURN_MANAGERS_CHANNEL
        })
      },
      roles: {
        mash: userIds(found.SAFE_RETURN_MASH),
        "missing-coordinator": userIds(found.SAFE_RETURN_MISSING_COORDINATORS),
        "team-manager": userIds(found.SAFE_RETURN_TEAM_MANAGERS),
        "head-of-service": userIds(found.SAFE_RETURN_HEADS_OF_SERVICE),
        "out-of-hours-duty": userIds(found.SAFE_RETURN_OUT_OF_HOURS_DUTY),
        interviewer: userIds(found.SAFE_RETURN_INTERVIEWERS),
        worker: userIds(found.SAFE_RETURN_WORKERS),
        administrator: userIds(found.SAFE_RETURN_ADMINISTRATORS),
        "education-officer": userIds(found.SAFE_RETURN_EDUCATION_OFFICERS),
        attendance: userIds(found.SAFE_RETURN_ATTENDANCE),
        admissions: userIds(found.SAFE_RETURN_ADMISSIONS),
        "education-manager": userIds(found.SAFE_RETURN_EDUCATION_MANAGERS),
        "inclusion-panel": userIds(found.SAFE_RETURN_INCLUSION_PANEL),
        "inclusion-lead": userIds(found.SAFE_RETURN_INCLUSION_LEADS)
      },
      references: referencesIn(values),
      ...definedFields({
        educationReferences: educationReferencesIn(values),
        educationCensusDays: censusDays(found.SAFE_RETURN_EDUCATION_CENSUS_DAYS)
      }),
      intake: {
        bearerToken: Redacted.make(found.SAFE_RETURN_INTAKE_TOKEN),
        ...definedFields({
          signingSecret: intakeSecret === undefined ? undefined : Redacted.make(intakeSecret),
          sendersFile: found.SAFE_RETURN_INTAKE_SENDERS
        }),
        ...(found.SAFE_RETURN_INTAKE_PER_MINUTE === undefined
          ? {}
          : { perMinute: Number(found.SAFE_RETURN_INTAKE_PER_MINUTE) })
      },
      ...(found.SAFE_RETURN_SHADOW === "on" ? { isShadow: true } : {}),
      ...definedFields({ notify }),
      ...deliveryIn(found),
      ...heartbeatIn(found),
      ...telemetryIn(found),
      policy,
      policies
    }
  }
  return settings
})
