/** What the browser tests do on the page, named as people would. */
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { onTestFailed } from "vitest"

export const personas = {
  mash: "Training MASH One, Police and MASH",
  coordinator: "Training Coordinator One, Missing Co-ordinator",
  manager: "Training Manager One, Team manager",
  interviewer: "Training Interviewer One, Return home interviewer",
  outsider: "Training Outsider One, Guest from outside the council"
} as const

/** `SCREENSHOTS=docs/images` renews the pictures the documents show. */
const pictures = process.env["SCREENSHOTS"]
export const picture = async (page: Page, name: string) => {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

export const actAs = (page: Page, who: keyof typeof personas) =>
  page.getByLabel("Acting as").selectOption({ label: personas[who] })

/** Clicked until it is open: where a list grows under the mouse, the click goes elsewhere. */
export const open = async (page: Page, name: string) => {
  const isOpen = page.locator(".place[aria-current=page]", { hasText: name })
  do {
    await page.getByRole("navigation", { name: "Conversations" }).getByRole("link", { name }).click()
  } while (
    !(await isOpen.waitFor({ state: "attached", timeout: 5_000 }).then(
      () => true,
      () => false
    ))
  )
}

/** Until what falls due on the way has been played: a message that comes then moves what is clicked next. */
export const moveClock = async (page: Page, by: string, to: string) => {
  await page.getByRole("button", { name: by }).click()
  await page.getByText(`Moved to ${to}`).waitFor()
}

export const say = async (page: Page, text: string) => {
  await page.getByLabel("Message or slash command").fill(text)
  await page.getByRole("button", { name: "Send" }).click()
}

export const dialog = (page: Page) => page.getByRole("dialog")

/** The card of a child: the first of their messages that has buttons. */
export const cardOf = (page: Page, child: string) =>
  page
    .locator("article[data-ts]")
    .filter({ hasText: `${child} ·` })
    .filter({ has: page.locator(".block-actions") })
    .first()

/** What a failed test's page showed, for a reader who has only the log. */
export const tellOnFailure = (page: Page) =>
  onTestFailed(async () => {
    const shown = await page.locator("body").ariaSnapshot({ timeout: 5_000 })
    console.error(`The page showed:\n${shown}`)
  })

/** Addresses the page asked that are not on this machine; filled in as it asks. */
export const requestsElsewhere = (page: Page): ReadonlyArray<string> => {
  const elsewhere: Array<string> = []
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol !== "data:" && protocol !== "blob:" && hostname !== "127.0.0.1") elsewhere.push(request.url())
  })
  return elsewhere
}
