import { describe, expect, it } from "vitest"
import { checkMessage } from "../../src/index.ts"
import { button, inMessages, inModals, markup, option, plain, section } from "./samples.ts"

const withBlocks = (...blocks: ReadonlyArray<object>) => ({ text: "Hello", blocks })
const said = (message: Record<string, unknown>, method?: string) =>
  checkMessage(message, method).map(({ message: words }) => words)
const codes = (message: Record<string, unknown>, method?: string) =>
  checkMessage(message, method).map(({ error }) => error)
const times = <A>(count: number, item: A): ReadonlyArray<A> => Array.from({ length: count }, () => item)
const actions = (...elements: ReadonlyArray<object>) => ({ type: "actions", elements })

describe("what Slack takes", () => {
  it.each(Object.entries(inMessages))("a %s block", (_, block) => {
    expect(said(withBlocks(block))).toEqual([])
  })

  it("takes text alone, JSON over the wire, and exactly as much as the limits say", () => {
    expect(said({ text: "x".repeat(40_000) })).toEqual([])
    expect(said({ blocks: JSON.stringify([section]) })).toEqual([])
    expect(said(withBlocks(...times(50, { type: "divider" })))).toEqual([])
    expect(said(withBlocks({ type: "section", text: markup("x".repeat(3000)) }))).toEqual([])
    expect(said(withBlocks({ type: "header", text: plain("x".repeat(150)) }))).toEqual([])
    expect(said(withBlocks(actions(...times(25, { type: "users_select" }))))).toEqual([])
    expect(said({ text: "x", blocks: [section], attachments: [], metadata: undefined })).toEqual([])
  })
})

describe("what Slack refuses, in its own words", () => {
  it.each([
    [
      { type: "section", text: markup("x".repeat(3001)) },
      [
        "[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]",
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
      ]
    ],
    [
      { type: "header", text: plain("x".repeat(151)) },
      ["[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]"]
    ],
    [{ type: "section" }, ["[ERROR] must define either `text` or `fields` [json-pointer:/blocks/0/type]"]],
    [
      { type: "section", fields: times(11, plain("x")) },
      ["[ERROR] no more than 10 items allowed [json-pointer:/blocks/0/fields]"]
    ],
    [
      { type: "section", fields: [plain("")] },
      [
        "[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/fields/0]",
        "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/fields/0/text]"
      ]
    ],
    [{ type: "header" }, ["[ERROR] missing required field: text [json-pointer:/blocks/0]"]],
    [{ type: "header", text: "bare" }, ["[ERROR] must provide an object [json-pointer:/blocks/0/text]"]],
    [{ type: "plan", title: plain("x") }, ["[ERROR] must provide a string [json-pointer:/blocks/0/title]"]],
    [{ type: "poem" }, ["[ERROR] unsupported type: poem [json-pointer:/blocks/0/type]"]],
    [{ type: "divider", page_size: 1 }, ["[ERROR] invalid additional property: page_size [json-pointer:/blocks/0]"]],
    [
      { ...section, accessory: { type: "overflow", options: times(6, option("a")) } },
      ["[ERROR] no more than 5 items allowed [json-pointer:/blocks/0/accessory/options]"]
    ],
    [
      { ...section, accessory: { ...button, style: "loud" } },
      ["[ERROR] must be a valid enum value [json-pointer:/blocks/0/accessory/style]"]
    ],
    [
      actions(button, { ...button, text: plain("Again") }),
      ['[ERROR] `action_id` "go" already exists [json-pointer:/blocks/0/elements/1/action_id]']
    ],
    [
      actions({ ...button, value: "x".repeat(2001) }),
      ["[ERROR] must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]"]
    ]
  ])("%j", (block, messages) => {
    expect(said(withBlocks(block))).toEqual(messages)
    expect(new Set(codes(withBlocks(block)))).toEqual(new Set(["invalid_blocks"]))
  })

  it("gives the code of what is wrong with the whole message", () => {
    expect(codes({})).toEqual(["no_text"])
    expect(codes({ text: "", blocks: [] })).toEqual(["no_text"])
    expect(codes({ text: "x".repeat(40_001) })).toEqual(["msg_too_long"])
    expect(codes({ text: "x".repeat(4001) }, "chat.update")).toEqual(["msg_too_long"])
    expect(codes({ text: "x", blocks: "[not json" })).toEqual(["invalid_blocks_format"])
    expect(codes({ text: "x", blocks: { type: "divider" } })).toEqual(["invalid_blocks_format"])
    expect(codes(withBlocks(...times(51, { type: "divider" })))).toEqual(["invalid_blocks"])
    expect(codes(withBlocks(...times(5, { type: "section", text: markup("x".repeat(2900)) })))).toEqual([
      "msg_blocks_too_long"
    ])
    expect(codes({ attachments: times(101, { text: "x" }) })).toEqual(["too_many_attachments"])
    expect(codes({ attachments: [{ blocks: [{ type: "header" }] }] })).toEqual(["invalid_attachments"])
    const table = inMessages["table"] ?? {}
    expect(codes(withBlocks(table, table))).toEqual(["invalid_attachments"])
    expect(codes({ text: "x", markdown_text: "y" })).toEqual(["markdown_text_conflict"])
    expect(codes({ text: "x", metadata: { event_type: "a" } })).toEqual(["invalid_metadata_format"])
  })

  it("takes no rich text in the header of a data table, and no row of another length", () => {
    const cell = { type: "raw_text", text: "a" }
    const rich = { type: "rich_text", elements: [] }
    const table = (...rows: ReadonlyArray<ReadonlyArray<object>>) => ({ type: "data_table", caption: "Numbers", rows })
    expect(said(withBlocks(table([cell, cell], [cell, rich])))).toEqual([])
    expect(said(withBlocks(table([cell, rich], [cell, cell])))).toEqual([
      "[ERROR] unsupported type: rich_text [json-pointer:/blocks/0/rows/0/1/type]"
    ])
    expect(said(withBlocks(table([cell, cell], [cell])))).toEqual([
      "[ERROR] must have as many cells as the header [json-pointer:/blocks/0/rows/1]"
    ])
    expect(codes(withBlocks({ type: "data_table", rows: [[cell], [cell]] }))).toEqual(["invalid_blocks"])
  })

  it("says twice what stands twice: block ids are unique", () => {
    const same = { type: "divider", block_id: "one" }
    expect(said(withBlocks(same, same))).toEqual([
      '[ERROR] `block_id` "one" already exists [json-pointer:/blocks/1/block_id]'
    ])
  })

  it("takes no block or element where it does not belong", () => {
    expect(codes(withBlocks(inModals["alert"] ?? {}))).toEqual(["invalid_blocks"])
    expect(said(withBlocks(inModals["email"] ?? {}))).toEqual([
      "[ERROR] unsupported type: email_text_input [json-pointer:/blocks/0/element/type]"
    ])
    expect(said(withBlocks({ type: "file", external_id: "a", source: "remote" }))).toHaveLength(1)
  })

  it("holds what is chosen beforehand to what there is to choose", () => {
    const select = { type: "static_select", action_id: "s", options: [option("a")], initial_option: option("b") }
    expect(said(withBlocks(actions(select)))).toEqual([
      "[ERROR] must match one of the options [json-pointer:/blocks/0/elements/0/initial_option]"
    ])
  })
})
