/** Slack: tokens, scopes, the channels, the people of each role, and its clock. */
import { type Finding, listed, notSet, reasonOf, type Values, warning, well, wrong } from "./Finding.ts"

/** How long Slack may take for one answer, in milliseconds. */
const PATIENCE = 8_000

/** The scopes of apps/slack-bot/manifest.json; a test holds them against it. */
export const neededScopes = [
  "chat:write",
  "commands",
  "groups:history",
  "groups:read",
  "im:history",
  "im:write",
  "usergroups:read",
  "users:read"
]

/** Slack refuses requests that are five minutes old; well before that is time to say so. A working choice. */
const MOST_SKEW = 60_000

interface Answer {
  readonly body: Readonly<Record<string, unknown>>
  readonly scopes: string | null
  /** By how much this machine's clock is ahead, in milliseconds. */
  readonly ahead: number | undefined
}

const ask = async (values: Values, token: string, method: string, asked: Record<string, string> = {}) => {
  const before = Date.now()
  const answer = await fetch(new URL(method, values["SLACK_API_URL"] ?? "https://slack.com/api/"), {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(asked).toString(),
    signal: AbortSignal.timeout(PATIENCE)
  })
  const date = Date.parse(answer.headers.get("date") ?? "")
  const body: unknown = await answer.json().catch(() => ({}))
  const found: Answer = {
    body: typeof body === "object" && body !== null ? { ok: false, error: `http_${answer.status}`, ...body } : {},
    scopes: answer.headers.get("x-oauth-scopes"),
    // The header has whole seconds, and says when the answer was made, somewhere between both of ours.
    ahead: Number.isNaN(date) ? undefined : (before + Date.now()) / 2 - date - 500
  }
  return found
}

const REINSTALL = "Install the app to the workspace again from apps/slack-bot/manifest.json, and set the new token."
const REACH = "Check the way to the internet and https://status.slack.com, then run this again."

const codeIn = ({ body }: Answer): string => String(body["error"] ?? "no code")

const NAME_WORKSPACE =
  "Set SAFE_RETURN_SLACK_WORKSPACE to the id of the council's workspace: in a browser, its address has it after /client/."

/** Whose installation the token is of: the workspace that is meant, and the organisation (Enterprise Grid) it is in. */
interface Installation {
  readonly isOrganisationWide: boolean
  readonly workspace: string | undefined
  readonly organisation: string | undefined
}

const installationIn = ({ body }: Answer, { SAFE_RETURN_SLACK_WORKSPACE: named }: Values): Installation => {
  const isOrganisationWide = body["is_enterprise_install"] === true
  const idAt = (key: string) => (typeof body[key] === "string" ? body[key] : undefined)
  return {
    isOrganisationWide,
    workspace: named ?? (isOrganisationWide ? undefined : idAt("team_id")),
    organisation: idAt("enterprise_id")
  }
}

/** An app on a whole organisation cannot know by itself which workspace is the council's. */
const checkWorkspace = async (values: Values, token: string, us: Answer): Promise<ReadonlyArray<Finding>> => {
  const check = "slack.workspace"
  const { SAFE_RETURN_SLACK_WORKSPACE: named } = values
  const { isOrganisationWide, workspace } = installationIn(us, values)
  if (!isOrganisationWide) {
    return named === undefined || named === us.body["team_id"]
      ? [well(check, "The app is installed on one workspace.")]
      : [
          wrong(
            check,
            `The app is installed on the workspace ${String(us.body["team_id"])}, and SAFE_RETURN_SLACK_WORKSPACE names ${named}: nobody could do anything.`,
            "Take SAFE_RETURN_SLACK_WORKSPACE away, or set the token of the app that is installed on it."
          )
        ]
  }
  if (workspace === undefined) {
    const found = "The app is installed on a whole organisation, and no workspace is named."
    return [wrong(check, found, NAME_WORKSPACE)]
  }
  const answer = await ask(values, token, "auth.teams.list", { limit: "1000" })
  const teams = answer.body["teams"]
  if (answer.body["ok"] !== true || !Array.isArray(teams)) {
    const found = `Whether the app is on the workspace ${workspace} could not be found out (${codeIn(answer)}).`
    return [
      warning(
        check,
        found,
        `See whether it is among those of the app in the organisation's settings. ${NAME_WORKSPACE}`
      )
    ]
  }
  return teams.some((team: { readonly id?: unknown } | null) => team?.id === workspace)
    ? [well(check, `The app is installed on an organisation, and on its workspace ${workspace}.`)]
    : [
        wrong(
          check,
          `The app is not on the workspace ${workspace} of its organisation.`,
          `Add the workspace to the app in the organisation's settings. ${NAME_WORKSPACE}`
        )
      ]
}

