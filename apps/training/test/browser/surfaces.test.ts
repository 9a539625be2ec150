import { rmSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { violations } from "./axe.ts"
import { launchBrowser, whyNoBrowser } from "./chromium.ts"
import {
  actAs,
  cardOf,
  dialog,
  open,
  personas,
  picture,
  requestsElsewhere,
  say,
  tellOnFailure
} from "./trainingPage.ts"
import { freePort, freshFolder, startTraining } from "./trainingProcess.ts"

const CHILD = "LCS-80001"

let browser: Browser | undefined
let training: Awaited<ReturnType<typeof startTraining>> | undefined
const folder = freshFolder()
beforeAll(async () => {
  if (whyNoBrowser !== undefined) return
  browser = await launchBrowser()
  training = await startTraining(folder, await freePort())
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await training?.end("SIGKILL")
  rmSync(folder, { recursive: true, force: true })
})

const newPage = async (given: Browser) => {
  const context = await given.newContext({
    locale: "en-GB",
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce"
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  tellOnFailure(page)
  return page
}

const step = (page: Page) => page.locator("[aria-current=step]")
const takeMeThere = (page: Page) => step(page).getByRole("button", { name: "Take me there" }).click()
/** A step is ticked off by the server once it has happened, and the next one takes its place. */
const now = (page: Page, title: string) => step(page).getByRole("heading", { name: title }).waitFor()

test("the tour goes from notification to closed case, and each surface on the way is accessible", async (context) => {
  if (browser === undefined || training === undefined) return context.skip(whyNoBrowser)
  const page = await newPage(browser)
  const elsewhere = requestsElsewhere(page)
  await page.goto(training.url)

  await page.getByRole("button", { name: "Start the tour" }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole("button", { name: "Start the tour" }).click()

  await now(page, "The police notify")
  await takeMeThere(page)
  await page.getByLabel("Child reference").first().fill(CHILD)
  expect(await violations(page)).toEqual([])
  await page.getByRole("button", { name: "Report missing" }).click()

  await now(page, "The alert is seen")
  await takeMeThere(page)
  await now(page, "The MASH screens")
  await takeMeThere(page)
  await say(page, `/missing screen ${CHILD}`)
  await dialog(page).getByLabel("Nobody, and there is a concern").check()
  await dialog(page).getByLabel("MASH screening sends").selectOption({ label: "Social Care" })
  await dialog(page).getByLabel("Hand over to").selectOption({ label: personas.coordinator })
  await dialog(page).getByLabel("missing notification").fill("LL-2026-1")
  await dialog(page).getByRole("button", { name: "Record" }).click()

  await now(page, "The child is found")
  await takeMeThere(page)
  await cardOf(page, CHILD).getByText(`${CHILD} · Missing`).waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, "tour")
  await cardOf(page, CHILD).getByRole("button", { name: "Found" }).click()
  await dialog(page).getByRole("button", { name: "Record found" }).waitFor()
  expect(await violations(page)).toEqual([])
  await dialog(page).getByRole("button", { name: "Record found" }).click()

  await now(page, "The child is back")
  await cardOf(page, CHILD).getByRole("button", { name: "Returned" }).click()
  await dialog(page)
    .getByRole("button", { name: /record/i })
    .click()

  // The page is loaded again in the middle: the tour stands where it stood.
  await now(page, "The interview is assigned")
  await page.reload()
  await now(page, "The interview is assigned")
  await takeMeThere(page)
  await say(page, `/rhi assign ${CHILD} @Training Interviewer One`)

  // Personas with news are named at the side, acted as or not, as are threads with a new line.
  await now(page, "A reminder falls due")
  await page
    .getByRole("list", { name: "New for others" })
    .getByRole("link", { name: "Training Interviewer One" })
    .waitFor()
  await cardOf(page, CHILD)
    .getByRole("button", { name: /replies.*new/ })
    .waitFor()
  await takeMeThere(page)
  for (let days = 0; days < 2; days += 1) {
    // Pressed twice in one breath, it is one day all the same.
    await page.getByRole("button", { name: "+1 day" }).evaluate((button: HTMLButtonElement) => {
      button.click()
      button.click()
    })
    await page.getByText(`Moved to ${days === 0 ? "Tue 17" : "Wed 18"} Nov 2026`).waitFor()
  }

  await now(page, "The interview is logged")
  await actAs(page, "coordinator")
  await open(page, "Safe Return")
  await page
    .getByText(/^This morning · /)
    .last()
    .waitFor()
  expect(await violations(page)).toEqual([])
  await takeMeThere(page)
  await say(page, `/rhi log ${CHILD}`)
  await dialog(page).getByLabel("Offered at").fill("2026-11-17T10:00")
  await dialog(page).getByLabel("Completed at").fill("2026-11-17T15:30")
  await dialog(page).getByRole("button", { name: /log/i }).click()
  await dialog(page).getByText("answers need putting right").waitFor()
  expect(await violations(page)).toEqual([])
  await dialog(page).getByLabel("Accepted").check()
  await dialog(page).getByLabel("Completed at").fill("2026-11-17T15:30")
  await dialog(page).getByLabel("Venue").selectOption({ label: "School" })
  await dialog(page).getByLabel("Yes, the child told of it").check()
  expect(await violations(page)).toEqual([])
  await dialog(page).getByRole("button", { name: /log/i }).click()

  await now(page, "What chat does not say")
  await page.getByRole("button", { name: "What just happened" }).click()
  const panel = page.getByRole("complementary", { name: "What just happened" })
  await panel.getByText("Kept out of chat").waitFor()
  await panel.getByText("Tue 17 Nov 2026: working day 1").waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, "what-just-happened")

  await page.getByRole("button", { name: "Guided tour" }).click()
  await takeMeThere(page)
  await page
    .locator("article[data-ts]", { hasText: "a decision waits for you" })
    .filter({ hasText: CHILD, hasNotText: "This morning" })
    .last()
    .getByRole("button", { name: "Open", exact: true })
    .click()
  // The late offer asks for a decision too, and one form takes both.
  await dialog(page).getByLabel("It is done or arranged").first().waitFor()
  for (const done of await dialog(page).getByLabel("It is done or arranged").all()) await done.check()
  for (const reason of await dialog(page).getByLabel("Reason").all()) await reason.fill("Strategy discussion arranged")
  expect(await violations(page)).toEqual([])
  await dialog(page).getByRole("button", { name: "Record" }).click()

  await now(page, "The case is closed")
  await takeMeThere(page)
  await say(page, `/missing close ${CHILD}`)
  await page.getByText("This episode cannot be closed yet").waitFor()
  await say(page, `/rhi record ${CHILD}`)
  for (const step of [1, 2, 3]) {
    await dialog(page)
      .getByRole("heading", { name: `Record ${step}` })
      .waitFor()
    await dialog(page).getByRole("button", { name: "Save and go on" }).click()
  }
  await dialog(page).getByRole("heading", { name: "Record 4" }).waitFor()
  await dialog(page).getByLabel("case system").first().fill("LL-2026-2")
  await dialog(page).getByRole("button", { name: "Save" }).click()
  await cardOf(page, CHILD).getByRole("button", { name: "More", exact: true }).first().click()
  await dialog(page).getByRole("button", { name: "Close", exact: true }).last().click()
  await dialog(page).getByRole("button", { name: "Close episode" }).click()
  await page.getByText("The tour is complete.").first().waitFor()
  expect(await violations(page)).toEqual([])

  // A line of the thread is explained by the event it stands for.
  const thread = page.getByRole("complementary", { name: "Thread" })
  await thread
    .locator("article", { hasText: "Interview assigned" })
    .getByRole("button", { name: /What happened/ })
    .click()
  await panel.getByText("Alert to the interviewer").waitFor()

  await page.getByRole("button", { name: "Close: What just happened" }).click()
  await open(page, "App Home")
  await page.getByRole("heading", { name: "App Home" }).waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, "app-home")

  await page.getByRole("button", { name: "Reset" }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole("button", { name: "Keep it" }).click()
  await page.getByRole("button", { name: "Set time" }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole("button", { name: "Cancel" }).click()

  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole("button", { name: "Menu" }).click()
  expect(await violations(page)).toEqual([])
  await open(page, "missing-from-home-and-care")
  await cardOf(page, CHILD).waitFor()
  await page.getByRole("button", { name: "Guided tour" }).click()
  await page.getByText("The tour is complete.").first().waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, "phone-tour")
  await page.getByRole("button", { name: "Close: Guided tour" }).click()
  await cardOf(page, CHILD)
    .getByRole("button", { name: /What happened/ })
    .click()
  await panel.getByText("Who was told").waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole("button", { name: "Set time" }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole("button", { name: "Cancel" }).click()
  await page.getByRole("button", { name: "Guided tour" }).click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  // Left, and started again with another child.
  await page.getByRole("button", { name: "Leave the tour" }).click()
  await page.getByRole("button", { name: "Start the tour" }).click()
  await page.getByText("LCS-80002").first().waitFor()
  expect(elsewhere).toEqual([])
}, 400_000)

/** Presses Tab, as a person without a mouse does, until the target has the focus and is in sight. */
const tabTo = async (page: Page, name: string, { key = "Tab", within = "" } = {}) => {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press(key)
    const focused = await page.evaluate(() => {
      const { activeElement: active } = document
      const isLabelled = active instanceof HTMLInputElement || active instanceof HTMLSelectElement
      const label = isLabelled ? active.labels?.[0]?.textContent : active?.textContent
      return {
        name: (active?.getAttribute("aria-label") ?? label ?? "").trim(),
        around: active?.closest("article")?.textContent ?? "",
        outline: getComputedStyle(active ?? document.body).outlineStyle
      }
    })
    if (focused.name !== name || !focused.around.includes(within)) continue
    expect(focused.outline, `the focus on "${name}" can be seen`).not.toBe("none")
    return
  }
  throw new Error(`Tab never came to ${name}`)
}

test("a child is reported and an interview assigned without a mouse", async (context) => {
  if (browser === undefined || training === undefined) return context.skip(whyNoBrowser)
  const page = await newPage(browser)
  await page.goto(`${training.url}/?as=U0MASH1&in=police`)
  await page.getByRole("heading", { name: "Police and MASH" }).waitFor()

  await tabTo(page, "Child reference")
  await page.keyboard.type("LCS-70001")
  await page.keyboard.press("Enter")
  await page.getByText("Accepted and kept").waitFor()

  // Another persona: the list is chosen from by typing, as any list of the browser is.
  await tabTo(page, "Acting as", { key: "Shift+Tab" })
  await page.keyboard.type("Training Manager")
  await page.getByRole("heading", { name: "missing-from-home-and-care" }).waitFor()
  await cardOf(page, "LCS-70001").waitFor()

  // Backwards from there is the end of the page: the newest card. Its form opens with the focus inside it.
  await tabTo(page, "Returned", { key: "Shift+Tab", within: "LCS-70001" })
  await page.keyboard.press("Enter")
  await dialog(page).waitFor()
  expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true)
  await page.keyboard.press("Escape")
  await dialog(page).waitFor({ state: "detached" })
  // The focus is back on the button, which takes the next press once the first has been answered.
  await page.waitForFunction(() => {
    const { activeElement: active } = document
    return active?.textContent === "Returned" && active.getAttribute("aria-disabled") !== "true"
  })
  await page.keyboard.press("Enter")
  await dialog(page).waitFor()
  await tabTo(page, "Record return")
  await page.keyboard.press("Enter")
  await cardOf(page, "LCS-70001").getByText("Returned – interview owed").waitFor()

  await tabTo(page, "Message or slash command")
  await page.keyboard.type("/rhi assign LCS-70001 @Training Interviewer O")
  await page.getByRole("option", { name: "@Training Interviewer One" }).waitFor()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await page.keyboard.press("Enter")
  await cardOf(page, "LCS-70001").getByText("LCS-70001 · Interview assigned").waitFor()
}, 240_000)
