/** Pictures of what the education team sees: `npx -y pnpm@12 surface-pictures` takes them after the others. */
import { dialog, open } from "../../test/browser/trainingPage.ts"
import {
  actAs,
  answered,
  channel,
  closeForm,
  closeStudio,
  formOf,
  homeOf,
  later,
  page,
  people,
  surface,
  workspace
} from "./studio.ts"

const CHILD = "EDU-10432"
const officer = "educationOfficer"

const record = async (button: string) => {
  await dialog(page).getByRole("button", { name: button, exact: true }).click()
  await dialog(page).getByRole("button", { name: button, exact: true }).waitFor({ state: "detached" })
}
const heading = (name: string) => dialog(page).getByRole("heading", { name, exact: true })
const cardOfCase = () => page.getByText(`${CHILD} · `).last()

await page.goto(`${workspace.training.url}/?as=U0EDUCATION1&in=home`)
await page.getByLabel("Acting as").waitFor()
// A newcomer is offered the tour, which takes a third of the page.
const tour = page.getByRole("button", { name: "Close: Guided tour" })
if (await tour.isVisible()) await tour.click()

await homeOf("education-home", people[officer])
await answered("cme-help", officer, "/cme help")
await answered("cme-list", officer, "/cme list")
await surface(
  "education-card",
  async () => {
    await answered("cme-return", officer, "/cme return 3 December 2026")
    await formOf("cme-refer", officer, `/cme refer ${CHILD}`)
    await actAs(people[officer])
    await channel(officer)
    await page.getByLabel("Message or slash command").fill(`/cme refer ${CHILD}`)
    await page.getByRole("button", { name: "Send" }).click()
    await heading("Refer a child").waitFor()
    await dialog(page).getByLabel("Missing education since").fill("2026-11-02")
    await record("Refer")
    await closeForm(page)
    await cardOfCase().waitFor()
  },
  cardOfCase
)
for (const form of ["facts", "enquiry", "found", "close"]) await formOf(`cme-${form}`, officer, `/cme ${form} ${CHILD}`)
await answered("cme-why", officer, `/cme why ${CHILD}`)
await later("+1 day")
const morning = () => page.getByText("Children missing education · Tue 17 Nov").last()
await surface(
  "education-morning",
  async () => {
    await actAs(people[officer])
    await open(page, "Safe Return")
    await morning().waitFor()
  },
  morning
)
await surface("education-case", async () => {
  await page.locator("article").last().getByRole("button", { name: "Open" }).first().click()
  await heading("Education case").waitFor()
})
await closeForm(page)
await closeStudio()
