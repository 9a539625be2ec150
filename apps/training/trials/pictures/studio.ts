/** A training workspace in a real Chromium, from which the pictures are taken. */
import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { Locator, Page } from "playwright-core"
import { launchBrowser } from "../../test/browser/chromium.ts"
import { dialog, open, say } from "../../test/browser/trainingPage.ts"
import { freePort, freshFolder, startTraining } from "../../test/browser/trainingProcess.ts"

export const FOLDER = join(import.meta.dirname, "../../../../docs/images/surfaces")
const desk = { width: 960, height: 720 }
/** A common phone, less what its browser takes. */
const phone = { width: 390, height: 740 }

export const folder = freshFolder()
export const port = await freePort()
/** Started again where something is made up while it is down. */
export const workspace = { training: await startTraining(folder, port) }
const browser = await launchBrowser()
export const page = await browser.newPage({ locale: "en-GB", viewport: desk })
page.setDefaultTimeout(60_000)
mkdirSync(FOLDER, { recursive: true })
const missed: Array<string> = []

/** The message it is in, from its beginning; a table of it, or anything else, just into view. */
const bringIntoView = async (about: Locator) => {
  await about.scrollIntoViewIfNeeded()
  await about.evaluate((element) =>
    (["TABLE", "FIGURE"].includes(element.tagName) ? element : element.closest("article"))?.scrollIntoView({
      block: "start"
    })
  )
}

/** What the picture is of is brought into view again at each width. */
const shoot = async (name: string, about?: Locator) => {
  if (about !== undefined) await bringIntoView(about)
  await page.waitForTimeout(250)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
  await page.setViewportSize(phone)
  await page.waitForTimeout(250)
  if (about !== undefined) await bringIntoView(about)
  await page.waitForTimeout(100)
  await page.screenshot({ path: join(FOLDER, `${name}-phone.png`) })
  await page.setViewportSize(desk)
}

/** One surface that could not be reached does not cost the others their pictures; it fails the command at its end. */
export const surface = async (name: string, reach: () => Promise<unknown>, about?: () => Locator) => {
  try {
    await reach()
    await shoot(name, about?.())
  } catch (failed) {
    missed.push(`${name}: ${failed instanceof Error ? failed.message.split("\n")[0] : String(failed)}`)
  }
}

export const actAs = (who: string) => page.getByLabel("Acting as").selectOption({ label: who })
export const people = {
  mash: "Training MASH One, Police and MASH",
  coordinator: "Training Coordinator One, Missing Co-ordinator",
  manager: "Training Manager One, Team manager",
  interviewer: "Training Interviewer One, Return home interviewer",
  worker: "Training Worker One, Allocated social worker",
  administrator: "Training Administrator One, Looks after Safe Return",
  educationOfficer: "Training Education Officer One, Education officer",
  educationManager: "Training Education Manager One, Education manager"
} as const
export const channel = (who: keyof typeof people) =>
  open(page, who.startsWith("education") ? "children-missing-education" : "missing-from-home-and-care")
export const asked = async (who: keyof typeof people, command: string) => {
  await actAs(people[who])
  await channel(who)
  await say(page, command)
}
/** Without what was answered before, which would be taken for what comes next. */
export const inChannel = async (who: keyof typeof people) => {
  await actAs(people[who])
  await channel(who)
  // They come a moment after the channel is shown.
  await page.waitForTimeout(600)
  const dismiss = page.locator("article").getByRole("button", { name: "Dismiss" })
  while ((await dismiss.count()) > 0) await dismiss.first().click()
}
/** What was answered last, to the person alone. */
export const answer = () =>
  page
    .locator("article")
    .filter({ has: page.getByRole("button", { name: "Dismiss" }) })
    .last()
/** What a command answers, at the foot of the channel. */
export const answered = (name: string, who: keyof typeof people, command: string) =>
  surface(
    name,
    async () => {
      await inChannel(who)
      await say(page, command)
      await answer().waitFor()
    },
    answer
  )
export const closeForm = async (within: Page) => {
  while ((await dialog(within).count()) > 0) await within.keyboard.press("Escape")
}
export const formOf = async (name: string, who: keyof typeof people, command: string) => {
  await surface(name, async () => {
    await asked(who, command)
    await dialog(page).waitFor()
  })
  await closeForm(page)
}
export const later = async (name: string) => {
  await page.getByRole("button", { name }).click()
  await page.waitForTimeout(500)
  await page.getByText("Moving to").waitFor({ state: "detached", timeout: 180_000 })
  // What was played on the way takes a third of a phone.
  await page.getByRole("banner").getByRole("button", { name: "Dismiss" }).click()
  await page.waitForTimeout(500)
}
export const homeOf = (name: string, who: string, tab?: string, about?: () => Locator) =>
  surface(
    name,
    async () => {
      await actAs(who)
      await page.goto(`${workspace.training.url}/${new URL(page.url()).search.replace(/in=[^&]*/, "in=home")}`)
      await page.getByText("As of").first().waitFor()
      if (tab !== undefined) {
        await page.getByRole("button", { name: tab, exact: true }).click()
        await page.waitForTimeout(600)
      }
    },
    about
  )

await page.goto(workspace.training.url)
await page.getByRole("button", { name: "Close: Guided tour" }).click()

/** What could not be reached fails the command. */
export const closeStudio = async () => {
  await browser.close()
  await workspace.training.end("SIGKILL")
  rmSync(folder, { recursive: true, force: true })
  for (const one of missed) process.stderr.write(`no picture of ${one}\n`)
  process.exitCode = missed.length === 0 ? 0 : 1
}
