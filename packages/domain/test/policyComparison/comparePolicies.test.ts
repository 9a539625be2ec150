import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addHours, calendars, utc } from "../../src/calendar/index.ts"
import { type Policy, packs, rotherham } from "../../src/policy/index.ts"
import { comparePolicies } from "../../src/policyComparison/index.ts"
import { triggersFired } from "../../src/risk/index.ts"
import { ChildReference } from "../../src/vocabulary/identifiers.ts"
import { moments, recordsUnder } from "../risk/arbitraryRecord.ts"
import { at, begun, episode, id, MUCH_LATER, number, policyOf, record, returnedAt } from "../risk/madeUpRecord.ts"

const child = ChildReference.make("MADE-UP-1")
const back = utc(2026, 11, 16, 12)

const within = (hours: number): Policy => ({
  ...policyOf(),
  interview: { ...rotherham.interview, hours: number(hours) }
})

const deadlines = (differences: ReturnType<typeof comparePolicies>) =>
  differences.filter(({ _tag }) => _tag === "DeadlineMoved")

describe("reading history under another policy", () => {
  const repeats = begun(rotherham, 0, 24, 48)

  it("tells which triggers ask for something else", () => {
    const differences = comparePolicies(
      packs.rotherham,
      packs.derbyshire,
      [{ child, state: repeats }],
      at(49),
      calendars
    )
    expect(differences.filter(({ _tag }) => _tag.startsWith("Trigger"))).toMatchObject([
      {
        _tag: "TriggerLost",
        firing: { rule: "still-missing", episodeIds: [id(1)] },
        words:
          "MADE-UP-1: still-missing would no longer fire on episode-1. Not found more than 24 hours after last seen. What it asks, to be considered: Tell the team manager, and consider what more is needed to find and protect the child."
      },
      { _tag: "TriggerLost", firing: { rule: "still-missing", episodeIds: [id(2)] } },
      {
        _tag: "TriggerChanged",
        from: { level: "consider", verified: false },
        to: { level: "must", action: "Hold a strategy meeting", verified: true },
        words:
          "MADE-UP-1: repeat-episodes on episode-1, episode-2, episode-3 would ask otherwise. Before, to be considered: Consider a strategy meeting, and whether assessments and plans need updating. After, must be done: Hold a strategy meeting. Its owner would be children's social care, not allocated worker and team manager. Time for it, before: 1 working day; after: no time limit."
      }
    ])
  })

  it("tells which triggers are gained, with why", () => {
    const two = policyOf({ rule: "episodes-in-window", count: number(2), windowDays: number(30) })
    expect(
      comparePolicies(policyOf(), two, [{ child, state: begun(rotherham, 0, 24) }], MUCH_LATER, calendars)
    ).toMatchObject([
      {
        _tag: "TriggerGained",
        child,
        firing: { episodeIds: [id(1), id(2)] },
        words:
          "MADE-UP-1: episodes-in-window would fire on episode-1, episode-2. 2 missing episodes in 30 days. What it asks, to be considered: Think it over."
      }
    ])
  })

  it("tells which deadlines move, from when to when", () => {
    const state = record(rotherham, [episode(1, at(0), returnedAt(back))])
    expect(deadlines(comparePolicies(within(72), within(48), [{ child, state }], MUCH_LATER, calendars))).toEqual([
      {
        _tag: "DeadlineMoved",
        child,
        episodeId: id(1),
        clock: "hours72",
        from: addHours(back, 72),
        to: addHours(back, 48),
        words:
          "MADE-UP-1, episode-1: the deadline in elapsed hours would move from 2026-11-19T12:00:00.000Z to 2026-11-18T12:00:00.000Z."
      }
    ])
    const oneDayMore = { ...within(72), interview: { ...within(72).interview, workingDays: number(4) } }
    expect(deadlines(comparePolicies(within(72), oneDayMore, [{ child, state }], MUCH_LATER, calendars))).toMatchObject(
      [{ clock: "workingDays3", from: utc(2026, 11, 20), to: utc(2026, 11, 21) }]
    )
  })

  it("looks at no policy that was frozen, only at the two it is given", () => {
    const under = (policy: Policy) =>
      comparePolicies(
        packs.rotherham,
        packs.derbyshire,
        [{ child, state: { ...repeats, episodes: repeats.episodes.map((one) => ({ ...one, policy })) } }],
        at(49),
        calendars
      )
    expect(under(within(1))).toEqual(under(rotherham))
  })

  it("takes what is known of the child into account", () => {
    const facts = { caseStatus: "looked-after", placedOutOfArea: true } as const
    const history = { child, state: begun(rotherham, 0) }
    const rules = (known: object) =>
      comparePolicies(policyOf(), packs["national-minimum"], [{ ...history, ...known }], at(1), calendars).filter(
        ({ _tag }) => _tag.startsWith("Trigger")
      ).length
    expect([rules({}), rules({ facts })]).toEqual([0, 1])
  })
})

