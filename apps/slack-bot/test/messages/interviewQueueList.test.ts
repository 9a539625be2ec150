import { assigned, at, found, missing, returned, tell } from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { ChildReference } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { checkMessage } from "@safe-return/slack-testkit"
import { describe, expect, it } from "vitest"
import { interviewQueueList } from "../../src/messages/interviewQueueList.ts"

const reference = (number: number) => ChildReference.make(`LCS-${10_000 + number}`)
const states = {
  noClock: tell([missing(), found(80)]).state,
  overdue: tell([missing(), returned(6)]).state,
  dueSoon: tell([missing(), returned(20), assigned(21)]).state,
  onTrack: tell([missing(), returned(85)]).state
}
const now = at(86)

const listOf = (queue: ReadonlyArray<keyof typeof states>) =>
  interviewQueueList({
    lines: interviewQueue(new Map(queue.map((name, index) => [reference(index), states[name]])), now, calendars),
    now
  })

describe("interviewQueueList", () => {
  it("puts what nobody has a deadline for first, then the overdue", () => {
    const words = wordsOf(listOf(["onTrack", "overdue", "noClock", "dueSoon"]))
    const places = ["Return not recorded, not overdue yet", "Overdue", "Due soon", "On track"].map((level) =>
      words.indexOf(level)
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it("says of each how long is left or gone and who has it", () => {
    expect(wordsOf(listOf(["overdue"]))).toContain("(8 h overdue)")
    expect(wordsOf(listOf(["overdue"]))).toContain("*not assigned*")
    expect(wordsOf(listOf(["dueSoon"]))).toContain("<@U0INTERVIEWER>, not offered yet")
  })

  it("says that nothing is waiting", () => {
    expect(listOf([]).text).toContain("No return home interview is waiting")
  })

  it("has a table of all of them where there are more than five, below the first", () => {
    expect(listOf(Array.from({ length: 5 }, () => "overdue" as const)).withTables).toBeUndefined()
    const many = listOf([...Array.from({ length: 98 }, () => "dueSoon" as const), "overdue", "noClock"])
    const blocks = many.withTables ?? []
    expect(checkMessage({ text: many.text, blocks })).toEqual([])
    expect(blocks.filter(({ type }) => type === "section")).toHaveLength(1 + 5)
    const table = blocks.at(-1)
    if (table?.type !== "data_table") throw new Error("there is no table")
    expect(table.caption).toMatch(/^Return home interviews, the most urgent first: (100|the first \d+ of 100)$/)
    expect(table.rows.length).toBeGreaterThan(60)
    expect(table.rows[0]?.map((cell) => "text" in cell && cell.text)).toEqual(["Child", "Due", "Who", "State"])
    expect(JSON.stringify(table.rows[2])).toContain("overdue, not assigned")
  })

  it("shows as many as Slack takes and counts the rest", () => {
    const long = listOf(Array.from({ length: 57 }, () => "overdue" as const))
    expect(checkMessage(long)).toEqual([])
    expect(wordsOf(long)).toContain("And 17 more")
    expect(long.text).toBe("57 return home interviews are owed: 57 overdue.")
  })
})
