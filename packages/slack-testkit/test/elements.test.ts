import type { WebClient } from "@slack/web-api"
import { afterEach, beforeEach, expect, it } from "vitest"
import { type SlackWorkspace, startSlackWorkspace } from "../src/index.ts"
import { startAppServer } from "./fixtures/appServer.ts"
import { quietClient } from "./fixtures/quietClient.ts"
import { ada, alerts, options } from "./fixtures/training.ts"

let workspace: SlackWorkspace
let client: WebClient
let app: Awaited<ReturnType<typeof startAppServer>>

beforeEach(async () => {
  workspace = await startSlackWorkspace(options())
  client = quietClient(workspace.slackApiUrl)
  app = await startAppServer(workspace)
})
afterEach(async () => {
  await workspace.close()
  await app.close()
})

const words = (text: string) => ({ type: "plain_text", text })
const option = (value: string) => ({ text: words(value.toUpperCase()), value })
const choices = [option("a"), option("b")]

/** Each element, an answer to it, and what the app is told was chosen. */
const inActions: ReadonlyArray<readonly [element: Record<string, unknown>, answer: unknown, told: unknown]> = [
  [{ type: "button", text: words("Go"), value: "go" }, undefined, { value: "go" }],
  [{ type: "static_select", options: choices }, "a", { selected_option: choices[0] }],
  [{ type: "users_select" }, ada, { selected_user: ada }],
  [{ type: "conversations_select" }, alerts, { selected_conversation: alerts }],
  [{ type: "channels_select" }, "C0GENERAL", { selected_channel: "C0GENERAL" }],
  [{ type: "overflow", options: choices }, "b", { selected_option: choices[1] }],
  [{ type: "datepicker" }, "2026-11-22", { selected_date: "2026-11-22" }],
  [{ type: "timepicker" }, "09:30", { selected_time: "09:30" }],
  [{ type: "datetimepicker" }, 1_794_819_600, { selected_date_time: 1_794_819_600 }],
  [{ type: "radio_buttons", options: choices }, "a", { selected_option: choices[0] }],
  [{ type: "checkboxes", options: choices }, ["a", "b"], { selected_options: choices }]
]
const inSections: typeof inActions = [
  [{ type: "multi_static_select", options: choices }, ["b"], { selected_options: [choices[1]] }],
  [{ type: "multi_users_select" }, [ada], { selected_users: [ada] }],
  [{ type: "multi_conversations_select" }, [alerts], { selected_conversations: [alerts] }],
  [{ type: "multi_channels_select" }, ["C0GENERAL"], { selected_channels: ["C0GENERAL"] }]
]
const inModals: typeof inActions = [
  [{ type: "plain_text_input" }, "words", { value: "words" }],
  [{ type: "email_text_input" }, "ada@example.com", { value: "ada@example.com" }],
  [{ type: "url_text_input" }, "https://example.com", { value: "https://example.com" }],
  [{ type: "number_input", is_decimal_allowed: false }, "3", { value: "3" }],
  [{ type: "rich_text_input" }, { type: "rich_text", elements: [] }, { rich_text_value: { type: "rich_text" } }]
]

/** Where a message with these blocks stands now. */
const posted = async (blocks: ReadonlyArray<object>) => {
  await client.apiCall("chat.postMessage", { channel: alerts, text: "x", blocks })
  return { channel: alerts, ts: workspace.latest(alerts) ?? "" }
}

const acted = () => app.payloads.at(-1) as { readonly actions: ReadonlyArray<Record<string, unknown>> }

it.each([...inActions, ...inSections])("acts on %j in a message", async (element, answer, told) => {
  const named = { ...element, action_id: "it" }
  const block = inActions.some(([known]) => known === element)
    ? { type: "actions", block_id: "row", elements: [named] }
    : { type: "section", block_id: "row", text: words("Choose"), accessory: named }
  const at = await posted([block])
  await workspace.person(ada).act(at, { actionId: "it", ...(answer === undefined ? {} : { answer }) })
  expect(acted()).toMatchObject({
    type: "block_actions",
    container: { type: "message", channel_id: alerts, message_ts: at.ts, is_ephemeral: false },
    message: { ts: at.ts },
    response_url: expect.stringContaining("/response/"),
    trigger_id: expect.any(String),
    actions: [
      { type: element["type"], action_id: "it", block_id: "row", action_ts: expect.any(String), ...(told as object) }
    ]
  })
})

it.each([...inModals, ...inActions.slice(6), ...inSections])("acts on %j in a modal", async (element, answer, told) => {
  const person = workspace.person(ada)
  await person.shortcut("open")
  const block = {
    type: "input",
    block_id: "row",
    dispatch_action: true,
    label: words("It"),
    element: { ...element, action_id: "it" }
  }
  const view = { type: "modal", title: words("Form"), submit: words("Send"), blocks: [block] }
  await client.apiCall("views.open", { trigger_id: app.payloads.at(-1)?.["trigger_id"], view })
  const viewId = person.modal?.id ?? ""
  await person.act({ viewId }, { actionId: "it", answer })
  expect(acted()).toMatchObject({
    type: "block_actions",
    container: { type: "view", view_id: viewId },
    view: { id: viewId, state: { values: { row: { it: told } } } },
    actions: [{ type: element["type"], ...(told as object) }]
  })
})

