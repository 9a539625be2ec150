import { expect, it } from "vitest"
import { answered, inputValues } from "../src/index.ts"
import { missingAnswers } from "../src/views/inputState.ts"

const option = (value: string) => ({ text: { type: "plain_text", text: value.toUpperCase() }, value })
const select = { type: "static_select", action_id: "venue", options: [option("home"), option("school")] }

it("turns an option's value into the option, whatever the element", () => {
  expect(answered(select, "school")).toEqual({ type: "static_select", selected_option: option("school") })
  const boxes = { ...select, type: "checkboxes" }
  expect(answered(boxes, ["home"])).toEqual({ type: "checkboxes", selected_options: [option("home")] })
  const more = { ...select, type: "overflow" }
  expect(answered(more, option("home"))).toEqual({ type: "overflow", selected_option: option("home") })
  expect(answered({ type: "datetimepicker" }, 5)).toEqual({ type: "datetimepicker", selected_date_time: 5 })
  expect(() => answered(select, "moon")).toThrow('no option "moon"')
})

it("reports untouched inputs with their initial value or empty, and asks for required ones", () => {
  const blocks = [
    { type: "input", block_id: "venue", element: select },
    { type: "input", block_id: "note", optional: true, element: { type: "plain_text_input", action_id: "note" } },
    { type: "section", block_id: "who", accessory: { type: "users_select", action_id: "who", initial_user: "U0ADA" } },
    { type: "actions", block_id: "act", elements: [{ type: "button", action_id: "go" }] }
  ]
  const values = inputValues(blocks, {})
  expect(values).toEqual({
    venue: { venue: { type: "static_select", selected_option: null } },
    note: { note: { type: "plain_text_input", value: null } },
    who: { who: { type: "users_select", selected_user: "U0ADA" } }
  })
  expect(Object.keys(missingAnswers(blocks, values))).toEqual(["venue"])
})
