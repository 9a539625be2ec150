import { existsSync } from "node:fs"
import { AxeBuilder } from "@axe-core/playwright"
import { type Browser, chromium, type Page } from "playwright-core"

const EXECUTABLE = "/usr/bin/chromium"
export const hasBrowser = existsSync(EXECUTABLE)

/** In CSS pixels. */
export const widths = [
  [1280, "desk"],
  [375, "phone"]
] as const

let launched: Promise<Browser> | undefined

const connected = async (before: Promise<Browser> | undefined): Promise<Browser> => {
  const known = await before?.catch(() => undefined)
  return known?.isConnected() === true ? known : chromium.launch({ executablePath: EXECUTABLE, args: ["--no-sandbox"] })
}

/** Launched again where it has gone, as under load it may; of two that ask at once the second waits for the first. */
const browser = (): Promise<Browser> => {
  launched = connected(launched)
  return launched
}

/** For each file's own `afterAll`: files of one worker share this module, and a hook here would be the first one's alone. */
export const closeBrowser = async (): Promise<void> => {
  const last = launched
  launched = undefined
  await (await last?.catch(() => undefined))?.close()
}

/** A page without any script, as wide as a desk or a phone. */
export const opened = async (html: string, width: number): Promise<Page> => {
  const context = await (await browser()).newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.setContent(html)
  return page
}

/** How wide each picture that is seen is, how many there are, and where the content ends at the right. */
export const layoutOf = async (html: string, width: number) => {
  const page = await opened(html, width)
  const boxes = await Promise.all((await page.locator("figure svg:visible").all()).map((one) => one.boundingBox()))
  const body = await page.locator("main").boundingBox()
  const figures = await page.locator("figure").count()
  await page.context().close()
  return {
    drawings: boxes.map((box) => box?.width ?? 0),
    figures,
    rightmost: (body?.x ?? 0) + (body?.width ?? 0)
  }
}

/** What axe finds wrong by WCAG 2.2 AA and good practice, with everything on the page opened. */
export const violationsIn = async (html: string): Promise<ReadonlyArray<string>> => {
  const page = await (await browser()).newPage()
  await page.setContent(html.replaceAll("<details", "<details open"))
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
  const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze()
  await page.close()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)
}