it("acts on a button in the App Home", async () => {
  const blocks = [
    { type: "actions", block_id: "row", elements: [{ type: "button", action_id: "go", text: words("Go") }] }
  ]
  await client.apiCall("views.publish", { user_id: ada, view: { type: "home", blocks } })
  const viewId = workspace.person(ada).home?.id ?? ""
  await workspace.person(ada).click({ viewId }, "go")
  expect(acted()).toMatchObject({
    type: "block_actions",
    container: { type: "view", view_id: viewId },
    view: { type: "home" },
    actions: [{ action_id: "go" }]
  })
})

it("acts on feedback and icon buttons", async () => {
  const elements = [
    {
      type: "feedback_buttons",
      action_id: "feedback",
      positive_button: { text: words("Good"), value: "good" },
      negative_button: { text: words("Bad"), value: "bad" }
    },
    { type: "icon_button", icon: "trash", text: words("Delete"), action_id: "bin", value: "1" }
  ]
  const blocks = [{ type: "context_actions", block_id: "row", elements }]
  const at = await posted(blocks)
  await workspace.person(ada).act(at, { actionId: "feedback", answer: "bad" })
  expect(acted().actions[0]).toMatchObject({ type: "feedback_buttons", value: "bad", block_id: "row" })
  await workspace.person(ada).click(at, "bin")
  expect(acted().actions[0]).toMatchObject({ type: "icon_button", value: "1" })
})

it("picks a shortcut in a message's menu", async () => {
  const { ts = "" } = await client.chat.postMessage({ channel: alerts, text: "look" })
  expect(await workspace.person(ada).messageShortcut({ channel: alerts, ts }, "take-up")).toMatchObject({
    outcome: "acknowledged"
  })
  expect(app.payloads.at(-1)).toMatchObject({
    type: "message_action",
    callback_id: "take-up",
    message_ts: ts,
    channel: { id: alerts, name: "privategroup" },
    message: { ts, text: "look" },
    user: { id: ada },
    team: { domain: "testkit" },
    trigger_id: expect.any(String),
    response_url: expect.stringContaining("/response/")
  })
  const psst = await client.chat.postEphemeral({ channel: alerts, user: ada, text: "psst" })
  const at = { channel: alerts, ts: psst.message_ts ?? "" }
  await expect(workspace.person(ada).messageShortcut(at, "take-up")).rejects.toThrow("no shortcuts")
})

const externalSelects = (min?: number) => {
  const least = min === undefined ? {} : { min_query_length: min }
  return [
    { type: "actions", block_id: "row", elements: [{ type: "external_select", action_id: "who", ...least }] },
    {
      type: "section",
      block_id: "many",
      text: words("Several"),
      accessory: { type: "multi_external_select", action_id: "people", ...least }
    }
  ]
}

it("asks the app for the options of an external select and takes one by its value", async () => {
  const blocks = externalSelects(1)
  const at = await posted(blocks)
  const person = workspace.person(ada)
  await expect(person.act(at, { actionId: "who", answer: "a" })).rejects.toThrow('no option "a"')
  app.answersWith({ options: choices })
  expect((await person.suggestions(at, { actionId: "who", typed: "a" })).options).toEqual(choices)
  expect(app.payloads.at(-1)).toMatchObject({
    type: "block_suggestion",
    action_id: "who",
    block_id: "row",
    value: "a",
    container: { type: "message", message_ts: at.ts },
    user: { id: ada }
  })
  app.answersWith({ option_groups: [{ label: words("Letters"), options: choices }] })
  expect(await person.suggestions(at, { actionId: "people", typed: "b" })).toMatchObject({ options: choices })
  app.answersWith(undefined)
  await person.act(at, { actionId: "who", answer: "a" })
  expect(acted().actions[0]).toMatchObject({ type: "external_select", selected_option: choices[0] })
  await person.act(at, { actionId: "people", answer: ["b"] })
  expect(acted().actions[0]).toMatchObject({ selected_options: [choices[1]] })
})

it("asks only once enough is typed, and shows no options that Slack would not show", async () => {
  const at = await posted(externalSelects())
  const asked = (typed: string) => workspace.person(ada).suggestions(at, { actionId: "who", typed })
  expect(await asked("ab")).toEqual({ outcome: "not_sent", options: [] })
  expect(app.payloads).toEqual([])
  app.answersWith({ options: Array.from({ length: 101 }, (_, index) => option(`o${index}`)) })
  expect(await asked("abc")).toMatchObject({ outcome: "answer_refused", options: [] })
  app.answersWith({ options: [{ text: words("x".repeat(76)), value: "x" }] })
  expect(await asked("abc")).toMatchObject({
    outcome: "answer_refused",
    messages: ["[ERROR] must be less than 76 characters [json-pointer:/options/0/text/text]"]
  })
  app.answersWith({})
  expect(await asked("abc")).toMatchObject({ outcome: "answer_refused" })
  app.answersWith({ options: [] })
  expect(await asked("abc")).toMatchObject({ outcome: "acknowledged", options: [] })
})

it("tells of a closed modal only the app that asked to be told", async () => {
  const person = workspace.person(ada)
  const open = async (notify_on_close: boolean) => {
    await person.shortcut("open")
    const blocks = [{ type: "section", text: words("x") }]
    const view = { type: "modal", callback_id: "form", title: words("Form"), notify_on_close, blocks }
    await client.apiCall("views.open", { trigger_id: app.payloads.at(-1)?.["trigger_id"], view })
  }
  await open(false)
  expect(await person.closeModal()).toBeUndefined()
  await open(true)
  expect(await person.closeModal()).toMatchObject({ outcome: "acknowledged" })
  expect(app.payloads.at(-1)).toMatchObject({ type: "view_closed", view: { callback_id: "form" }, is_cleared: false })
})
