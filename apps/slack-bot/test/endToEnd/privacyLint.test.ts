/**
 * A synthetic child's name, birth date, address and story, put into every box and every command that takes words: whatever
 * the bot then sends, shows or logs holds none of it, but for the profile that is revealed to one person.
 */
import { addHours, formatCivilDay, formatInstant, utc } from "@safe-return/domain/calendar"
import { expect, test, vi } from "vitest"
import { leaksIn, secrets, wholeStory } from "../privacy/secret.ts"
import { waitUntil } from "./slackReading.ts"
import { CHANNEL, missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

const CHILD = "LCS-40777"
const monday = utc(2026, 11, 16, 9)

const isReveal = (call: unknown) =>
  JSON.stringify(call).includes("views.open") && JSON.stringify(call).includes("bornOn")

test.each(secrets)("nothing private is in anything sent, shown or logged: $forename", async (secret) => {
  const written = ["log", "info", "warn", "error", "debug"] as const
  const logged: Array<string> = []
  const spies = written.map((level) =>
    vi.spyOn(console, level).mockImplementation((...said: ReadonlyArray<unknown>) => void logged.push(said.join(" ")))
  )
  try {
    await using council = await openCouncil(monday)
    const { bot, clock, workspace } = council
    const story = wholeStory(secret)
    const bornOn = formatCivilDay(secret.bornOn)
    const [manager, mash, interviewer] = [people.manager, people.mash, people.interviewer].map((id) =>
      workspace.person(id)
    )
    if (manager === undefined || mash === undefined || interviewer === undefined) throw new Error("nobody is here")
    const answers: Array<unknown> = []
    const typed = async (who: typeof mash, command: string, text: string) =>
      void answers.push(await who.command(CHANNEL, command, text))

    // Three disappearances, so that a trigger is met; and a report cancelled with a story for its reason.
    for (const nth of [1, 2, 3]) {
      const reference = `SYP-2026-77700${nth}`
      const from = addHours(monday, (nth - 3) * 30)
      await sendNotification(bot.url, missingBody(CHILD, reference, from))
      const returnedAt = formatInstant(addHours(from, -0.5))
      const sentAt = formatInstant(monday)
      answers.push(
        await sendNotification(bot.url, {
          kind: "returned",
          policeReference: reference,
          sentAt,
          child: { reference: CHILD },
          returnedAt
        })
      )
    }
    answers.push(await sendNotification(bot.url, missingBody(story, "SYP-2026-7770009", monday)))
    answers.push(
      await sendNotification(bot.url, { ...missingBody("LCS-40778", "SYP-2026-7770008", monday), note: story })
    )
    await sendNotification(bot.url, missingBody("LCS-40779", "SYP-2026-7770007", monday))
    await sendNotification(bot.url, {
      kind: "cancelled",
      policeReference: "SYP-2026-7770007",
      sentAt: formatInstant(monday),
      child: { reference: "LCS-40779" },
      reason: story
    })
    for (const text of [
      `report ${story}`,
      `found ${CHILD} ${story}`,
      `status ${secret.forename}`,
      story,
      `staus ${story}`
    ]) {
      await typed(mash, "/missing", text)
    }
    for (const text of [
      `assign ${secret.forename} <@U0INTERVIEWER>`,
      `asign ${story}`,
      `log ${story}`,
      `handover ${story}`
    ]) {
      await typed(manager, "/rhi", text)
    }
    await typed(mash, "/findme", story)

    await typed(mash, "/missing", `reveal ${CHILD}`)
    answers.push(await mash.submit({ initials: "MQ", bornOn, caseStatus: "looked-after" }))
    await typed(mash, "/missing", `worker ${CHILD}`)
    // Several episodes are open, so that it asks which is meant.
    await mash.click({ viewId: String(mash.modal?.id) }, "set-allocated-worker")
    answers.push(await mash.submit({ allocatedWorker: people.worker, kind: "social-worker" }))
    const worker = workspace.person(people.worker)
    await typed(worker, "/rhi", `consider ${CHILD}`)
    await worker.click({ viewId: String(worker.modal?.id) }, "considerations")
    answers.push(
      await worker.submit({ "answer-significant-harm": "yes", "reason-significant-harm": story.slice(0, 200) })
    )
    await typed(manager, "/rhi", `decide ${CHILD}`)
    const inputs = [...JSON.stringify(manager.modal).matchAll(/"block_id":"answer-([0-9a-f]{16})"/g)].map(
      ([, slot]) => slot
    )
    expect(inputs.length).toBeGreaterThan(0)
    const decided = Object.fromEntries(
      inputs.flatMap((slot) => [
        [`answer-${slot}`, "yes"],
        [`reason-${slot}`, story.slice(0, 200)]
      ])
    )
    answers.push(await manager.submit(decided))

    clock.moveTo(addHours(monday, 23.5))
    await bot.sweep()
    clock.moveTo(addHours(monday, 80))
    await bot.sweep()
    for (const person of Object.values(people)) await workspace.person(person).openHome()
    await waitUntil(async () => workspace.calls.some((call) => JSON.stringify(call).includes("views.publish")))

    await typed(worker, "/missing", `reveal ${CHILD}`)
    // Shown where it may be, so what is looked for elsewhere was really there to be found.
    expect(JSON.stringify(workspace.calls.filter(isReveal))).toContain(bornOn)
    const told = Object.values(people).flatMap((id) => workspace.person(id).ephemerals)
    const everything = JSON.stringify([workspace.calls.filter((call) => !isReveal(call)), told, answers, logged])
    expect(leaksIn(everything, secret)).toEqual([])
    expect(everything).toContain(CHILD)
    expect(everything).not.toMatch(/<!(channel|here|everyone)>/)
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
})
