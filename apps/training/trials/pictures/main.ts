/**
 * Pictures of every surface, from the training workspace in a real Chromium, at a desk's and at a phone's width:
 * `npx -y pnpm@12 surface-pictures`. They are in docs/images/surfaces, and docs/surfaces.md shows them.
 */
import { join } from "node:path"
import { INTAKE_TOKEN } from "../../src/workspace/place.ts"
import { cardOf, dialog, open, say } from "../../test/browser/trainingPage.ts"
import { startTraining } from "../../test/browser/trainingProcess.ts"
import { couldNotBeDelivered } from "./couldNotBeDelivered.ts"
import { guestIsAllocated } from "./guestIsAllocated.ts"
import {
  actAs,
  answered,
  asked,
  channel,
  closeForm,
  closeStudio,
  folder,
  formOf,
  homeOf,
  inChannel,
  later,
  page,
  people,
  port,
  surface,
  workspace
} from "./studio.ts"

const CHILD = "LCS-10432"
/** Missing while the others' story goes on: an alert is owed. */
const OTHER = "LCS-10433"
const reportMissing = async (child: string) => {
  await actAs(people.mash)
  await open(page, "Police and MASH")
  await page.getByLabel("Child reference").first().fill(child)
  await page.getByRole("button", { name: "Report missing" }).click()
  await page
    .getByText(/episode/i)
    .first()
    .waitFor()
}
await surface(
  "police",
  () => reportMissing(CHILD),
  () => page.getByText(/Accepted and kept/).first()
)
const heading = () => cardOf(page, CHILD).getByText(`${CHILD} · Missing`)
await surface(
  "card-missing",
  async () => {
    await channel("coordinator")
    await heading().waitFor()
  },
  heading
)
await surface("more", async () => {
  await cardOf(page, CHILD).getByRole("button", { name: "More", exact: true }).click()
  await dialog(page).waitFor()
})
await closeForm(page)
const alert = () => page.getByText("You are the allocated worker").last()
await surface(
  "worker-alert",
  async () => {
    await asked("mash", `/missing worker ${CHILD}`)
    await dialog(page).getByLabel("Allocated worker").selectOption("U0WORKER1")
    await dialog(page).getByRole("button", { name: "Save" }).click()
    await dialog(page).waitFor({ state: "detached" })
    await actAs(people.worker)
    await open(page, "Safe Return")
    await alert().waitFor()
  },
  alert
)
await closeForm(page)
await surface(
  "acknowledged",
  async () => {
    await page.getByRole("button", { name: "Acknowledge alert" }).last().click()
    await page.getByText("Alert acknowledged by").last().waitFor()
  },
  alert
)
await answered("missing-help", "mash", "/missing help")
await formOf("missing-report", "mash", "/missing report")
await formOf("missing-worker", "mash", `/missing worker ${CHILD}`)
await formOf("missing-screen", "mash", `/missing screen ${CHILD}`)
await formOf("missing-correct", "mash", `/missing correct ${CHILD}`)
await formOf("missing-reveal", "mash", `/missing reveal ${CHILD}`)
await formOf("findme", "mash", `/findme ${CHILD}`)
await answered("missing-open", "mash", "/missing open")
await answered("did-you-mean", "mash", `/missing staus ${CHILD}`)
await formOf("missing-found", "mash", `/missing found ${CHILD}`)
await later("+1 hour")
await asked("mash", `/missing found ${CHILD} now`)
await later("+1 hour")
await formOf("missing-returned", "mash", `/missing returned ${CHILD}`)
await answered("missing-returned-now", "mash", `/missing returned ${CHILD} now`)
await surface(
  "card-returned",
  () => cardOf(page, CHILD).waitFor(),
  () => cardOf(page, CHILD).getByRole("button", { name: "More", exact: true })
)
await answered("missing-status", "mash", `/missing status ${CHILD}`)
await answered("rhi-help", "manager", "/rhi help")
await answered("rhi-queue", "manager", "/rhi queue")
await formOf("rhi-why", "manager", `/rhi why ${CHILD}`)
await surface("rhi-assign", async () => {
  await actAs(people.manager)
  await channel("coordinator")
  await cardOf(page, CHILD).getByRole("button", { name: "More", exact: true }).click()
  await dialog(page).getByRole("button", { name: "Assign interview" }).click()
  await dialog(page).getByRole("heading", { name: "Assign interview" }).waitFor()
})
await closeForm(page)
await answered("rhi-assigned", "manager", `/rhi assign ${CHILD} @Training Interviewer One tomorrow 10am`)
await formOf("rhi-handover", "manager", "/rhi handover")
await formOf("rhi-offer", "interviewer", `/rhi offer ${CHILD}`)
await formOf("rhi-log", "interviewer", `/rhi log ${CHILD}`)
const faults = () => dialog(page).locator("[aria-invalid=true]").first()
await surface(
  "rhi-log-faults",
  async () => {
    await asked("interviewer", `/rhi log ${CHILD}`)
    await dialog(page).getByLabel("Offered at").fill("2026-11-16T08:00")
    await dialog(page).getByLabel("Accepted").check()
    await dialog(page).getByLabel("Completed at").fill("2026-11-16T07:30")
    await dialog(page).getByRole("button", { name: /log/i }).click()
    await faults().waitFor()
  },
  faults
)
await closeForm(page)
await formOf("rhi-attempt", "interviewer", `/rhi attempt ${CHILD}`)
await formOf("rhi-decline", "interviewer", `/rhi decline ${CHILD}`)
await formOf("rhi-record", "interviewer", `/rhi record ${CHILD}`)
await answered("rhi-mine", "interviewer", "/rhi mine")
await surface("direct-message", async () => {
  await actAs(people.interviewer)
  await open(page, "Safe Return")
  await page.waitForTimeout(600)
})
await surface("considerations", async () => {
  await actAs(people.manager)
  await channel("coordinator")
  await cardOf(page, CHILD).getByRole("button", { name: "More", exact: true }).click()
  await dialog(page).getByRole("button", { name: "Considerations" }).click()
  await dialog(page).getByRole("heading", { name: "Considerations" }).waitFor()
})
await closeForm(page)
await homeOf("home-worker", people.interviewer)
await homeOf("home-coordinator", people.coordinator)
await homeOf("home-manager", people.manager, "Team")
await surface("hours", async () => {
  await page.getByRole("button", { name: "Working days" }).click()
  await dialog(page).waitFor()
})
await closeForm(page)
await surface("decide", async () => {
  await page.getByRole("button", { name: "Decide" }).first().click()
  await dialog(page).waitFor()
})
await closeForm(page)
await later("+1 day")
const asManager = () => inChannel("manager")
await homeOf("home-administrator", people.administrator)
await surface("digest", asManager, () => page.getByText("Morning summary ·").last())
const morning = () => page.getByText(/^This morning · /).last()
await surface(
  "morning",
  async () => {
    await actAs(people.coordinator)
    await open(page, "Safe Return")
    await morning().waitFor()
  },
  morning
)
await later("+1 day")
await later("+1 day")
await surface("reminder", asManager, () => page.getByText(/· Interview (due|overdue)/).last())
await surface("overdue-list", asManager, () => page.getByText("Still overdue:").last())
await answered("rhi-overdue", "manager", "/rhi overdue")
await surface("trigger-alert", asManager, () => page.getByText("Because:").last())

