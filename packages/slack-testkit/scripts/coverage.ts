/** What there is of Slack's Web API and of what Slack sends an app, and the test that shows it. */
import { WebClient } from "@slack/web-api"
import { type MethodSource, playedAs } from "../src/webApi/methods.ts"

/** A test, by its file under `test/` and its title. */
export interface Test {
  readonly file: string
  readonly title: string
}

const test = (file: string, title: string): Test => ({ file: `${file}.test.ts`, title })

/** The one that holds for every method that is not there. */
const unknownTest = test("coverage", "answers every other method of Slack's as unknown")

const shown: ReadonlyArray<readonly [test: Test, ...methods: ReadonlyArray<string>]> = [
  [test("webApi", "knows the app by its token and nobody else"), "auth.test"],
  [test("webApi", "tells guests, strangers, bots and deactivated accounts from members"), "users.info"],
  [
    test("webApi", "keeps metadata for those who ask, finds messages between two timestamps, and pages"),
    "conversations.history"
  ],
  [test("webApi", "answers in threads"), "chat.postMessage", "conversations.replies"],
  [test("webApi", "opens one direct conversation a person, and none with a deactivated account"), "conversations.open"],
  [test("webApi", "refuses a modal that Slack would not take, and one without a trigger"), "views.open"],
  [test("interactions", "replaces an ephemeral message through the response URL"), "chat.postEphemeral"],
  [test("views", "updates a modal, and refuses to where it has changed meanwhile"), "views.update"],
  [test("views", "pushes modals on top of each other, three deep"), "views.push"],
  [test("views", "publishes a home, and refuses to where it has changed meanwhile"), "views.publish"],
  [
    test("events", "tells of a message, of its change with what stood there before, and of its deletion"),
    "chat.update"
  ],
  [test("methods", "lists user groups and who is in them"), "usergroups.list", "usergroups.users.list"],
  [
    test("methods", "knows people by id, by address and by their profile"),
    "users.list",
    "users.lookupByEmail",
    "users.profile.get"
  ],
  [test("methods", "knows the workspace and the app's bot"), "bots.info", "team.info"],
  [test("methods", "lists the conversations the caller is in"), "conversations.list", "users.conversations"],
  [
    test("methods", "makes a channel, names it, sets its topic and purpose, archives it and brings it back"),
    "conversations.archive",
    "conversations.create",
    "conversations.info",
    "conversations.rename",
    "conversations.setPurpose",
    "conversations.setTopic",
    "conversations.unarchive"
  ],
  [
    test("methods", "invites, joins, leaves and removes"),
    "conversations.invite",
    "conversations.join",
    "conversations.kick",
    "conversations.leave",
    "conversations.members"
  ],
  [
    test("methods", "marks a conversation as read and closes a direct one"),
    "conversations.close",
    "conversations.mark"
  ],
  [
    test("methods", "deletes a message, says one of itself, links to one"),
    "chat.delete",
    "chat.getPermalink",
    "chat.meMessage"
  ],
  [
    test("methods", "keeps reactions and pins"),
    "pins.add",
    "pins.list",
    "pins.remove",
    "reactions.add",
    "reactions.get",
    "reactions.remove"
  ],
  [
    test("methods", "posts a scheduled message when the workspace's clock gets there"),
    "chat.deleteScheduledMessage",
    "chat.scheduleMessage",
    "chat.scheduledMessages.list"
  ],
  [
    test("methods", "keeps bookmarks, and says back what it is told"),
    "api.test",
    "bookmarks.add",
    "bookmarks.edit",
    "bookmarks.list",
    "bookmarks.remove"
  ],
  [
    test("socketMode", "opens connections for the app-level token alone, and each address once"),
    "apps.connections.open"
  ]
]

const testOf = new Map(shown.flatMap(([by, ...methods]) => methods.map((method) => [method, by] as const)))

export type Status = Exclude<MethodSource, "refused"> | "refused" | "not there"

export interface Row {
  readonly what: string
  readonly status: Status
  readonly test: Test | undefined
}

type Named = { readonly [name: string]: unknown }
const isGroup = (value: unknown): value is Named => typeof value === "object" && value !== null

const methodsUnder = (group: Named, path: string): ReadonlyArray<string> =>
  Object.entries(group).flatMap(([name, value]) =>
    typeof value === "function" ? [`${path}${name}`] : isGroup(value) ? methodsUnder(value, `${path}${name}.`) : []
  )

