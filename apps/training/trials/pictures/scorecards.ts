/**
 * Pictures of the scorecard wherever it is read: in Slack's blocks from the training workspace, and the command line's
 * page on a screen and on paper. Part of `npx -y pnpm@12 surface-pictures`.
 */
import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { utc } from "@safe-return/domain/calendar"
import { open, say } from "../../test/browser/trainingPage.ts"
import { actAs, answer, closeStudio, FOLDER, folder, homeOf, page, people, surface } from "./studio.ts"

await actAs(people.manager)

/** The clock is moved by as much as the page would move it, from the page itself. */
const moveTo = async (at: number) => {
  const minutes = (at - utc(2026, 11, 16, 9)) / 60_000
  await page.evaluate(
    (advanceMinutes) =>
      fetch("/api/clock?as=U0MANAGER1", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ advanceMinutes })
      }).then((answered) => answered.text()),
    minutes
  )
  await page.reload()
  await page.getByLabel("Acting as").waitFor()
}
await moveTo(utc(2026, 12, 1, 9))

const post = () => page.locator("article").filter({ hasText: "Missing from home and care: November 2026" }).last()
const inChannel = async () => {
  await open(page, "missing-managers")
  await post().waitFor()
}
const asked = async (command: string) => {
  await inChannel()
  const dismiss = page.locator("article").getByRole("button", { name: "Dismiss" })
  while ((await dismiss.count()) > 0) await dismiss.first().click()
  await say(page, command)
  await answer().waitFor()
}

await surface("scorecard-post", inChannel, post)
await surface(
  "scorecard",
  () => asked("/scorecard October"),
  () => answer().locator("figure").first()
)
await surface(
  "scorecard-in-time",
  () => answer().waitFor(),
  () => answer().locator("figure").nth(1)
)
await surface(
  "scorecard-table",
  () => answer().waitFor(),
  () => answer().locator("table").last()
)
await surface("scorecard-episodes", () => asked("/scorecard episodes November"), answer)
await homeOf("home-trend", people.manager, "Team", () => page.getByText("Episodes by month").first())

// The month that Rotherham's managers showed: docs/scorecard.md holds it beside their slides.
const root = join(import.meta.dirname, "../../../..")
const run = (path: string, ...options: ReadonlyArray<string>) =>
  execFileSync(process.execPath, [join(root, path), ...options], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"]
  })
run("apps/training/src/caseload/command/main.ts", "july-2019", "--out", "episodes.csv")
const of = ["scorecard", "--episodes", "episodes.csv", "--month", "2019-07"]
run("apps/cli/src/main.js", ...of, "--format", "html", "--out", "scorecard.html")
await page.setViewportSize({ width: 1280, height: 900 })
await surface("scorecard-page", () => page.goto(`file://${join(folder, "scorecard.html")}`))
// As it is laid out on paper: from the second sheet on, an A4 sheet's width and height at 96 dots an inch.
await page.emulateMedia({ media: "print" })
await page.setViewportSize({ width: 794, height: 1123 })
await page.addStyleTag({ content: "body{padding:14mm 12mm}.report-performance{display:none}" })
await page.getByRole("heading", { name: "Episodes by month, with the year before" }).evaluate((heading) => {
  scrollTo(0, heading.getBoundingClientRect().top + scrollY - 24)
})
await page.waitForTimeout(250)
await page.screenshot({ path: join(FOLDER, "scorecard-paper.png") })

await closeStudio()
