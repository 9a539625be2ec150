/** Tables in messages: sent where the workspace takes them, and lines in their place where it does not. */
import { interviewer } from "@safe-return/casework/testing"
import { checkMessage } from "@safe-return/slack-testkit"
import { WebClient } from "@slack/web-api"
import { Effect, Layer, Result } from "effect"
import { expect, it } from "vitest"
import { section } from "../../src/blocks/blocks.ts"
import { noticeContent } from "../../src/messages/noticeContent.ts"
import { change, post } from "../../src/slack/posting.ts"
import { SlackApi, SlackFailed } from "../../src/slack/SlackApi.ts"
import { TablesTaken } from "../../src/slack/TablesTaken.ts"

const table = {
  caption: "Overdue interviews, the longest first: 2",
  columns: ["Child", "Due", "Who", "State"],
  rows: [
    ["LCS-10432", "Thu 26 Nov 2026, 18:00", { person: interviewer }, "offered"],
    ["LCS-10433", "Fri 27 Nov 2026, 09:00, provisional", "nobody", "not assigned"]
  ],
  lines: ["• LCS-10432 · Thu 26 Nov 2026, 18:00", "• LCS-10433 · Fri 27 Nov 2026, 09:00, provisional"]
}
const content = noticeContent({ summary: "2 overdue, longest LCS-10432", paragraphs: [{ table }] })
const name = { about: "team", key: "morning:2026-11-27:U0ONE" } as const
const address = { channel: "D0ONE" }

interface Sent {
  readonly blocks: ReadonlyArray<{ readonly type: string }>
}

/** Slack, which refuses some of what it is sent. */
const slackThat = (refuses: (sent: Sent) => string | undefined, isOff = false) => {
  const sent: Array<readonly [method: string, types: ReadonlyArray<string>]> = []
  const layer = Layer.mock(SlackApi, {
    client: new WebClient(),
    tables: new TablesTaken(isOff),
    rates: { freeFrom: () => 0, atOnce: 1, nextEnd: () => Promise.resolve() },
    call: (method, call) =>
      Effect.gen(function* () {
        let asked: Sent = { blocks: [] }
        const take = async (given: Sent) => {
          asked = given
        }
        yield* Effect.promise(() => call({ chat: { postMessage: take, update: take } } as never))
        sent.push([method, asked.blocks.map(({ type }) => type)])
        const reason = refuses(asked)
        return reason === undefined ? ({ ts: "1.2" } as never) : yield* new SlackFailed({ method, reason })
      })
  })
  const run = <A, E>(effect: Effect.Effect<A, E, SlackApi>) => Effect.runPromise(Effect.provide(effect, layer))
  return { sent, run }
}

const hasTable = ({ blocks }: Sent): boolean => blocks.some(({ type }) => type === "data_table")

it("a table is sent where Slack takes it, with its figures in the text and without a fault", async () => {
  const { run, sent } = slackThat(() => undefined)
  await run(post(address, name, content))
  expect(sent).toEqual([["chat.postMessage", ["data_table"]]])
  expect(content.withTables?.[0]).toMatchObject({ caption: table.caption, row_header_column_index: 0, page_size: 10 })
  expect(checkMessage({ text: content.text, blocks: content.withTables })).toEqual([])
  expect(checkMessage({ text: content.text, blocks: content.blocks })).toEqual([])
  expect(content.text).toContain("2 overdue")
})

it("a workspace that refuses tables gets lines at once, and no table again", async () => {
  const { run, sent } = slackThat((asked) => (hasTable(asked) ? "invalid_blocks" : undefined))
  const three = Effect.andThen(
    post(address, name, content),
    Effect.andThen(post(address, name, content), change("D0ONE", "1.2", name, content))
  )
  await run(three)
  expect(sent).toEqual([
    ["chat.postMessage", ["data_table"]],
    ["chat.postMessage", ["section"]],
    ["chat.postMessage", ["section"]],
    ["chat.update", ["section"]]
  ])
})

it("a message that is refused without its table too says nothing of tables", async () => {
  let isRefusing = true
  const { run, sent } = slackThat(() => (isRefusing ? "invalid_blocks" : undefined))
  const result = await run(
    Effect.gen(function* () {
      const first = yield* Effect.result(post(address, name, content))
      isRefusing = false
      yield* post(address, name, content)
      return first
    })
  )
  expect(Result.isFailure(result)).toBe(true)
  expect(sent.map(([, types]) => types)).toEqual([["data_table"], ["section"], ["data_table"]])
})

it("an answer that Slack may lose without a word has a table once a message with one was taken", async () => {
  const tables = new TablesTaken()
  expect(tables.chooseSurely(content)).toBe(content.blocks)
  tables.learn("tables")
  expect(tables.chooseSurely(content)).toBe(content.withTables)
  expect(tables.chooseSurely({ text: "no table", blocks: [section("lines")] })).toEqual([section("lines")])
  tables.refuse("tables")
  expect(tables.chooseSurely(content)).toBe(content.blocks)
})

it("another fault is no word on tables, and lines are sent where a setting says so", async () => {
  const busy = slackThat(() => "ratelimited")
  await busy.run(Effect.result(post(address, name, content)))
  expect(busy.sent).toHaveLength(1)
  const off = slackThat(() => undefined, true)
  await off.run(post(address, name, { ...content, blocks: [section("lines")] }))
  expect(off.sent).toEqual([["chat.postMessage", ["section"]]])
})
