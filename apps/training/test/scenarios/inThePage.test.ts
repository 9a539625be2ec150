/** Scenarios once more, done by hand in a real browser: the page ticks each step off when it has happened. */
import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { Instant } from "@safe-return/domain/calendar"
import { Effect, Option } from "effect"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { isAtLength } from "../../../../packages/test-suite/src/atLength/isAtLength.ts"
import { library } from "../../src/scenarios/library.ts"
import { timeOf } from "../../src/scenarios/Playthrough.ts"
import type { Scenario } from "../../src/scenarios/Scenario.ts"
import { momentOf } from "../../src/scenarios/when.ts"
import { violations } from "../browser/axe.ts"
import { launchBrowser, whyNoBrowser } from "../browser/chromium.ts"
import { dialog, open as openConversation, personas, say } from "../browser/trainingPage.ts"
import { freePort, freshFolder, startTraining } from "../browser/trainingProcess.ts"
import { doByHand } from "./atThePage.ts"
import { deedsOf, scenariosWithEveryDeed } from "./everyDeed.ts"

const scenarios = await Effect.runPromise(library)

/** How long a step may take until the page has seen what it must show, on a machine that is busy with other tests. */
const STEP_MS = 30_000

/** The pictures the documents show: which step of which scenario has just been done. */
const pictures: Readonly<Record<string, number>> = {
  "friday-evening-bank-holiday": 3,
  "harm-disclosed": 8,
  "slack-down-for-an-hour": 7
}
const folderOfPictures = process.env["SCREENSHOTS"]
const picture = async (page: Page, name: string) => {
  if (folderOfPictures === undefined) return
  mkdirSync(join(folderOfPictures, "scenarios"), { recursive: true })
  await page.screenshot({ path: join(folderOfPictures, "scenarios", `${name}.png`) })
}