describe("what people would be told otherwise", () => {
  it("tells which reminders move, and which are gained or lost", () => {
    const state = record(rotherham, [episode(1, at(0), returnedAt(back))])
    const later: Policy = { ...rotherham, reminders: { ...rotherham.reminders, hoursBefore: number([6]) } }
    const earlier: Policy = { ...rotherham, reminders: { ...rotherham.reminders, hoursBefore: number([6, 48]) } }
    const moved = comparePolicies(later, earlier, [{ child, state }], back, calendars)
    expect(moved).toEqual([
      {
        _tag: "ReminderMoved",
        child,
        episodeId: id(1),
        reminder: "due-soon",
        from: undefined,
        to: addHours(back, 24),
        words: "MADE-UP-1, episode-1: the reminder due-soon would move from none to 2026-11-17T12:00:00.000Z."
      }
    ])
    const [lost] = comparePolicies(earlier, later, [{ child, state }], back, calendars)
    expect(lost).toMatchObject({ _tag: "ReminderMoved", from: addHours(back, 24), to: undefined })
  })

  it("tells which people an alert would have climbed to by now", () => {
    const rung = { who: "team-manager", clock: "always" } as const
    const climbing = (afterMinutes: number): Policy => ({ ...rotherham, ladder: number([{ ...rung, afterMinutes }]) })
    const state = begun(rotherham, 0)
    expect(comparePolicies(climbing(30), climbing(60), [{ child, state }], at(5), calendars)).toMatchObject([
      {
        _tag: "LadderClimbsOtherwise",
        episodeId: id(1),
        from: [{ rung: { afterMinutes: 30 }, at: at(1.5) }],
        to: [{ rung: { afterMinutes: 60 }, at: at(2) }],
        words:
          "MADE-UP-1, episode-1: the alert would have climbed otherwise by now. Before, to the team managers at 2026-11-16T09:30:00.000Z. After, to the team managers at 2026-11-16T10:00:00.000Z."
      }
    ])
    expect(comparePolicies(climbing(30), climbing(60), [{ child, state }], at(1), calendars)).toEqual([])
  })

  it("tells when the morning summary would go out, once, whatever the children", () => {
    const { digest, ...without } = rotherham
    const words = `The morning summary would move from ${digest?.value.at} (${digest?.value.until} at the latest) to none, London time.`
    expect(comparePolicies(rotherham, without, [], back, calendars)).toEqual([
      { _tag: "DigestMoved", from: digest?.value, to: undefined, words }
    ])
  })
})

describe("whatever the history", () => {
  const histories = recordsUnder(rotherham).map((state) => [{ child, state }])

  it("a policy does not differ from itself", () => {
    fc.assert(
      fc.property(histories, moments, (history, now) => {
        expect(comparePolicies(rotherham, rotherham, history, now, calendars)).toEqual([])
      })
    )
  })

  it("what one direction gains the other loses", () => {
    const keys = (from: Policy, to: Policy, history: Parameters<typeof comparePolicies>[2], now: typeof back) => {
      const all = comparePolicies(from, to, history, now, calendars)
      const of = (tag: string) => all.flatMap((one) => (one._tag === tag && "firing" in one ? [one.firing.key] : []))
      return { gained: of("TriggerGained"), lost: of("TriggerLost") }
    }
    fc.assert(
      fc.property(histories, moments, (history, now) => {
        const there = keys(packs.rotherham, packs.derbyshire, history, now)
        const andBack = keys(packs.derbyshire, packs.rotherham, history, now)
        expect([there.gained, there.lost]).toEqual([andBack.lost, andBack.gained])
      })
    )
  })

  it("with the differences applied, the triggers of the one are those of the other", () => {
    fc.assert(
      fc.property(histories, moments, (history, now) => {
        const state = history[0]?.state
        if (state === undefined) return
        const frozenAs = (policy: Policy) => ({ ...state, episodes: state.episodes.map((one) => ({ ...one, policy })) })
        const fire = (policy: Policy) => triggersFired(frozenAs(policy), { calendars, now }).map(({ key }) => key)
        const found = comparePolicies(packs.rotherham, packs.derbyshire, history, now, calendars)
        const lost = new Set(found.flatMap((one) => (one._tag === "TriggerLost" ? [one.firing.key] : [])))
        const gained = found.flatMap((one) => (one._tag === "TriggerGained" ? [one.firing.key] : []))
        const applied = [...fire(packs.rotherham).filter((key) => !lost.has(key)), ...gained]
        expect(applied.sort()).toEqual([...fire(packs.derbyshire)].sort())
      })
    )
  })
})
