/** Every check, at once and each bounded in time: what is down holds up nothing else. */
import { policiesIn, settingKinds, settingsFrom, tidyEnvironment } from "@safe-return/settings"
import { inCouncilWords } from "@safe-return/wording"
import { Effect, Result } from "effect"
import { type Finding, type Values, warning, well, wrong } from "./Finding.ts"
import {
  checkCalendar,
  checkHeartbeat,
  checkNotify,
  checkOverrides,
  checkPolicyInForce,
  checkSenders,
  checkShadow
} from "./otherChecks.ts"
import { checkJournalKey, checkRecords } from "./recordsChecks.ts"
import {
  checkAppToken,
  checkChannel,
  checkEducationChannel,
  checkManagersChannel,
  checkSigningSecret,
  checkToken,
  educationRoleChecks,
  roleChecks
} from "./slackChecks.ts"

export type { Finding } from "./Finding.ts"

/** How long any check may take, in milliseconds. */
const PATIENCE = 20_000

type Check = (values: Values) => Promise<ReadonlyArray<Finding>>

const checks: Readonly<Record<string, Check>> = {
  "slack.token": checkToken,
  "slack.app-token": checkAppToken,
  "slack.signing-secret": checkSigningSecret,
  "slack.missing-channel": checkChannel,
  "slack.education-channel": checkEducationChannel,
  "slack.managers-channel": checkManagersChannel,
  ...Object.fromEntries([...roleChecks, ...educationRoleChecks].map((check, nth) => [`role ${nth + 1}`, check])),
  records: checkRecords,
  "journal.key": checkJournalKey,
  notify: checkNotify,
  heartbeat: checkHeartbeat,
  shadow: checkShadow,
  "intake.senders": checkSenders,
  calendar: checkCalendar,
  "calendar.overrides": checkOverrides,
  policy: checkPolicyInForce
}

const inTime = (name: string, check: Check, values: Values, patience: number): Promise<ReadonlyArray<Finding>> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<ReadonlyArray<Finding>>((resolve) => {
    timer = setTimeout(
      () => resolve([wrong(name, "This could not be found out in time.", "See whether what it asks answers at all.")]),
      patience
    )
  })
  // What a check throws may hold what it asked with.
  const found = check(values).catch(() => [
    wrong(name, "This could not be found out: the check itself failed.", "Please report this.")
  ])
  return Promise.race([found, late]).finally(() => clearTimeout(timer))
}

/** The settings themselves: what is missing or wrong in them, and what was read otherwise than it stands, or not at all. */
const checkSettings = (
  environment: Record<string, string | undefined>,
  notices: ReadonlyArray<string>
): ReadonlyArray<Finding> => {
  const read = Effect.runSync(Effect.result(settingsFrom(environment)))
  return [
    ...(Result.isFailure(read)
      ? read.failure.problems.map((problem) => wrong("settings", `${problem}.`, "Set it as docs/slack-setup.md says."))
      : [well("settings", "Every setting can be read.")]),
    ...notices.map((notice) => warning("settings", notice, "Put it right where it is set."))
  ]
}

/** Holds every setting against the real thing. */
export const examine = async (
  environment: Record<string, string | undefined>,
  patience = PATIENCE
): Promise<ReadonlyArray<Finding>> => {
  const { values, notices } = tidyEnvironment(environment)
  const ours = Object.fromEntries(Object.entries(values).filter(([name]) => name in settingKinds))
  const found = await Promise.all(Object.entries(checks).map(([name, check]) => inTime(name, check, ours, patience)))
  const named = await Effect.runPromise(policiesIn(ours))
  const say = inCouncilWords(Result.isSuccess(named) ? named.success.policy : {})
  return [...checkSettings(environment, notices), ...found.flat()].map((finding) => ({
    ...finding,
    found: say(finding.found)
  }))
}

/** Nothing is wrong; what is only warned of may wait. */
export const isWell = (findings: ReadonlyArray<Finding>): boolean => findings.every(({ status }) => status !== "wrong")