const scopesIn = ({ scopes }: Answer): Finding => {
  if (scopes === null) return warning("slack.scopes", "Slack did not say which scopes the token has.", REINSTALL)
  const has = new Set(scopes.split(/\s*,\s*/))
  const missing = neededScopes.filter((scope) => !has.has(scope))
  return missing.length === 0
    ? well("slack.scopes", "The token has every scope of the manifest.")
    : wrong("slack.scopes", `The token lacks ${missing.join(", ")}.`, REINSTALL)
}

const clockIn = ({ ahead }: Answer): Finding => {
  if (ahead === undefined) return warning("clock.slack", "Slack did not say what time it is.", REACH)
  const seconds = Math.round(Math.abs(ahead) / 1_000)
  return Math.abs(ahead) <= MOST_SKEW
    ? well("clock.slack", `This machine's clock is within ${MOST_SKEW / 1_000} seconds of Slack's.`)
    : wrong(
        "clock.slack",
        `This machine's clock is ${seconds} seconds ${ahead > 0 ? "ahead of" : "behind"} Slack's.`,
        "Turn on the machine's time service (NTP): beyond five minutes every request of Slack's is refused."
      )
}

export const checkToken = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const { SLACK_BOT_TOKEN: token } = values
  if (token === undefined) return [wrong("slack.token", "SLACK_BOT_TOKEN is not set.", REINSTALL)]
  try {
    const answer = await ask(values, token, "auth.test")
    if (answer.body["ok"] !== true) {
      const code = codeIn(answer)
      return [wrong("slack.token", `Slack refuses SLACK_BOT_TOKEN (${code}).`, REINSTALL), clockIn(answer)]
    }
    return [
      well("slack.token", "Slack takes the bot's token."),
      scopesIn(answer),
      clockIn(answer),
      ...(await checkWorkspace(values, token, answer))
    ]
  } catch (cause) {
    return [wrong("slack.token", `Slack does not answer (${reasonOf(cause)}).`, REACH)]
  }
}

export const checkAppToken = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const check = "slack.app-token"
  const { SLACK_APP_TOKEN: token } = values
  if (token === undefined) return [notSet(check, "SLACK_APP_TOKEN is not set: Slack reaches the bot over HTTP.")]
  try {
    const answer = await ask(values, token, "apps.connections.open")
    return answer.body["ok"] === true
      ? [well(check, "Slack opens a Socket Mode connection with the app token.")]
      : [
          wrong(
            check,
            `Slack refuses SLACK_APP_TOKEN (${codeIn(answer)}).`,
            "Make an app-level token with connections:write in the app's Basic Information, turn Socket Mode on, and set it."
          )
        ]
  } catch (cause) {
    return [wrong(check, `Slack does not answer (${reasonOf(cause)}).`, REACH)]
  }
}

/** Slack's signing secrets are 32 hexadecimal digits; only a request of Slack's shows whether it is the right one. */
export const checkSigningSecret = async ({ SLACK_SIGNING_SECRET: secret }: Values): Promise<ReadonlyArray<Finding>> => {
  const check = "slack.signing-secret"
  const copy = "Copy the signing secret from the app's Basic Information."
  if (secret === undefined) return [wrong(check, "SLACK_SIGNING_SECRET is not set.", copy)]
  return /^[0-9a-f]{32}$/.test(secret)
    ? [well(check, "The signing secret has the form of Slack's.")]
    : [wrong(check, "The signing secret is not 32 hexadecimal digits, as Slack's are.", copy)]
}

