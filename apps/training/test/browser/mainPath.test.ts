import { rmSync } from "node:fs"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser, whyNoBrowser } from "./chromium.ts"
import {
  actAs,
  cardOf,
  dialog,
  moveClock,
  open,
  picture,
  requestsElsewhere,
  say,
  tellOnFailure
} from "./trainingPage.ts"
import { freePort, freshFolder, startTraining } from "./trainingProcess.ts"

const CHILD = "LCS-10432"

let browser: Browser | undefined
const folder = freshFolder()
const started: Array<Awaited<ReturnType<typeof startTraining>>> = []
const start = async (port: number) => {
  const training = await startTraining(folder, port)
  started.push(training)
  return training
}
beforeAll(async () => {
  if (whyNoBrowser === undefined) browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  for (const training of started) await training.end("SIGKILL")
  rmSync(folder, { recursive: true, force: true })
})

test("the main job is clicked through by hand, killed in the middle, and ends logged", async (context) => {
  if (browser === undefined) return context.skip(whyNoBrowser)
  const port = await freePort()
  const first = await start(port)
  const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 860 } })
  page.setDefaultTimeout(30_000)
  tellOnFailure(page)
  const elsewhere = requestsElsewhere(page)
  await page.goto(first.url)
  await page.getByRole("button", { name: "Close: Guided tour" }).click()

  // The police notify; the card is there.
  await actAs(page, "mash")
  await open(page, "Police and MASH")
  await page.getByLabel("Child reference").first().fill(CHILD)
  await page.getByRole("button", { name: "Report missing" }).click()
  await page
    .getByText(/episode/i)
    .first()
    .waitFor()
  await open(page, "missing-from-home-and-care")
  await cardOf(page, CHILD).getByText(`${CHILD} · Missing`).waitFor()

  // Found, then returned, an hour later each.
  await moveClock(page, "+1 hour", "Mon 16 Nov 2026, 10:00")
  await cardOf(page, CHILD).getByRole("button", { name: "Found" }).click()
  await dialog(page).getByRole("button", { name: "Record found" }).click()
  await cardOf(page, CHILD).getByText("Found, return not recorded").waitFor()
  await moveClock(page, "+1 hour", "Mon 16 Nov 2026, 11:00")
  await cardOf(page, CHILD).getByRole("button", { name: "Returned" }).click()
  await dialog(page)
    .getByRole("button", { name: /record/i })
    .click()
  await cardOf(page, CHILD).getByText("Returned – interview owed").waitFor()
  await picture(page, "returned")

  // Killed and started again: the same card, once, at the same place.
  const before = await cardOf(page, CHILD).getAttribute("data-ts")
  await first.end("SIGKILL")
  const second = await start(port)
  await page.reload()
  await cardOf(page, CHILD).getByText("Returned – interview owed").waitFor()
  expect(await cardOf(page, CHILD).getAttribute("data-ts")).toBe(before)
  expect(await page.getByText(`${CHILD} · Returned`).count()).toBe(1)

  // A bystander is refused; the manager assigns.
  await actAs(page, "outsider")
  const canType = page.getByLabel("Message or slash command")
  await page.getByRole("navigation", { name: "Conversations" }).waitFor()
  await open(page, "general")
  await canType.waitFor()
  await say(page, `/rhi assign ${CHILD} @Training Interviewer One`)
  await page.getByText("only for full members of this workspace").waitFor()
  await actAs(page, "manager")
  await open(page, "missing-from-home-and-care")
  await say(page, `/rhi assign ${CHILD} @Training Interviewer One`)
  await cardOf(page, CHILD).getByText("Interview assigned").waitFor()
  await say(page, "/rhi queue")
  await page.getByText("Return home interviews", { exact: true }).waitFor()
  await picture(page, "training-workspace")

  // Two days on, the reminder 24 hours before the deadline is with the interviewer.
  for (const day of ["Tue 17", "Wed 18"]) await moveClock(page, "+1 day", `${day} Nov 2026, 11:00`)
  await actAs(page, "interviewer")
  await open(page, "Safe Return")
  await page.getByText(`${CHILD} · Interview due Thu 19 Nov, 11:00`).waitFor()
  await picture(page, "reminder")

  // The interviewer logs it; a time before the return is refused beside its field.
  await open(page, "missing-from-home-and-care")
  await say(page, `/rhi log ${CHILD}`)
  await dialog(page).getByLabel("Offered at").fill("2026-11-17T10:00")
  await dialog(page).getByLabel("Accepted").check()
  await dialog(page).getByLabel("Completed at").fill("2026-11-15T10:00")
  await dialog(page).getByLabel("Venue").selectOption({ label: "School" })
  await dialog(page).getByLabel("No, the child said there was none").check()
  await dialog(page).getByRole("button", { name: /log/i }).click()
  await dialog(page).getByText("cannot have taken place before the child returned").waitFor()
  await picture(page, "log-interview")
  await dialog(page).getByLabel("Completed at").fill("2026-11-17T15:30")
  await dialog(page).getByRole("button", { name: /log/i }).click()
  await cardOf(page, CHILD).getByText(`${CHILD} · Interview completed`).waitFor()
  await cardOf(page, CHILD).getByRole("button", { name: /repl/ }).click()
  await page.getByText("Answered the offer.").waitFor()
  await picture(page, "completed")

  // On a phone it is all there, with nothing to scroll sideways for.
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, "phone")
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  expect(elsewhere).toEqual([])
  await second.end("SIGTERM")
}, 300_000)
