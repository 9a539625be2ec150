/** GOV.UK Notify, the heartbeat's listener, the senders, the calendar and the policy. */
import { calendars, civilDay, formatCivilDay } from "@safe-return/domain/calendar"
import { checkPolicy } from "@safe-return/domain/policy"
import { councilDaysIn, policiesIn, readIntakeSenders } from "@safe-return/settings"
import { Effect, Result } from "effect"
import { NotifyClient } from "notifications-node-client"
import { type Finding, notSet, reasonOf, type Values, warning, well, wrong } from "./Finding.ts"

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 8_000

/** A name, then the ids of the service and of the key. */
const NOTIFY_KEY = /^.+-[0-9a-f-]{36}-[0-9a-f-]{36}$/i

const fields = ["case_reference", "what_to_do"]

const notifyRoles = ["MISSING_COORDINATORS", "TEAM_MANAGERS", "HEADS_OF_SERVICE", "OUT_OF_HOURS_DUTY"]

const SET_UP = "See docs/slack-setup.md, When nobody answers."

const checkTemplate = async (client: NotifyClient, way: "e-mail" | "text message", id: string): Promise<Finding> => {
  const check = way === "e-mail" ? "notify.email-template" : "notify.sms-template"
  try {
    const { data } = await client.getTemplateById(id)
    const body = `${String((data as { subject?: unknown }).subject ?? "")} ${String((data as { body?: unknown }).body ?? "")}`
    const missing = fields.filter((field) => !body.includes(`((${field}))`))
    return missing.length === 0
      ? well(check, `The template for the ${way} has both fields.`)
      : wrong(
          check,
          `The template for the ${way} lacks ${missing.map((field) => `((${field}))`).join(" and ")}.`,
          SET_UP
        )
  } catch (cause) {
    return wrong(check, `The template for the ${way} cannot be read (${reasonOf(cause)}).`, SET_UP)
  }
}

export const checkNotify = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const { SAFE_RETURN_NOTIFY_API_KEY: key, SAFE_RETURN_NOTIFY_API_URL: url } = values
  const { SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE: email, SAFE_RETURN_NOTIFY_SMS_TEMPLATE: sms } = values
  if (key === undefined) {
    return [
      warning(
        "notify.key",
        "SAFE_RETURN_NOTIFY_API_KEY is not set: an alert that nobody answers never leaves Slack.",
        SET_UP
      )
    ]
  }
  if (!NOTIFY_KEY.test(key)) {
    return [
      wrong(
        "notify.key",
        "The key has not the form of GOV.UK Notify's.",
        "Make a new API key in Notify and set it whole."
      )
    ]
  }
  const client = url === undefined ? new NotifyClient(key) : new NotifyClient(url, key)
  const { restClient } = client.apiClient
  client.setClient(((options: object) => restClient({ ...options, timeout: PATIENCE })) as typeof restClient)
  const addresses = notifyRoles.flatMap((role) =>
    (values[`SAFE_RETURN_NOTIFY_${role}`] ?? "").split(",").filter((one) => one.trim() !== "")
  )
  const asked = client.getNotifications().then(
    () => well("notify.key", "GOV.UK Notify takes the key."),
    (cause) => wrong("notify.key", `GOV.UK Notify does not take the key (${reasonOf(cause)}).`, SET_UP)
  )
  const unsent = addresses.filter((one) => (one.includes("@") ? email : sms) === undefined).length
  return [
    await asked,
    ...(email === undefined ? [] : [await checkTemplate(client, "e-mail", email)]),
    ...(sms === undefined ? [] : [await checkTemplate(client, "text message", sms)]),
    addresses.length === 0
      ? wrong("notify.addresses", "Notify is set up, and nobody is named to be told by it.", SET_UP)
      : unsent > 0
        ? wrong(
            "notify.addresses",
            `${unsent} of ${addresses.length} addresses have no template for their way.`,
            SET_UP
          )
        : well("notify.addresses", `${addresses.length} addresses can be told by Notify.`)
  ]
}

/** A reader of the report must not take a bot in shadow for one that alerts. */
export const checkShadow = async ({ SAFE_RETURN_SHADOW: shadow }: Values): Promise<ReadonlyArray<Finding>> => [
  shadow === "on"
    ? warning(
        "shadow",
        "SAFE_RETURN_SHADOW is on: everything is recorded, and nothing is sent to anybody but administrators.",
        "Go on as before until you go live: nobody is alerted by Safe Return. See docs/bring-your-own-council.md."
      )
    : well("shadow", "Live: messages are sent to the people they are for.")
]