const MAKE_CHANNEL = "Make a private channel of this workspace only, invite the bot, and set its id."

export const checkChannel = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const { SAFE_RETURN_MISSING_CHANNEL: channel } = values
  const check = "slack.missing-channel"
  if (channel === undefined) return [wrong(check, "SAFE_RETURN_MISSING_CHANNEL is not set.", MAKE_CHANNEL)]
  return checkPrivate(values, channel, check)
}

/** Without one nothing of a child missing education is posted, which is no fault. */
export const checkEducationChannel = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const { SAFE_RETURN_EDUCATION_CHANNEL: channel } = values
  return channel === undefined ? [] : checkPrivate(values, channel, "slack.education-channel")
}

/** Without one no month's scorecard is posted, which is no fault. */
export const checkManagersChannel = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const { SAFE_RETURN_MANAGERS_CHANNEL: channel } = values
  const check = "slack.managers-channel"
  return channel === undefined
    ? [notSet(check, "SAFE_RETURN_MANAGERS_CHANNEL is not set: the month's scorecard is posted nowhere.")]
    : checkPrivate(values, channel, check)
}

const checkPrivate = async (values: Values, channel: string, check: string): Promise<ReadonlyArray<Finding>> => {
  const { SLACK_BOT_TOKEN: token } = values
  const make = MAKE_CHANNEL
  if (token === undefined) return [wrong(check, "It cannot be asked without SLACK_BOT_TOKEN.", REINSTALL)]
  try {
    const answer = await ask(values, token, "conversations.info", { channel })
    if (answer.body["ok"] !== true) {
      return [wrong(check, `The bot cannot see the channel ${channel} (${codeIn(answer)}).`, make)]
    }
    const info = (answer.body["channel"] ?? {}) as Readonly<Record<string, unknown>>
    const faults = [
      ...(info["is_archived"] === true ? ["is archived"] : []),
      ...(info["is_private"] === true ? [] : ["is public"]),
      ...(info["is_ext_shared"] === true || info["is_org_shared"] === true ? ["is shared with others"] : []),
      ...(info["is_member"] === false ? ["does not have the bot in it"] : [])
    ]
    return faults.length === 0
      ? [well(check, `The channel ${channel} is private to this workspace, and the bot is in it.`)]
      : [wrong(check, `The channel ${channel} ${faults.join(" and ")}.`, make)]
  } catch (cause) {
    return [wrong(check, `Slack does not answer (${reasonOf(cause)}).`, REACH)]
  }
}

/** The roles by the setting that names their holders. Without the first, an alert can reach nobody. */
const roles = [
  ["SAFE_RETURN_MASH", "MASH", true],
  ["SAFE_RETURN_MISSING_COORDINATORS", "Missing Co-ordinators", true],
  ["SAFE_RETURN_TEAM_MANAGERS", "team managers", true],
  ["SAFE_RETURN_HEADS_OF_SERVICE", "heads of service", true],
  ["SAFE_RETURN_OUT_OF_HOURS_DUTY", "out-of-hours duty", true],
  ["SAFE_RETURN_INTERVIEWERS", "interviewers", false],
  ["SAFE_RETURN_WORKERS", "workers", false],
  ["SAFE_RETURN_ADMINISTRATORS", "administrators", true]
] as const

/** People of one role that are asked after at most: more would run into Slack's limits. */
const MOST_ASKED = 20

/** On Enterprise Grid a person's home may be another workspace than those they belong to. */
const isOfWorkspace = (user: Readonly<Record<string, unknown>>, { workspace, organisation }: Installation): boolean => {
  const { enterprise_user } = user as {
    readonly enterprise_user?: { readonly teams?: ReadonlyArray<unknown>; readonly enterprise_id?: unknown }
  }
  if (workspace !== undefined) return [user["team_id"], ...(enterprise_user?.teams ?? [])].includes(workspace)
  return organisation !== undefined && [user["team_id"], enterprise_user?.enterprise_id].includes(organisation)
}

