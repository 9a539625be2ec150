import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars } from "../../src/calendar/index.ts"
import { ladderOf } from "../../src/escalation/index.ts"
import {
  Absence,
  type ChildState,
  decide,
  type Episode,
  emptyChildState,
  episodeById,
  gradeActedOn,
  inOurWords,
  MissingFrom,
  type Notification,
  Risk,
  RiskGrade,
  readOtherwise
} from "../../src/pathway/index.ts"
import { riskOrder, riskPlace } from "../../src/pathway/reportReading.ts"
import { checkPolicy, type Policy, rotherham } from "../../src/policy/index.ts"
import { about, at, episodeId, MUCH_LATER, missing, notify, playFrom, updated } from "./madeUpChild.ts"
import { strictPolicy } from "./strictPolicy.ts"

const made = <Value>(value: Value) => ({ value, source: "Made up", verified: false })

const strict: Policy = {
  ...strictPolicy,
  ladder: made([{ who: "team-manager", afterMinutes: 0, clock: "always", risks: ["medium", "high"] }] as const)
}

const told = (policy: Policy, ...notifications: ReadonlyArray<Notification>): ChildState =>
  notifications.reduce((state, one) => playFrom(state, notify(one, episodeId, policy)), emptyChildState)

const episodeOf = (state: ChildState): Episode => Option.getOrThrow(episodeById(state, episodeId))

const tagOf = (state: ChildState, command: Parameters<typeof decide>[1]) =>
  Result.match(decide(state, command, { now: MUCH_LATER }), {
    onFailure: ({ _tag, field }) => [_tag, field],
    onSuccess: (events) => events.map(({ _tag }) => _tag)
  })

describe("a report that a child is away", () => {
  it("is read as missing where the child is missing from home; the report is kept as sent", () => {
    const report = missing({ absence: "away", missingFrom: "home" })
    const state = told(rotherham, report)
    expect(episodeOf(state)).toMatchObject({ absence: "missing", missingFrom: "home", progress: { _tag: "Missing" } })
    expect(state.notifications[0]?.notification).toEqual(report)
    expect(readOtherwise(report, rotherham)).toEqual({ absence: "missing" })
    expect(tagOf(state, notify(report))).toEqual([])
  })

  it("stands for a looked-after child, unless the policy does not use it", () => {
    const report = missing({ absence: "away" })
    expect(episodeOf(told(rotherham, report)).absence).toBe("away")
    expect(episodeOf(told(strict, report)).absence).toBe("missing")
    expect([readOtherwise(report, rotherham), readOtherwise(report, strict)]).toEqual([{}, { absence: "missing" }])
  })

  it("is read as missing when an update says that the child is gone from home", () => {
    const fromHome = told(rotherham, missing({ absence: "away" }), updated({ sentAt: at(1), missingFrom: "home" }))
    expect(episodeOf(fromHome)).toMatchObject({ absence: "missing", missingFrom: "home" })
    const away = told(rotherham, missing({ missingFrom: "home" }), updated({ sentAt: at(1), absence: "away" }))
    expect(episodeOf(away)).toMatchObject({ absence: "missing", missingFrom: "home" })
  })

  it("is never recorded from home, in any order, and no report is refused for it", () => {
    const absence = fc.constantFrom(...Absence.literals)
    const missingFrom = fc.constantFrom(...MissingFrom.literals)
    const risk = fc.constantFrom(...Risk.literals)
    const opening = fc.record({ absence, missingFrom, risk }).map((facts) => missing(facts))
    const news = fc.record({ absence, missingFrom, risk }, { requiredKeys: [] })
    fc.assert(
      fc.property(
        opening,
        fc.array(news, { maxLength: 4 }),
        fc.constantFrom(rotherham, strict),
        (first, more, policy) => {
          const updates = more.map((facts, index) => updated({ sentAt: at(index + 1), ...facts }))
          const episode = episodeOf(told(policy, first, ...updates))
          expect(episode.absence === "away" && episode.missingFrom === "home").toBe(false)
          if (policy === strict) expect(episode.absence).toBe("missing")
          expect(ladderOf(told(policy, first), MUCH_LATER, calendars)[0]?.reached.length).toBeGreaterThan(0)
        }
      )
    )
  })
})

it("comes to one absence in whatever order the report and its updates arrive", () => {
  const news = fc.record(
    { absence: fc.constantFrom(...Absence.literals), missingFrom: fc.constantFrom(...MissingFrom.literals) },
    { requiredKeys: [] }
  )
  const orders = fc.array(news, { minLength: 1, maxLength: 4 }).chain((all) => {
    const sent = [
      missing({ absence: "away" }),
      ...all.map((facts, index) => updated({ sentAt: at(index + 1), ...facts }))
    ]
    return fc.tuple(fc.constant(sent), fc.shuffledSubarray(sent, { minLength: sent.length }))
  })
  const ending = (sent: ReadonlyArray<Notification>) => {
    const { absence, missingFrom } = episodeOf(told(rotherham, ...sent))
    return { absence, missingFrom }
  }
  fc.assert(
    fc.property(orders, ([inTurn, shuffled]) => {
      expect(ending(shuffled)).toEqual(ending(inTurn))
    })
  )
})

