import { Result } from "effect"
import { describe, expect, it } from "vitest"
import type { Installation } from "../../src/slack/OurInstallation.ts"
import { foreignTo, readPayload } from "../../src/slack/SlackPayload.ts"

const FORM = "application/x-www-form-urlencoded"
const JSON_TYPE = "application/json; charset=utf-8"

const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString()
const interaction = (payload: unknown) => form({ payload: JSON.stringify(payload) })

const user = { id: "U0MASH" }
const action = { type: "button", action_id: "found", block_id: "case", value: "x" }
const view = { id: "V1", callback_id: "found", private_metadata: "", state: { values: {} } }

const wellFormed: ReadonlyArray<readonly [name: string, type: string, body: string]> = [
  ["a command", FORM, form({ command: "/missing", user_id: "U0MASH", text: "", trigger_id: "1.2" })],
  ["a check of the certificate", FORM, form({ ssl_check: "1", token: "x" })],
  ["a button", FORM, interaction({ type: "block_actions", user, actions: [action], trigger_id: "1" })],
  ["a form", FORM, interaction({ type: "view_submission", user, view })],
  ["a shortcut", FORM, interaction({ type: "shortcut", user, callback_id: "report_missing", trigger_id: "1" })],
  ["a kind we do not know", FORM, interaction({ type: "workflow_step_edit", user })],
  ["an event", JSON_TYPE, JSON.stringify({ type: "event_callback", event: { type: "channel_shared", channel: "C1" } })],
  [
    "the Home",
    JSON_TYPE,
    JSON.stringify({ type: "event_callback", event: { type: "app_home_opened", user: "W0MASH" } })
  ],
  ["a challenge", JSON_TYPE, JSON.stringify({ type: "url_verification", challenge: "abc" })]
]

const malformed: ReadonlyArray<readonly [name: string, type: string | undefined, body: string]> = [
  ["nothing", FORM, ""],
  ["no content type", undefined, form({ command: "/missing", user_id: "U0MASH" })],
  ["another content type", "text/plain", "hello"],
  ["a form without its payload", FORM, form({ other: "1" })],
  ["a payload that is no JSON", FORM, form({ payload: "{" })],
  ["a payload that is null", FORM, form({ payload: "null" })],
  ["a payload that is a list", FORM, form({ payload: "[]" })],
  ["a payload that is text", FORM, form({ payload: '"x"' })],
  ["two payloads", FORM, `${interaction({ type: "view_submission", user, view })}&payload=%7B%7D`],
  ["a command twice", FORM, "command=/missing&command=/rhi&user_id=U0MASH"],
  ["a command of nobody", FORM, form({ command: "/missing", text: "open" })],
  ["a command of nobody's id", FORM, form({ command: "/missing", user_id: "x y", text: "open" })],
  ["a payload without a type", FORM, interaction({ user })],
  ["a type that is a number", FORM, interaction({ type: 3, user })],
  ["a button without its person", FORM, interaction({ type: "block_actions", actions: [action] })],
  ["a person that is text", FORM, interaction({ type: "block_actions", user: "U0MASH", actions: [action] })],
  ["a person whose id is a number", FORM, interaction({ type: "view_submission", user: { id: 5 }, view })],
  ["a button without any action", FORM, interaction({ type: "block_actions", user, actions: [] })],
  ["actions that are an object", FORM, interaction({ type: "block_actions", user, actions: { 0: action } })],
  [
    "an action whose value is a list",
    FORM,
    interaction({ type: "block_actions", user, actions: [{ ...action, value: [] }] })
  ],
  ["a form without its view", FORM, interaction({ type: "view_submission", user })],
  [
    "a form whose answers are text",
    FORM,
    interaction({ type: "view_submission", user, view: { ...view, state: { values: "x" } } })
  ],
  [
    "a form whose metadata is an object",
    FORM,
    interaction({ type: "view_submission", user, view: { ...view, private_metadata: {} } })
  ],
  ["an event that is null", JSON_TYPE, JSON.stringify({ type: "event_callback", event: null })],
  ["an event without a type", JSON_TYPE, JSON.stringify({ type: "event_callback", event: {} })],
  [
    "a Home of nobody",
    JSON_TYPE,
    JSON.stringify({ type: "event_callback", event: { type: "app_home_opened", user: {} } })
  ],
  ["a challenge that is none", JSON_TYPE, JSON.stringify({ type: "url_verification" })],
  ["JSON cut short", JSON_TYPE, '{"type":"event_callback","event":{"type":"app_ho'],
  ["lists in lists without end", JSON_TYPE, "[".repeat(400_000)]
]

describe("what is signed as Slack's", () => {
  it.each(wellFormed)("is read: %s", (_, type, body) => {
    expect(Result.isSuccess(readPayload(type, body))).toBe(true)
  })

  it.each(malformed)("is refused, and nothing of it repeated: %s", (_, type, body) => {
    const read = readPayload(type, body)
    expect(Result.isFailure(read)).toBe(true)
    const why = Result.isFailure(read) ? read.failure : ""
    expect(["neither a form nor JSON", "a field twice", "not JSON", "not a payload of Slack's"]).toContain(why)
  })
})

describe("a payload is ours", () => {
  const alone: Installation = { workspace: "T0OURS", isOrganisationWide: false, app: "A0OURS" }
  const onGrid: Installation = { ...alone, organisation: "E0OURS" }
  const wide: Installation = { organisation: "E0OURS", isOrganisationWide: true, app: "A0OURS" }

  it.each([
    ["of our workspace", alone, { api_app_id: "A0OURS", team_id: "T0OURS" }, undefined],
    ["of another workspace", alone, { api_app_id: "A0OURS", team_id: "T0OTHER" }, "another workspace"],
    [
      "of another organisation",
      alone,
      { api_app_id: "A0OURS", team_id: null, enterprise_id: "E0OURS" },
      "another workspace"
    ],
    ["of no workspace", alone, { api_app_id: "A0OURS", type: "block_actions" }, "another workspace"],
    ["of another app", alone, { api_app_id: "A0OTHER", team_id: "T0OURS" }, "another app"],
    [
      "a button of another workspace",
      alone,
      { team: { id: "T0OTHER" }, user: { team_id: "T0OURS" } },
      "another workspace"
    ],
    [
      "a form that was opened for ours",
      alone,
      { team: { id: "T0OTHER" }, view: { app_installed_team_id: "T0OURS" } },
      undefined
    ],
    ["an event in a shared channel", alone, { team_id: "T0OTHER", authorizations: [{ team_id: "T0OURS" }] }, undefined],
    ["from elsewhere in our organisation", onGrid, { team_id: "T0HOME", enterprise_id: "E0OURS" }, undefined],
    ["from another organisation", onGrid, { team_id: "T0HOME", enterprise_id: "E0OTHER" }, "another workspace"],
    [
      "of an installation on ours",
      wide,
      { team_id: null, enterprise_id: "E0OURS", is_enterprise_install: true },
      undefined
    ],
    ["a button of such an installation", wide, { team: null, enterprise: { id: "E0OURS" } }, undefined],
    ["of another's installation", wide, { team_id: null, enterprise_id: "E0OTHER" }, "another workspace"],
    ["before Slack has said who we are", undefined, { team_id: "T0OTHER" }, undefined],
    ["a challenge", alone, { type: "url_verification" }, undefined]
  ] as const)("%s: %s", (_, ours, payload, foreign) => {
    expect(foreignTo(payload, ours)).toBe(foreign)
  })
})
