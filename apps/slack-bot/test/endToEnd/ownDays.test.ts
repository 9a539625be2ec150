import { councilLayer } from "@safe-return/casework"
import { closedOn, openOn } from "@safe-return/casework/testing"
import { civilDay, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { Effect, Exit, ManagedRuntime } from "effect"
import { expect, test } from "vitest"
import { textOf, waitUntil } from "./slackReading.ts"
import { configurationFor, missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

const CHILD = "LCS-10432"
const wednesday = civilDay(2026, 11, 18)

test("a council that is closed on a Wednesday sees one deadline everywhere, and why", async () => {
  // A Monday: back the same day, the third working day is Thursday, or Friday without the Wednesday.
  await using council = await openCouncil(utc(2026, 11, 16, 9), { calendarOverrides: [closedOn(wednesday)] })
  const { bot, clock, workspace } = council
  const manager = workspace.person(people.manager)
  const reader = readerOf(manager)
  await sendNotification(bot.url, missingBody(CHILD, "SYP-2026-0001234", clock.now()))
  const due = "3 working days: end of Fri 20 Nov"
  await reader.types(`/missing returned ${CHILD} today 9:00am`)
  await reader.isTold(due)
  expect((await reader.sees("#missing").card(`${CHILD} · Returned`)).text).toContain(due)
  for (const command of [`/missing status ${CHILD}`, "/rhi queue", `/rhi assign ${CHILD} @Training Interviewer`]) {
    await reader.types(command)
    await reader.isTold(due)
  }
  await reader.types(`/rhi why ${CHILD}`)
  expect(textOf(manager.modal)).toContain(
    "Wed 18 Nov 2026: not counted, Offices closed (added by Made-up committee on Thu 1 Oct 2026)"
  )
  const interviewer = workspace.person(people.interviewer)
  await interviewer.openHome()
  await waitUntil(async () => textOf(interviewer.home).includes(due))
})

test("days that contradict the calendar stop the start, in a sentence", async () => {
  const contradicting = { ...configurationFor("http://127.0.0.1"), calendarOverrides: [openOn(wednesday)] }
  const runtime = ManagedRuntime.make(councilLayer(contradicting))
  const exit = await runtime.runPromiseExit(Effect.void)
  expect(Exit.isFailure(exit) && String(exit.cause)).toContain("2026-11-18 is no bank holiday")
})