describe("a person who records an absence", () => {
  const fromCare = told(rotherham, missing())
  const fromHome = told(rotherham, missing({ missingFrom: "home" }))
  const correct = (said: { readonly absence?: Absence; readonly missingFrom?: MissingFrom }) =>
    about("CorrectEpisode", { reason: "mistyped", ...said })

  it("is asked to say it otherwise where the child cannot be away", () => {
    expect(tagOf(fromHome, correct({ absence: "away" }))).toEqual(["AwayFromHome", "absence"])
    expect(tagOf(fromCare, correct({ absence: "away", missingFrom: "home" }))).toEqual(["AwayFromHome", "absence"])
    expect(tagOf(told(rotherham, missing({ absence: "away" })), correct({ missingFrom: "home" }))).toEqual([
      "AwayFromHome",
      "absence"
    ])
    expect(tagOf(told(strict, missing()), correct({ absence: "away" }))).toEqual(["AbsenceNotUsed", "absence"])
    expect(tagOf(fromCare, correct({ absence: "away" }))).toEqual(["EpisodeCorrected"])
    expect(tagOf(fromHome, correct({ absence: "away", missingFrom: "care" }))).toEqual(["EpisodeCorrected"])
  })

  it("is asked the same when the child is said to be away from some time on", () => {
    const change = about("RecordAbsenceChange", { absence: "away", changedAt: at(2) })
    expect(tagOf(fromHome, change)).toEqual(["AwayFromHome", "absence"])
    expect(tagOf(fromCare, change)).toEqual(["AbsenceChanged"])
  })
})

describe("a grade of risk that the policy does not use", () => {
  it("is kept as it was sent, alerts, and is acted on as the next higher", () => {
    const state = told(strict, missing({ risk: "low" }))
    expect(episodeOf(state).risk).toBe("low")
    expect(gradeActedOn(episodeOf(state))).toBe("medium")
    expect(ladderOf(state, MUCH_LATER, calendars)[0]?.reached).toHaveLength(1)
    expect(readOtherwise(missing({ risk: "low" }), strict)).toEqual({ risk: "medium" })
  })

  it("that is not given yet is acted on as the highest in use, and weighs less than any given", () => {
    expect(gradeActedOn({ risk: "not-graded", policy: strict })).toBe("high")
    const low: Policy = { ...strict, reports: { absences: made(["missing"]), risks: made(["low", "medium"]) } }
    expect(gradeActedOn({ risk: "not-graded", policy: low })).toBe("medium")
    expect(readOtherwise(missing({ risk: "not-graded" }), strict)).toEqual({ risk: "high" })
    expect(riskOrder.every((grade) => riskPlace("not-graded") < riskPlace(grade))).toBe(true)
  })

  it("is acted on as itself where it is used, and else as a higher grade", () => {
    const order = RiskGrade.literals
    fc.assert(
      fc.property(fc.constantFrom(...order), fc.subarray([...order], { minLength: 1 }), (risk, used) => {
        const [first, ...rest] = used
        if (first === undefined) return
        const policy: Policy = { ...strict, reports: { absences: made(["missing"]), risks: made([first, ...rest]) } }
        const acted = gradeActedOn({ risk, policy })
        expect(used).toContain(acted)
        if (used.includes(risk)) expect(acted).toBe(risk)
        const higher = used.filter((one) => order.indexOf(one) > order.indexOf(risk))
        if (higher.length > 0) expect(order.indexOf(acted)).toBeGreaterThanOrEqual(order.indexOf(risk))
      })
    )
  })
})

describe("a sender's own word", () => {
  const refusing: Policy = {
    ...strict,
    reports: {
      absences: made(["missing"]),
      risks: made(["medium", "high"]),
      words: made([{ field: "absence", word: "absent", refused: "Send missing: the police here have no absent." }])
    }
  }

  it.each(["absent", "Absent", " ABSENT "])("is read as Rotherham's policy says: %s", (absence) => {
    expect(inOurWords({ kind: "missing", absence, risk: "low" }, rotherham)).toEqual(
      Result.succeed({ kind: "missing", absence: "missing", risk: "low" })
    )
  })

  it("is refused with the policy's sentence where it has one, and else left alone", () => {
    expect(inOurWords({ absence: "absent" }, refusing)).toEqual(
      Result.fail([{ field: "absence", message: "Send missing: the police here have no absent." }])
    )
    for (const body of [{ absence: "gone" }, { absence: 3 }, { risk: "absent" }, {}]) {
      expect(inOurWords(body, rotherham)).toEqual(Result.succeed(body))
    }
  })
})

describe("the reports that a policy uses", () => {
  const faults = (reports: object) =>
    Result.match(checkPolicy({ ...rotherham, reports: { ...rotherham.reports, ...reports } }), {
      onFailure: (found) => found.map(({ field }) => field),
      onSuccess: () => []
    })

  it("are missing children at least, and every word is read as something that is used, once", () => {
    expect(faults({})).toEqual([])
    expect(faults({ absences: made(["away"]) })).toEqual(["reports.absences.value", "reports.words.value[0].readAs"])
    expect(faults({ words: made([{ field: "absence", word: "awol", readAs: "away" }]) })).toEqual([])
    const absent = { field: "absence", word: "absent", readAs: "missing" }
    expect(faults({ words: made([absent, absent]) })).toEqual(["reports.words.value[1].word"])
    const grade = { field: "risk", word: "standard", readAs: "low" }
    expect(faults({ risks: made(["medium", "high"]), words: made([grade]) })).toEqual(["reports.words.value[0].readAs"])
    expect(faults({ words: made([{ field: "absence", word: "Absent child", readAs: "missing" }]) })).toContain(
      "reports.words.value[0].word"
    )
  })
})