await surface("away", async () => {
  await asked("interviewer", "/rhi away sick cover @Training Interviewer Two")
  await dialog(page).getByRole("button", { name: "Save" }).waitFor()
})
await surface(
  "hand-over-list",
  async () => {
    await dialog(page).getByRole("button", { name: "Save" }).click()
    await dialog(page).getByRole("heading", { name: "Saved" }).waitFor()
    await closeForm(page)
    await later("+1 hour")
    await actAs(people.manager)
    await open(page, "Safe Return")
    await page.getByText("Interviewer away").last().waitFor()
  },
  () => page.getByText("Interviewer away").last()
)

await homeOf("home-workload", people.manager, "Team", () => page.getByText("Triggers awaiting a decision"))

/** Back for four days, as another program of the police says it. */
const longBack = async (child: string, nth: number) => {
  const common = {
    policeReference: `SYP-2026-T0100${nth}0`,
    sentAt: "2026-11-19T12:00:00Z",
    child: { reference: child }
  }
  const missing = { absence: "missing", missingFrom: "home", risk: "medium" }
  const times = { missingAt: `2026-11-14T0${nth}:00:00Z`, reportedAt: `2026-11-14T0${nth}:30:00Z` }
  for (const body of [
    { ...common, kind: "missing", ...missing, ...times },
    { ...common, kind: "returned", returnedAt: `2026-11-15T0${nth}:00:00Z` }
  ]) {
    await fetch(`${workspace.training.url}/intake/notifications`, {
      method: "POST",
      headers: { authorization: `Bearer ${INTAKE_TOKEN}`, "content-type": "application/json" },
      body: JSON.stringify(body)
    })
  }
}
for (const nth of [1, 2, 3, 4]) await longBack(`LCS-2043${nth}`, nth)
await later("+1 day")
const table = () => page.getByRole("table").last()
await surface(
  "morning-table",
  async () => {
    await actAs(people.coordinator)
    await open(page, "Safe Return")
    await table().waitFor()
  },
  table
)
await surface(
  "rhi-queue-table",
  async () => {
    await inChannel("manager")
    await say(page, "/rhi queue")
    await table().waitFor()
  },
  table
)

await reportMissing(OTHER)
// Nothing here cannot be delivered, so what could not be is made up, of messages that are owed no longer.
await workspace.training.end("SIGKILL")
const journal = join(folder, ".safe-return", "training", "journal")
await couldNotBeDelivered(journal)
await guestIsAllocated(journal, OTHER)
workspace.training = await startTraining(folder, port)
await page.goto(workspace.training.url)
await homeOf("home-undelivered", people.administrator, undefined, () => page.getByRole("button", { name: "Try again" }))

const notTold = () => page.getByText("A person cannot be told").last()
await surface(
  "cannot-be-told",
  async () => {
    await actAs(people.manager)
    await open(page, "Safe Return")
    await notTold().waitFor({ timeout: 60_000 })
  },
  notTold
)

await closeStudio()
