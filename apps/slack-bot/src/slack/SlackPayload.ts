/** What Slack sends an app, as far as it is looked at before Bolt is given it: https://docs.slack.dev/interactivity. */
import { Result, Schema } from "effect"
import type { Installation } from "./OurInstallation.ts"

const Text = Schema.String
const Filled = Schema.NonEmptyString
const UserId = Schema.String.check(Schema.isPattern(/^[UW][A-Z0-9]+$/))
const User = Schema.Struct({ id: UserId })
const orNull = <S extends Schema.Top>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

const View = Schema.Struct({
  id: Filled,
  callback_id: orNull(Text),
  private_metadata: orNull(Text),
  state: orNull(
    Schema.Struct({ values: Schema.Record(Text, Schema.Record(Text, Schema.Record(Text, Schema.Unknown))) })
  )
})

const Action = Schema.Struct({ type: Filled, action_id: Filled, block_id: orNull(Text), value: orNull(Text) })

const interactions = {
  block_actions: Schema.Struct({
    user: User,
    actions: Schema.NonEmptyArray(Action),
    trigger_id: orNull(Text),
    response_url: orNull(Text),
    view: orNull(View)
  }),
  view_submission: Schema.Struct({ user: User, view: View }),
  view_closed: Schema.Struct({ user: User, view: View }),
  block_suggestion: Schema.Struct({ user: User, action_id: Filled, value: Text }),
  shortcut: Schema.Struct({ user: User, callback_id: Filled, trigger_id: Filled }),
  message_action: Schema.Struct({
    user: User,
    callback_id: Filled,
    trigger_id: Filled,
    message: Schema.Struct({ text: orNull(Text) })
  })
}

const Command = Schema.Struct({
  command: Filled,
  user_id: UserId,
  text: Schema.optionalKey(Text),
  trigger_id: Schema.optionalKey(Text),
  response_url: Schema.optionalKey(Text)
})

const Event = Schema.Struct({ event: Schema.Struct({ type: Filled, user: Schema.optionalKey(Schema.Unknown) }) })
const HomeOpened = Schema.Struct({ event: Schema.Struct({ user: UserId, tab: orNull(Text) }) })
const Challenge = Schema.Struct({ challenge: Text })

/** A payload of any kind, taken out of whatever it came in. */
export type SlackPayload = { readonly [key: string]: unknown }

const isObject = (value: unknown): value is SlackPayload =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Made once for each kind, and used for every request. */
const checks = new Map<Schema.Codec<unknown, unknown>, (payload: unknown) => boolean>()

const hasShape = (shape: Schema.Codec<unknown, unknown>, payload: unknown): boolean => {
  const check = checks.get(shape) ?? Schema.is(shape)
  checks.set(shape, check)
  return check(payload)
}

const shapeOf = (payload: SlackPayload): Schema.Codec<unknown, unknown> | undefined => {
  const { type, command, event } = payload
  if (command !== undefined) return Command
  if (type === "event_callback") return isObject(event) && event["type"] === "app_home_opened" ? HomeOpened : Event
  if (type === "url_verification") return Challenge
  return typeof type === "string" && Object.hasOwn(interactions, type)
    ? interactions[type as keyof typeof interactions]
    : undefined
}

/** Whether a payload has the shape of its kind; what Slack sends that we know nothing of is Bolt's to answer. */
export const isWellFormed = (payload: unknown): payload is SlackPayload => {
  if (!isObject(payload)) return false
  if (typeof payload["type"] !== "string" && payload["command"] === undefined && payload["ssl_check"] === undefined)
    return false
  const shape = shapeOf(payload)
  return shape === undefined || hasShape(shape, payload)
}

const parse = (text: string): Result.Result<unknown, "not JSON"> =>
  Result.try({ try: (): unknown => JSON.parse(text), catch: () => "not JSON" as const })

const inForm = (body: string): Result.Result<unknown, string> => {
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) {
    if (Object.hasOwn(fields, name)) return Result.fail("a field twice")
    fields[name] = value
  }
  return fields["payload"] === undefined ? Result.succeed(fields) : parse(fields["payload"])
}

/** The payload of a signed request; fails with a word on what it is not, and never repeats any of it. */
export const readPayload = (contentType: string | undefined, body: string): Result.Result<SlackPayload, string> => {
  const kind = (contentType ?? "").split(";")[0]?.trim().toLowerCase()
  const read =
    kind === "application/json"
      ? parse(body)
      : kind === "application/x-www-form-urlencoded"
        ? inForm(body)
        : Result.fail("neither a form nor JSON")
  return Result.flatMap(read, (payload) =>
    isWellFormed(payload) ? Result.succeed(payload) : Result.fail("not a payload of Slack's")
  )
}

const idOf = (value: unknown): ReadonlyArray<string> => (typeof value === "string" && value !== "" ? [value] : [])
const partOf = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined)

/** What makes a payload another's: of another app, or of another workspace or organisation. */
type Foreign = "another app" | "another workspace"

/**
 * Whose payload it is. Undefined for ours, and while Slack has not said who we are: the person is checked all the same. On
 * Enterprise Grid, a payload of any workspace of our organisation is ours: people act from the workspace they look at.
 */
export const foreignTo = (payload: SlackPayload, ours: Installation | undefined): Foreign | undefined => {
  if (ours === undefined || payload["type"] === "url_verification" || payload["ssl_check"] !== undefined)
    return undefined
  const { api_app_id, authorizations } = payload
  if (ours.app !== undefined && typeof api_app_id === "string" && api_app_id !== ours.app) return "another app"
  const { workspace, organisation } = ours
  if (workspace !== undefined && payload["team_id"] === workspace) return undefined
  const granted: ReadonlyArray<unknown> = Array.isArray(authorizations) ? authorizations : []
  const workspaces = [
    payload["team_id"],
    partOf(payload["team"], "id"),
    partOf(payload["view"], "app_installed_team_id"),
    ...granted.map((one) => partOf(one, "team_id"))
  ].flatMap(idOf)
  const organisations = [
    payload["enterprise_id"],
    partOf(payload["enterprise"], "id"),
    ...granted.map((one) => partOf(one, "enterprise_id"))
  ].flatMap(idOf)
  if (workspace !== undefined && workspaces.includes(workspace)) return undefined
  if (organisation !== undefined && [...organisations, ...workspaces].includes(organisation)) return undefined
  return "another workspace"
}
