import { describe, expect, it } from "vitest"
import { checkView } from "../../src/index.ts"
import { inMessages, inModals, plain, section } from "./samples.ts"

const modal = (more: object = {}) => ({ type: "modal", title: plain("Hello"), blocks: [section], ...more })
const said = (view: unknown, type?: "modal" | "home") => checkView(view, type).map(({ message }) => message)

describe("what Slack takes", () => {
  it.each(Object.entries(inModals))("%s in a modal", (_, block) => {
    expect(said(modal({ submit: plain("Send"), blocks: [block] }))).toEqual([])
  })

  it("takes a home without a title, and exactly as much as the limits say", () => {
    expect(said({ type: "home", blocks: [section] })).toEqual([])
    const most = {
      title: plain("x".repeat(24)),
      submit: plain("x".repeat(24)),
      close: plain("x".repeat(24)),
      private_metadata: "x".repeat(3000),
      callback_id: "x".repeat(255),
      blocks: Array.from({ length: 100 }, () => ({ type: "divider" }))
    }
    expect(said(modal(most))).toEqual([])
  })
})

describe("what Slack refuses, in its own words", () => {
  it.each([
    [{ title: undefined }, "[ERROR] missing required field: title [json-pointer:/view]"],
    [{ title: plain("x".repeat(25)) }, "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"],
    [
      { private_metadata: "x".repeat(3001) },
      "[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]"
    ],
    [
      { blocks: Array.from({ length: 101 }, () => ({ type: "divider" })) },
      "[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]"
    ],
    [
      { blocks: [section, inModals["typed"]] },
      "[ERROR] must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]"
    ],
    [{ blocks: [inMessages["markdown"]] }, "[ERROR] unsupported type: markdown [json-pointer:/view/blocks/0/type]"],
    [
      { submit: plain("Send"), blocks: [inModals["circles"], inModals["circles"]] },
      "[ERROR] only one element can have `focus_on_load` set to true [json-pointer:/view/blocks/1/element/focus_on_load]"
    ]
  ])("%j", (more, message) => {
    expect(said(modal(more))).toEqual([message])
  })

  it("holds a view to its kind and its size", () => {
    expect(checkView(modal(), "home")).toMatchObject([{ error: "invalid_arguments", pointer: "/view/type" }])
    expect(checkView(undefined)).toMatchObject([{ error: "invalid_arguments" }])
    const long = {
      type: "input",
      label: plain("x"),
      hint: plain("x".repeat(2000)),
      element: { type: "plain_text_input" }
    }
    const heavy = Array.from({ length: 100 }, () => ({ ...long, label: plain("x".repeat(2000)) }))
    expect(checkView(modal({ submit: plain("Send"), blocks: heavy }))).toMatchObject([{ error: "view_too_large" }])
  })
})