const whyNotTold = (answer: Answer, us: Installation): string | undefined => {
  if (answer.body["ok"] !== true) return codeIn(answer)
  const user = (answer.body["user"] ?? {}) as Readonly<Record<string, unknown>>
  if (user["is_invited_user"] === true) return "invited and not there yet"
  if (user["deleted"] === true) return "deactivated"
  if (user["is_bot"] === true || user["id"] === "USLACKBOT") return "an app"
  if (user["is_stranger"] === true || !isOfWorkspace(user, us)) return "of another workspace"
  return user["is_restricted"] === true || user["is_ultra_restricted"] === true ? "a guest" : undefined
}

const holdersOf = async (values: Values, token: string, ids: ReadonlyArray<string>, us: Installation) => {
  const team = us.isOrganisationWide && us.workspace !== undefined ? { team_id: us.workspace } : undefined
  const people = new Set<string>()
  const unread: Array<string> = []
  for (const id of ids) {
    if (!/^S/.test(id)) people.add(id)
    else {
      const answer = await ask(values, token, "usergroups.users.list", { usergroup: id, ...team })
      const users = answer.body["users"]
      if (answer.body["ok"] === true && Array.isArray(users)) for (const user of users) people.add(String(user))
      else unread.push(`${id} (${codeIn(answer)})`)
    }
  }
  return { people: [...people], unread }
}

const checkRole = async (
  values: Values,
  [name, who, isNeeded]: readonly [name: string, who: string, isNeeded: boolean]
): Promise<Finding> => {
  const check = `role.${name.replace("SAFE_RETURN_", "").toLowerCase().replaceAll("_", "-")}`
  const ids = listed(values[name])
  const { SLACK_BOT_TOKEN: token } = values
  const name_ = `Set ${name} to people who are full members, or to a user group that has some.`
  if (ids.length === 0) {
    return isNeeded ? wrong(check, `Nobody is set for ${who}.`, name_) : notSet(check, `Nobody is set for ${who}.`)
  }
  if (token === undefined) return wrong(check, "It cannot be asked without SLACK_BOT_TOKEN.", REINSTALL)
  try {
    const us = installationIn(await ask(values, token, "auth.test"), values)
    const { people, unread } = await holdersOf(values, token, ids, us)
    const asked = people.slice(0, MOST_ASKED)
    const found: Array<readonly [string, string | undefined]> = []
    for (const person of asked) {
      found.push([person, whyNotTold(await ask(values, token, "users.info", { user: person }), us)])
    }
    const reachable = found.filter(([, why]) => why === undefined).length
    const faults = [
      ...unread.map((group) => `the user group ${group} cannot be read`),
      ...found.flatMap(([person, why]) => (why === undefined ? [] : [`${person} is ${why}`]))
    ]
    const rest =
      people.length > asked.length ? ` Only the first ${MOST_ASKED} of ${people.length} were asked after.` : ""
    if (reachable === 0) return wrong(check, `Nobody who could be told holds ${who}: ${faults.join("; ")}.`, name_)
    return faults.length === 0
      ? well(check, `${reachable} can be told as ${who}.${rest}`)
      : warning(check, `${reachable} can be told as ${who}, but ${faults.join("; ")}.${rest}`, name_)
  } catch (cause) {
    return wrong(check, `Slack does not answer (${reasonOf(cause)}).`, REACH)
  }
}

/** Of the team that follows children missing education and of the joined-up view; councils without them set none. */
const educationRoles = [
  ["SAFE_RETURN_EDUCATION_OFFICERS", "education officers", false],
  ["SAFE_RETURN_ATTENDANCE", "attendance officers", false],
  ["SAFE_RETURN_ADMISSIONS", "admissions officers", false],
  ["SAFE_RETURN_EDUCATION_MANAGERS", "education managers", false],
  ["SAFE_RETURN_INCLUSION_PANEL", "members of the inclusion panel", false],
  ["SAFE_RETURN_INCLUSION_LEADS", "inclusion leads", false]
] as const

export const educationRoleChecks = educationRoles.map(
  (role) => async (values: Values) => (listed(values[role[0]]).length === 0 ? [] : [await checkRole(values, role)])
)

export const roleChecks = roles.map((role) => async (values: Values) => [await checkRole(values, role)])