/** What is in a client beside groups of methods. */
const notMethods = new Set(["logger", "requestQueue", "retryConfig", "tlsConfig", "listeners"])

/** Every Web API method that Slack's own client knows; `files.uploadV2` is three calls of others. */
export const everyMethod = (): ReadonlyArray<string> => {
  const groups = Object.entries(new WebClient("xoxb-nobody")).filter(
    ([name, value]) => isGroup(value) && !Array.isArray(value) && !notMethods.has(name)
  )
  return methodsUnder(Object.fromEntries(groups), "").filter((name) => name.includes(".") && name !== "files.uploadV2")
}

export const methodRows = (): ReadonlyArray<Row> =>
  [...new Set([...everyMethod(), ...playedAs.keys()])].toSorted().map((what) => {
    const status = playedAs.get(what) ?? "not there"
    return { what, status, test: status === "refused" || status === "not there" ? unknownTest : testOf.get(what) }
  })

const sent: ReadonlyArray<readonly [test: Test, ...kinds: ReadonlyArray<string>]> = [
  [test("interactions", "shows the reply to a command to the person alone"), "slash command"],
  [
    test("interactions", "opens a modal, shows field errors, pushes another and clears them on success"),
    "view_submission"
  ],
  [test("elements", "acts on %j in a message"), "block_actions in a message"],
  [
    test("interactions", "replaces an ephemeral message through the response URL"),
    "block_actions in an ephemeral message"
  ],
  [test("elements", "acts on %j in a modal"), "block_actions in a modal"],
  [test("elements", "acts on a button in the App Home"), "block_actions in the App Home"],
  [test("elements", "tells of a closed modal only the app that asked to be told"), "view_closed"],
  [test("interactions", "opens a modal by shortcut and tells the app when it is closed"), "shortcut"],
  [test("elements", "picks a shortcut in a message's menu"), "message_action"],
  [
    test("elements", "asks the app for the options of an external select and takes one by its value"),
    "block_suggestion"
  ],
  [test("interactions", "publishes the App Home when it is opened"), "app_home_opened"],
  [test("events", "tells of a mention as such and as a message"), "app_mention"],
  [
    test("events", "tells of messages where the app is: in public and private channels and direct messages"),
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim"
  ],
  [
    test("events", "tells of a message, of its change with what stood there before, and of its deletion"),
    "message_changed",
    "message_deleted"
  ],
  [test("events", "tells who joined and left"), "member_joined_channel", "member_left_channel"],
  [
    test("events", "tells of channels made, renamed, archived and brought back"),
    "channel_archive",
    "channel_created",
    "channel_rename",
    "channel_unarchive"
  ],
  [test("events", "tells of reactions and pins"), "pin_added", "pin_removed", "reaction_added", "reaction_removed"],
  [test("events", "tells only of what the app subscribes to, and of anything else to order"), "any other event"],
  [test("socketMode", "says hello, pings and answers pings"), "hello", "ping and pong"],
  [
    test("socketMode", "tells an app to reconnect: a warned connection still gets envelopes, a refreshed one none"),
    "disconnect: warning, refresh_requested"
  ],
  [test("socketMode", "tells the eleventh connection that there are too many"), "disconnect: too_many_websockets"],
  [test("socketMode", "tells every connection that Socket Mode was turned off"), "disconnect: link_disabled"],
  [
    test("socketMode", "sends a command in an envelope and shows the payload of its acknowledgement"),
    "slash_commands envelope"
  ],
  [test("todoApp", "makes a to-do of a message, and tells the person who thinks better of it"), "interactive envelope"],
  [
    test("socketMode", "sends an event again until it is acknowledged: at once, after a minute, five minutes later"),
    "events_api envelope, and its retries"
  ],
  [
    test("deliveries", "retries a failed event at once, after a minute and after five more, then gives up"),
    "retries of an event over HTTP"
  ],
  [test("interactions", "has its request URL verified"), "url_verification"]
]

/** Of other times or other kinds of app; a test sees to it that nothing here sends them. */
export const notSent = [
  "dialog_cancellation",
  "dialog_submission",
  "dialog_suggestion",
  "function_executed",
  "interactive_message",
  "link_shared",
  "workflow_step_edit"
]
const notSentTest = test("coverage", "sends none of the payloads it says it does not")

export const payloadRows = (): ReadonlyArray<Row> => [
  ...sent.flatMap(([by, ...kinds]) => kinds.map((what): Row => ({ what, status: "added", test: by }))),
  ...notSent.map((what): Row => ({ what, status: "not there", test: notSentTest }))
]
