import {
  at,
  child,
  episodeId,
  manager,
  missing,
  notified,
  onlyEpisode,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { EpisodeId } from "@safe-return/domain/pathway"
import { triggersFired } from "@safe-return/domain/risk"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { rendered } from "./rendered.ts"

/** Every text that Slack reads for mentions and links. */
const markdownOf = (shown: unknown): ReadonlyArray<string> => {
  if (Array.isArray(shown)) return shown.flatMap(markdownOf)
  if (typeof shown !== "object" || shown === null) return []
  const { type, text } = shown as { readonly type?: unknown; readonly text?: unknown }
  return [...(type === "mrkdwn" ? [String(text)] : []), ...Object.values(shown).flatMap(markdownOf)]
}

describe("the alert of a trigger", () => {
  const { state } = tell([
    missing(),
    missing(48, { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" }),
    missing(96, { id: EpisodeId.make("episode-3"), reference: "SYP-2026-0000003" })
  ])
  const firing = triggersFired(state, { calendars, now: at(97) }).find(({ rule }) => rule === "repeat-episodes")

  it("says why, what, who, on what evidence and by which rule", () => {
    if (firing === undefined) throw new Error("the trigger did not fire")
    const words = wordsOf(rendered({ _tag: "TriggerAlert", child, firing, state }))
    expect(words).toContain("3 missing episodes in 30 days")
    expect(words).toContain("Consider a strategy meeting")
    expect(words).toContain("allocated worker and team manager")
    expect(words).toContain("1 working day (a working choice)")
    expect(words).toContain("Last seen Wed 25 Nov, 18:00")
    expect(words).toContain("Source: Rotherham")
  })

  it("shows a council's own words as words, in whichever field they stand", () => {
    if (firing === undefined) throw new Error("the trigger did not fire")
    const hostile = "<!channel> & <@U0MADEUP>"
    const { title, timeLimit, standing, ...rest } = firing
    const words = { action: hostile, owner: hostile, because: hostile, source: hostile }
    const alert = rendered({
      _tag: "TriggerAlert",
      child,
      firing: { ...rest, title: hostile, timeLimit, standing, ...words },
      state
    })
    const marked = [alert.text, ...markdownOf(alert.blocks)].join("\n")
    expect(marked).not.toMatch(/<[!@]/)
    // The sentence of a phone has four of them, the blocks four again.
    expect(marked.split("&lt;!channel&gt; &amp; &lt;@U0MADEUP&gt;").length - 1).toBe(8)
  })

  it("says when the number is a working choice, and not when it is verified", () => {
    if (firing === undefined) throw new Error("the trigger did not fire")
    expect(wordsOf(rendered({ _tag: "TriggerAlert", child, firing, state }))).toContain("working number, not verified")
    expect(
      wordsOf(rendered({ _tag: "TriggerAlert", child, firing: { ...firing, verified: true }, state }))
    ).not.toContain("not verified")
  })
})

describe("the alert of a missing child to the worker", () => {
  it("tells the worker what to do now", () => {
    const alert = rendered({ _tag: "MissingAlert", child, episode: onlyEpisode(tell([missing()])), reader: worker })
    expect(alert.text).toContain("LCS-10432 has been reported missing")
    expect(wordsOf(alert)).toContain("Last seen Mon 23 Nov, 18:00")
  })
})

it("no alert says that nobody has acknowledged it once a person has", () => {
  const answered: Told = {
    by: worker,
    now: at(2),
    command: { _tag: "AcknowledgeAlert", episodeId, by: worker, as: ["worker"] }
  }
  const shown = (...told: ReadonlyArray<Told>) => {
    const facts = { child, episode: onlyEpisode(tell([missing(), ...told])) }
    const alerts = [
      { _tag: "EscalationAlert", ...facts, before: [], reader: manager },
      { _tag: "UnreachedAlert", ...facts }
    ] as const
    return alerts.map((alert) => wordsOf(rendered(alert)))
  }
  for (const words of shown()) expect(words).toMatch(/[Nn]obody/)
  for (const words of shown(answered)) {
    expect(words).not.toMatch(/[Nn]obody/)
    expect(words).toContain(`Alert acknowledged by <@${worker}>`)
  }
})

it("the first to be told reads so, and not that nobody has acknowledged the alert", () => {
  const facts = { _tag: "EscalationAlert", child, episode: onlyEpisode(tell([missing()])), reader: manager } as const
  const nobody = { who: "worker", people: [], at: at(1) } as const
  const first = wordsOf(rendered({ ...facts, before: [nobody] }))
  expect(first).toContain("the alert comes to you first")
  expect(first).not.toMatch(/[Nn]obody has acknowledged/)
  expect(wordsOf(rendered({ ...facts, before: [{ ...nobody, people: [worker] }] }))).toContain(
    "Nobody has acknowledged this alert"
  )
})

describe("early news of the police", () => {
  it("says that it is kept, and who to ask for what is missing", () => {
    const { state } = tell([notified(at(3), { kind: "found", foundAt: at(2) })])
    const [notification] = state.early
    if (notification === undefined) throw new Error("it was not kept")
    const words = wordsOf(rendered({ _tag: "EarlyNews", child, notification }))
    expect(words).toContain("was found Mon 23 Nov, 20:00")
    expect(words).toContain("MASH expects the missing notification, or asks the police for it")
    expect(words).toContain("SYP-2026-0000001")
  })
})