let browser: Browser | undefined
let page: Page
let training: Awaited<ReturnType<typeof startTraining>> | undefined
const folder = freshFolder()
beforeAll(async () => {
  if (whyNoBrowser !== undefined) return
  browser = await launchBrowser()
  training = await startTraining(folder, await freePort())
  page = await browser.newPage({ locale: "en-GB", viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" })
  page.setDefaultTimeout(STEP_MS)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await training?.end("SIGKILL")
  rmSync(folder, { recursive: true, force: true })
})

const guide = () => page.getByRole("complementary", { name: "Scenarios" })
const leave = async () => {
  const leaving = guide().getByRole("button", { name: "Leave the scenario" })
  await leaving.or(guide().getByText("Share what you did")).first().waitFor()
  if (await leaving.isVisible()) await leaving.click()
}
const open = async ({ title, steps }: Scenario) => {
  await guide()
    .getByRole("button", { name: `Open: ${title}`, exact: true })
    .click()
  await page.getByRole("button", { name: "Open the scenario" }).click()
  await guide().getByRole("heading", { name: title }).waitFor()
  // The list has such a heading too: only a scenario that is open, in its own workspace, counts its steps.
  await page.getByText(`0 of ${steps.length} steps done`, { exact: true }).first().waitFor()
}

test("a step is played from inside an open form, and is ticked off", async (context) => {
  if (browser === undefined) return context.skip(whyNoBrowser)
  const [scenario] = scenarios
  if (scenario === undefined) throw new Error("no scenario comes with the workspace")
  await page.goto(`${training?.url}/?guide=scenario`)
  await leave()
  await open(scenario)
  await page.getByLabel("Acting as").selectOption({ label: personas.coordinator })
  await openConversation(page, "missing-from-home-and-care")
  await say(page, "/missing report")
  const inForm = dialog(page).getByRole("region", { name: "Step of the scenario" })
  await inForm.waitFor()
  expect(await violations(page)).toEqual([])
  await inForm.getByRole("button", { name: "Play this step" }).click()
  await page.getByText(`1 of ${scenario.steps.length} steps done`, { exact: true }).first().waitFor()
  await leave()
}, 240_000)

test("a scenario is chosen, refused with reasons and shared as a file, and all is accessible", async (context) => {
  if (browser === undefined) return context.skip(whyNoBrowser)
  await page.goto(`${training?.url}/?guide=scenario`)
  await leave()
  await guide().getByText("Share what you did").waitFor()
  await picture(page, "choice")
  expect(await violations(page)).toEqual([])

  const bad = {
    name: "bad.json",
    mimeType: "application/json",
    buffer: Buffer.from('{ "format": "safe-return-scenario" }')
  }
  await page.getByLabel("Open a scenario that was shared").setInputFiles(bad)
  const asked = page.getByRole("alertdialog")
  await asked.getByText("Everything done in this training workspace is thrown away").waitFor()
  expect(await violations(page)).toEqual([])
  await asked.getByRole("button", { name: "Open the scenario" }).click()
  await guide().getByRole("alert").getByText("This file is not a scenario that can be played").waitFor()

  const [scenario] = scenarios
  if (scenario === undefined) throw new Error("no scenario to open")
  await open(scenario)
  await guide().getByRole("button", { name: "Play this step" }).click()
  await page.getByText(`1 of ${scenario.steps.length} steps done`, { exact: true }).first().waitFor()
  expect(await violations(page)).toEqual([])

  // An open form keeps the guide out of reach, so the step stands in the form as well.
  await page.getByRole("button", { name: "Shortcuts" }).click()
  await page.getByRole("menuitem", { name: "Report a missing child" }).click()
  const inForm = page.getByRole("dialog").getByRole("region", { name: "Step of the scenario" })
  await inForm.getByRole("button", { name: "Play this step" }).waitFor()
  expect(await violations(page)).toEqual([])
  await inForm.getByRole("button", { name: "Play this step" }).click()
  await page.getByText(`2 of ${scenario.steps.length} steps done`, { exact: true }).first().waitFor()

  await page.keyboard.press("Escape")
  await page.getByRole("dialog").waitFor({ state: "detached" })
  const downloading = page.waitForEvent("download")
  await guide().getByRole("button", { name: "Download what was done here" }).click()
  expect((await downloading).suggestedFilename()).toBe("what-was-done.scenario.json")
}, 120_000)

/** Between them they do every deed. */
const telling = scenariosWithEveryDeed(scenarios)

/** Each is played to its end without a browser too; the suite walks one by hand, `test-at-length` all of them. */
const walked = isAtLength || folderOfPictures !== undefined ? scenarios : telling.slice(0, 1)

test("a few scenarios do by hand all that any scenario does", () => {
  expect(deedsOf(telling)).toEqual(deedsOf(scenarios))
  expect(telling.length).toBeLessThan(scenarios.length)
  expect(deedsOf(scenarios).size).toBeGreaterThan(10)
})

test.for(walked.map((scenario) => [scenario.id, scenario] as const))(
  "%s, done by hand",
  { timeout: 180_000 },
  async ([id, scenario], context) => {
    if (browser === undefined) return context.skip(whyNoBrowser)
    await page.goto(`${training?.url}/?guide=scenario`)
    await leave()
    await open(scenario)
    let from = Option.getOrThrow(momentOf(scenario.opensAt, Instant(0)))
    for (const [index, step] of scenario.steps.entries()) {
      const at = timeOf(step, from)
      try {
        await doByHand(page, step, { from, at })
        await page
          .getByText(`${index + 1} of ${scenario.steps.length} steps done`, { exact: true })
          .first()
          .waitFor()
      } catch (cause) {
        const said = await page.locator(".reply, .problem, .away").allInnerTexts()
        throw new Error(`Step ${index + 1}: ${step.tell} ${said.join(" ")}`, { cause })
      }
      from = at
      if (pictures[id] === index + 1) await picture(page, id)
    }
    await guide().getByText("The scenario is over.").waitFor()
  }
)
