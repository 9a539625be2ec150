/** The steps of a scenario done by hand in the page, with the controls that anybody training has. */
import type { Instant } from "@safe-return/domain/calendar"
import { Option } from "effect"
import type { Locator, Page } from "playwright-core"
import { asTyped, channelOfChild, channelOfPersona, personaOf } from "../../src/scenarios/cast.ts"
import type { Does, Notify, Step } from "../../src/scenarios/Scenario.ts"
import { momentOf, writtenTime } from "../../src/scenarios/when.ts"
import { app } from "../../src/workspace/place.ts"
import { dialog, open } from "../browser/trainingPage.ts"

const exactly = (text: string, ending = "") =>
  new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}${ending}$`)

/** A date-and-time field; in the hour that comes twice, which of the two is said as well. */
const fillTime = async (field: Locator, moment: Instant) => {
  const [date = "", time = "", zone] = writtenTime(moment).split(" ")
  await field.locator("input[type=datetime-local]").fill(`${date}T${time}`)
  if (zone !== undefined) await field.getByLabel(zone === "BST" ? /The first/ : /The second/).check()
}

const moment = (when: string, now: Instant) => Option.getOrThrow(momentOf(when, now))

const fieldIn = (form: Locator, label: string): Locator =>
  form
    .locator(".field")
    .filter({ has: form.page().locator(".field-label", { hasText: exactly(label, "( \\(optional\\))?") }) })
    .first()

const policeForm = (page: Page, name: string) =>
  page.locator("form").filter({ has: page.getByRole("heading", { name }) })

const notify = async (page: Page, news: Notify, now: Instant) => {
  await open(page, "Police and MASH")
  const isMissing = news.kind === "missing"
  const form = policeForm(page, isMissing ? "Report a child missing" : "Tell what happened since")
  const words = { found: "Found", returned: "Returned", cancelled: "Cancelled" } as const
  if (news.kind !== "missing") await form.getByLabel(words[news.kind], { exact: true }).check()
  await form.getByLabel("Police reference").fill(news.policeReference)
  await form.getByLabel("Child reference").fill(news.child)
  switch (news.kind) {
    case "missing":
      await form.getByLabel("Absence").selectOption(news.absence)
      await form.getByLabel("Missing from").selectOption(news.missingFrom)
      await form.getByLabel("Risk").selectOption(news.risk)
      await fillTime(fieldIn(form, "Missing at"), moment(news.missingAt, now))
      await fillTime(fieldIn(form, "Reported at"), moment(news.reportedAt, now))
      break
    case "found":
      await fillTime(fieldIn(form, "Found at"), moment(news.foundAt, now))
      break
    case "returned":
      await fillTime(fieldIn(form, "Returned at"), moment(news.returnedAt, now))
      break
    case "cancelled":
      await form.getByLabel("Reason").fill(news.reason)
  }
  await form.locator("button[type=submit]").click()
}

const fill = async (page: Page, label: string, answer: string | ReadonlyArray<string>, now: Instant) => {
  const [, name = label, place = "1"] = /^(.+) \[(\d+)\]$/.exec(label) ?? []
  const form = dialog(page)
  const field = form
    .locator(".field")
    .filter({ has: page.locator(".field-label", { hasText: exactly(name, "( \\(optional\\))?") }) })
    .nth(Number(place) - 1)
  await field.waitFor()
  const answers = typeof answer === "string" ? [answer] : answer
  if ((await field.locator("input[type=datetime-local]").count()) > 0) {
    return fillTime(field, moment(answers[0] ?? "", now))
  }
  if ((await field.locator("select").count()) > 0) {
    const [first = ""] = answers
    const who = first.startsWith("@") ? personaOf(first.slice(1) as Step["who"]) : undefined
    return field.locator("select").selectOption({ label: who === undefined ? first : `${who.name}, ${who.role}` })
  }
  if ((await field.locator("input[type=radio], input[type=checkbox]").count()) > 0) {
    for (const each of answers) await field.getByLabel(each, { exact: true }).check()
    return
  }
  await field.locator("input, textarea").fill(answers[0] ?? "")
}

/** The newest card that has the button, or the newest message where the step says so. */
const click = async (
  page: Page,
  { click: face, about, on = "card" }: Extract<Does, { readonly click: string }>,
  who: Step["who"]
) => {
  const button = page.getByRole("button", { name: face, exact: true })
  if (on === "form") return dialog(page).getByRole("button", { name: face, exact: true }).click()
  if (on === "home") {
    await open(page, "App Home")
    return page.locator("main").getByRole("button", { name: face, exact: true }).click()
  }
  await open(page, on === "direct" ? app.name : about === undefined ? channelOfPersona(who) : channelOfChild(about))
  const messages = page.locator("article[data-ts]").filter({ has: button })
  const wanted = about === undefined ? messages : messages.filter({ hasText: about })
  const isEpisode = on === "card" && !about?.startsWith("EDU-")
  const seen = isEpisode ? wanted.filter({ hasText: "Last seen" }).filter({ hasText: "Absence" }) : wanted
  await seen.last().getByRole("button", { name: face, exact: true }).click()
}

const does = async (page: Page, step: Does, who: Step["who"], now: Instant) => {
  if ("notify" in step) return notify(page, step.notify, now)
  if ("type" in step) {
    await open(page, step.in ?? channelOfPersona(who))
    await page.getByLabel("Message or slash command").fill(asTyped(step.type))
    return page.getByRole("button", { name: "Send" }).click()
  }
  if ("click" in step) return click(page, step, who)
  if ("fill" in step) {
    for (const [label, answer] of Object.entries(step.fill)) await fill(page, label, answer, now)
    return dialog(page).getByRole("button", { name: step.press, exact: true }).click()
  }
  if ("shortcut" in step) {
    await page.getByRole("button", { name: "Shortcuts" }).click()
    return page.getByRole("menuitem", { name: step.shortcut }).click()
  }
  if ("close" in step) return dialog(page).locator(".dialog-footer button[type=button]").first().click()
  // No control of the page's takes Slack down or is a school: the scenario does it.
  return page.getByRole("button", { name: "Play this step" }).click()
}

/** Does one step by hand: moves the clock if it has to be later, changes persona, and acts. */
export const doByHand = async (
  page: Page,
  step: Step,
  { from, at }: { readonly from: Instant; readonly at: Instant }
) => {
  const isPlayed = step.does !== undefined && ("slack" in step.does || "school" in step.does)
  if (at > from && !isPlayed) {
    await page.getByRole("button", { name: "Set time" }).click()
    await fillTime(dialog(page), at)
    await dialog(page).getByRole("button", { name: "Move the clock" }).click()
    await dialog(page).waitFor({ state: "detached" })
  }
  const acting = page.getByLabel("Acting as")
  const { id } = personaOf(step.who)
  if (!isPlayed && (await acting.inputValue()) !== id) {
    await acting.selectOption(id)
    // What is clicked next must be what this persona sees, not what the one before did.
    await page.waitForURL((url) => url.searchParams.get("as") === id)
    await page.waitForFunction(
      (wanted) => document.querySelector<HTMLSelectElement>(".persona select")?.value === wanted,
      id
    )
  }
  if (step.does !== undefined) return does(page, step.does, step.who, at)
  // Where a step is only to look, the button says that the person has looked.
  if (at <= from) await page.getByRole("button", { name: "I did it: check" }).click()
}
