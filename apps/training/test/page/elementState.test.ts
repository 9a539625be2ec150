import type { InputBlock, KnownBlock, PlainTextOption } from "@slack/types"
import { describe, expect, it } from "vitest"
import {
  chosenValue,
  faultsIn,
  initialState,
  type StateValues,
  stateValues
} from "../../src/page/blocks/elementState.ts"

const option = (value: string): PlainTextOption => ({ text: { type: "plain_text", text: value.toUpperCase() }, value })

const input = (blockId: string, element: InputBlock["element"], optional = false): InputBlock => ({
  type: "input",
  block_id: blockId,
  label: { type: "plain_text", text: blockId },
  optional,
  element: { ...element, action_id: "value" }
})

const everyKind: ReadonlyArray<KnownBlock> = [
  { type: "header", text: { type: "plain_text", text: "Log interview" } },
  input("text", { type: "plain_text_input" }),
  input("venue", { type: "static_select", options: [option("home"), option("school")] }),
  input("indicators", { type: "multi_static_select", options: [option("gang")] }),
  input("interviewer", { type: "users_select", initial_user: "U1" }),
  input("harm", { type: "radio_buttons", options: [option("yes"), option("no")], initial_option: option("no") }),
  input("followUp", { type: "checkboxes", options: [option("none")] }),
  input("day", { type: "datepicker", initial_date: "2026-11-16" }),
  input("time", { type: "timepicker" }),
  input("completedAt", { type: "datetimepicker" }),
  {
    type: "actions",
    block_id: "actions",
    elements: [
      { type: "button", action_id: "found", text: { type: "plain_text", text: "Found" } },
      { type: "users_select", action_id: "assign" }
    ]
  },
  {
    type: "section",
    block_id: "section",
    text: { type: "mrkdwn", text: "Mine" },
    accessory: { type: "checkboxes", action_id: "mine", options: [option("mine")] }
  }
]

describe("state.values", () => {
  it("holds every element that holds state, touched or not, and no button", () => {
    expect(stateValues(everyKind, {})).toEqual({
      text: { value: { type: "plain_text_input", value: null } },
      venue: { value: { type: "static_select", selected_option: null } },
      indicators: { value: { type: "multi_static_select", selected_options: [] } },
      interviewer: { value: { type: "users_select", selected_user: "U1" } },
      harm: { value: { type: "radio_buttons", selected_option: option("no") } },
      followUp: { value: { type: "checkboxes", selected_options: [] } },
      day: { value: { type: "datepicker", selected_date: "2026-11-16" } },
      time: { value: { type: "timepicker", selected_time: null } },
      completedAt: { value: { type: "datetimepicker", selected_date_time: null } },
      actions: { assign: { type: "users_select", selected_user: null } },
      section: { mine: { type: "checkboxes", selected_options: [] } }
    })
  })

  it("holds what was chosen instead of what stood there, also when that was cleared", () => {
    const chosen: StateValues = {
      completedAt: { value: { type: "datetimepicker", selected_date_time: 1_794_819_600 } },
      interviewer: { value: { type: "users_select", selected_user: null } }
    }
    const values = stateValues(everyKind, chosen)
    expect(values["completedAt"]).toEqual(chosen["completedAt"])
    expect(values["interviewer"]).toEqual(chosen["interviewer"])
  })

  it("leaves out what an update of the view has taken away or made into something else", () => {
    const chosen: StateValues = {
      gone: { value: { type: "plain_text_input", value: "typed before" } },
      venue: { value: { type: "plain_text_input", value: "was a text field" } }
    }
    expect(stateValues([input("venue", { type: "static_select" })], chosen)).toEqual({
      venue: { value: { type: "static_select", selected_option: null } }
    })
  })
})

describe("what is told of an action", () => {
  it("is the one thing chosen", () => {
    expect(chosenValue({ type: "datetimepicker", selected_date_time: 5 })).toBe(5)
    expect(chosenValue({ type: "static_select", selected_option: option("home") })).toEqual(option("home"))
  })

  it("is nothing for a button, which holds no state", () => {
    expect(initialState({ type: "button", text: { type: "plain_text", text: "Found" } })).toBeUndefined()
  })
})

describe("what Slack refuses before the app is asked", () => {
  const faultsWith = (blocks: ReadonlyArray<KnownBlock>, chosen: StateValues = {}) =>
    faultsIn(blocks, stateValues(blocks, chosen))

  it("is each required field that is empty", () => {
    expect(Object.keys(faultsWith(everyKind))).toEqual([
      "text",
      "venue",
      "indicators",
      "followUp",
      "time",
      "completedAt"
    ])
  })

  it("is no optional field, and no filled one", () => {
    expect(faultsWith([input("text", { type: "plain_text_input" }, true)])).toEqual({})
    expect(faultsWith([input("at", { type: "datetimepicker", initial_date_time: 0 })])).toEqual({})
  })

  it("is a text that is too short", () => {
    const blocks = [input("reason", { type: "plain_text_input", min_length: 5 })]
    expect(faultsWith(blocks, { reason: { value: { type: "plain_text_input", value: "four" } } })).toEqual({
      reason: "Please enter at least 5 characters."
    })
    expect(faultsWith(blocks, { reason: { value: { type: "plain_text_input", value: "fives" } } })).toEqual({})
  })
})