/** Asked with GET of the address itself, a monitor would take it for a beat: `/log` is taken down and changes nothing. */
export const checkHeartbeat = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const check = "heartbeat"
  const { SAFE_RETURN_HEARTBEAT_URL: url } = values
  const remedy = "See docs/watchdog.md: without a listener nobody hears that the bot has stopped."
  if (url === undefined) {
    const found =
      "SAFE_RETURN_HEARTBEAT_URL is not set: only someone who asks the bot's /heartbeat hears that it has stopped."
    return [warning(check, found, remedy)]
  }
  try {
    const address = new URL(url)
    address.pathname = `${address.pathname.replace(/\/$/, "")}/log`
    const answer = await fetch(address, {
      method: "POST",
      body: "safe-return doctor",
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE)
    })
    const text = (await answer.text()).slice(0, 200)
    if (/\(not found\)/i.test(text)) return [wrong(check, "The listener knows no such check.", remedy)]
    // A listener of another make may know no such page; that it answers is what was asked.
    return answer.status < 300 || answer.status === 404
      ? [well(check, "The listener answers.")]
      : [wrong(check, `The listener answers HTTP ${answer.status}.`, remedy)]
  } catch (cause) {
    return [wrong(check, `The listener does not answer (${reasonOf(cause)}).`, remedy)]
  }
}

export const checkSenders = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const check = "intake.senders"
  const { SAFE_RETURN_INTAKE_SENDERS: file, SAFE_RETURN_INTAKE_TOKEN: token } = values
  if (file === undefined) return [notSet(check, "SAFE_RETURN_INTAKE_SENDERS is not set: the police alone may send.")]
  const read = readIntakeSenders(file, token === undefined ? [] : [{ name: "police", token }])
  return [
    Result.isFailure(read)
      ? wrong(check, `The file of senders cannot be used: ${read.failure}.`, "See docs/slack-setup.md, Senders.")
      : well(check, `${read.success.length} further senders may send.`)
  ]
}

/** Undefined where the policy cannot be read, which the check of the policy says. */
const nationOf = async (values: Values) => {
  const named = await Effect.runPromise(policiesIn(values))
  return Result.isFailure(named) ? undefined : named.success.policy.interview.calendar.value
}

const nationUnknown = (check: string): Finding =>
  wrong(
    check,
    "Whose bank holidays count is not known, because the policy cannot be read.",
    "Put SAFE_RETURN_POLICY right first."
  )

export const checkOverrides = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const check = "calendar.overrides"
  const { SAFE_RETURN_CALENDAR_OVERRIDES: file } = values
  if (file === undefined)
    return [notSet(check, "SAFE_RETURN_CALENDAR_OVERRIDES is not set: no day is added or struck.")]
  const nation = await nationOf(values)
  if (nation === undefined) return [nationUnknown(check)]
  const read = await Effect.runPromise(Effect.result(councilDaysIn(file, nation)))
  const remedy = "Put it right as docs/command-line.md says, A council's own days: the bot does not start with it."
  return [
    Result.isFailure(read)
      ? wrong(check, read.failure.message, remedy)
      : well(check, `${read.success.length} days of the council's own can be read.`)
  ]
}

/** Longer than the longest deadline, with time to bring in the next year's days: a working choice. */
const HORIZON_DAYS = 60

const today = () => {
  const now = new Date()
  return civilDay(now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate())
}

export const checkCalendar = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const nation = await nationOf(values)
  if (nation === undefined) return [nationUnknown("calendar")]
  const { publishedThrough } = calendars[nation]
  const left = publishedThrough - today()
  const found = `Bank holidays are known up to ${formatCivilDay(publishedThrough)}.`
  const remedy = "Bring in the newest version of Safe Return, which holds the bank holidays that were published since."
  if (left < 0) return [wrong("calendar", found, remedy)]
  return [left < HORIZON_DAYS ? warning("calendar", found, remedy) : well("calendar", found)]
}

const POLICY_REMEDY =
  "See docs/bring-your-own-council.md, The policy: `safe-return policy check` names every fault of a file."

/** What a person still has to confirm or look at again, in the policy that is in force. */
const leftToConfirm = (policy: unknown): string => {
  const checked = checkPolicy(policy, today())
  if (Result.isFailure(checked)) return ""
  const { unverified, staleSources } = checked.success
  const stale = staleSources.length === 0 ? "" : ` ${staleSources.length} sources were last checked too long ago.`
  return ` ${unverified.length} of its numbers and rules are confirmed by nobody yet.${stale}`
}

export const checkPolicyInForce = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const check = "policy"
  const named = await Effect.runPromise(policiesIn(values))
  if (Result.isFailure(named)) {
    return named.failure.map((fault) =>
      wrong(check, `SAFE_RETURN_POLICY ${fault}`.replace(/(?<![.])$/, "."), POLICY_REMEDY)
    )
  }
  const { policy, policies, notices } = named.success
  const later = policies.filter(({ effectiveFrom }) => effectiveFrom > formatCivilDay(today()))
  const follows = later.map(({ id, effectiveFrom }) => ` ${id} follows on ${effectiveFrom}.`).join("")
  return [
    values["SAFE_RETURN_POLICY"] === undefined
      ? warning(
          check,
          `SAFE_RETURN_POLICY is not set: the bot works by the policy of ${policy.title} (${policy.id}).`,
          "Set it, also where that is the policy that is meant."
        )
      : well(
          check,
          `The policy ${policy.id} is in order and in force since ${policy.effectiveFrom}.${follows}${leftToConfirm(policy)}`
        ),
    ...notices.map((notice) => warning(check, notice, POLICY_REMEDY))
  ]
}
