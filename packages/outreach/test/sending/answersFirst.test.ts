import { setTimeout as pause } from "node:timers/promises"
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Fiber } from "effect"
import { expect, it } from "vitest"
import { Answers, answersFirst } from "../../src/sending/answersFirst.ts"

const [first, second] = [ChildReference.make("LCS-10001"), ChildReference.make("LCS-10002")]

/** Longer than any of these tests waits, so that only an answer lets the telling begin. */
const FOR_EVER = 60_000

const telling = (putOffFor: number, delivering = () => Promise.resolve()) => {
  const answers = new Answers()
  const heard: Array<string> = []
  let recorded = 0
  const tellings = answersFirst(
    answers,
    (child) =>
      Effect.promise(() => {
        heard.push(`${child} after ${recorded}`)
        return delivering()
      }),
    putOffFor
  )
  const running = Effect.runFork(tellings.run)
  const record = (child: ChildReference) => {
    recorded += 1
    tellings.add(child)
  }
  return { answers, heard, record, [Symbol.asyncDispose]: () => Effect.runPromise(Fiber.interrupt(running)) }
}

const until = (isSo: () => boolean) => expect.poll(isSo, { interval: 1, timeout: 5_000 }).toBe(true)

it("entries recorded together are told of once, after the last of them", async () => {
  await using told = telling(FOR_EVER)
  for (const child of [first, second, first, first]) told.record(child)
  await until(() => told.heard.length === 2)
  expect(told.heard).toEqual([`${first} after 4`, `${second} after 4`])
})

it("an entry that comes while another of the child is told of is told of too", async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await using told = telling(FOR_EVER, () => held)
  told.record(first)
  await until(() => told.heard.length === 1)
  told.record(first)
  release()
  await until(() => told.heard.length === 2)
  expect(told.heard).toEqual([`${first} after 1`, `${first} after 2`])
})

it("nobody is told while a person waits for an answer, and all are once the last has it", async () => {
  await using told = telling(FOR_EVER)
  const waiting = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  const answers = waiting.map(({ promise }) => told.answers.during(() => promise))
  told.record(first)
  told.record(second)
  waiting[0].resolve()
  await pause(50)
  expect(told.heard).toEqual([])
  waiting[1].resolve()
  await Promise.all(answers)
  expect(told.heard).toEqual([])
  await until(() => told.heard.length === 2)
})

it("an answer that fails lets the telling begin as well", async () => {
  await using told = telling(FOR_EVER)
  const failing = told.answers.during(async () => {
    told.record(first)
    throw new Error("not answered")
  })
  await expect(failing).rejects.toThrow("not answered")
  await until(() => told.heard.length === 1)
})

it("people who go on asking put telling off for so long and no longer", async () => {
  await using told = telling(100)
  void told.answers.during(() => new Promise(() => {}))
  const from = performance.now()
  told.record(first)
  await pause(30)
  told.record(second)
  await until(() => told.heard.length >= 1)
  expect(performance.now() - from).toBeGreaterThan(95)
  await until(() => told.heard.length === 2)
  expect(performance.now() - from).toBeGreaterThan(125)
  expect(told.heard.map((words) => words.slice(0, first.length))).toEqual([first, second])
})
