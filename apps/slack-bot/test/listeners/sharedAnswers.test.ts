/** The bytes that a list is answered with, held against what is made of the same list from nothing. */
import { at, type child, missing, returned, tell } from "@safe-return/casework/testing"
import { calendars, Instant } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { Option, Result } from "effect"
import { expect, it } from "vitest"
import type { MessageContent } from "../../src/blocks/blocks.ts"
import type { Run } from "../../src/handlers/Handler.ts"
import { bytesOf } from "../../src/http/answerBytes.ts"
import { answerCommand } from "../../src/listeners/commands/index.ts"
import { wholeQueue } from "../../src/listeners/commands/wholeQueue.ts"
import { interviewQueueList } from "../../src/messages/interviewQueueList.ts"
import { TablesTaken } from "../../src/slack/TablesTaken.ts"

const states = (count: number) => new Map(Array.from({ length: count }, (_, index) => [`LCS-2000${index}`, state]))
const { state } = tell([missing(), returned(20)])
type States = ReturnType<typeof states> & ReadonlyMap<typeof child, typeof state>

/** What a person reads who asks for the queue, each time through the one listener. */
const asking = () => {
  const tables = new TablesTaken()
  let content: MessageContent
  const answer = answerCommand((async () => Result.succeed(Option.some(content))) as unknown as Run, tables)
  const ask = async (queue: States, now: Instant) => {
    content = wholeQueue(queue, now, calendars)
    const answers: Array<Buffer> = []
    const command = { command: "/rhi", text: "queue", user_id: "U0MANAGER" }
    await answer({ command, ack: async (answered: object) => void answers.push(bytesOf(answered)) } as never)
    return answers[0]
  }
  return { ask, tables }
}

const afresh = (queue: States, now: Instant, withTables = false) => {
  const list = interviewQueueList({ lines: interviewQueue(queue, now, calendars), now })
  const blocks = withTables ? (list.withTables ?? list.blocks) : list.blocks
  return JSON.stringify({ response_type: "ephemeral", replace_original: false, text: list.text, blocks })
}

it("a list opened three times is the same bytes, made no more than twice", async () => {
  const { ask } = asking()
  const queue = states(8) as States
  const answers = [await ask(queue, at(30)), await ask(queue, at(30)), await ask(queue, Instant(at(30) + 999))]
  expect(answers.map(String)).toEqual(answers.map(() => afresh(queue, at(30))))
  expect(answers[2]).toBe(answers[1])
})

it("a list says what is so after time has passed, after a change, and with a table", async () => {
  const { ask, tables } = asking()
  const queue = states(8) as States
  const dueAt = at(20 + 72)
  const later = Instant(dueAt + 1_000)
  const longer = states(9) as States
  for (const [known, now] of [
    [queue, dueAt],
    [queue, later],
    [longer, later]
  ] as const) {
    for (const _ of [1, 2, 3]) expect(String(await ask(known, now))).toBe(afresh(known, now))
  }
  expect(afresh(queue, dueAt)).not.toBe(afresh(queue, later))
  tables.learn("tables")
  for (const _ of [1, 2, 3]) expect(String(await ask(longer, later))).toBe(afresh(longer, later, true))
  expect(afresh(longer, later, true)).not.toBe(afresh(longer, later))
})
