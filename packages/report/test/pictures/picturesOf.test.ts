import { expect, test } from "vitest"
import { reportOf } from "../../src/index.ts"
import { drawPicture } from "../../src/pictures/drawPicture.ts"
import type { Picture } from "../../src/pictures/picture.ts"
import { monthOf } from "../madeUpMonth.ts"
import { dataOf, figuresIn } from "./figuresIn.ts"

const { whole, suppressed } = monthOf(20)

const cellsOf = ({ tables }: Picture) => tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))

test("every number of a picture is one of its table's, and none is withheld there", () => {
  for (const picture of reportOf(suppressed).pictures) {
    const shown = new Set(cellsOf(picture).filter((cell) => typeof cell === "number"))
    expect([picture.id, figuresIn(picture).filter((figure) => !shown.has(figure))]).toEqual([picture.id, []])
  }
})

test("a picture of whole figures draws every one of a table's that is not a mark", () => {
  const pictures = new Map(reportOf(whole).pictures.map((picture) => [picture.id, picture]))
  const numbers = (id: string) => {
    const picture = pictures.get(id)
    return picture === undefined ? [[], []] : [figuresIn(picture), cellsOf(picture).filter(Number.isFinite)]
  }
  const [drawn = [], inTable] = numbers("interview-times")
  expect(drawn.slice(drawn.length / 2)).toEqual(inTable)
  const trend = pictures.get("trend")
  const months = trend?.tables.flatMap(({ rows }) => rows.flatMap(({ cells: [now, , before] }) => [now, before])) ?? []
  for (const figure of months.filter(Number.isFinite)) expect(trend && figuresIn(trend)).toContain(figure)
  const [times = [], bands] = numbers("times-missing")
  expect(times).toEqual(bands)
})

test("a picture whose every figure is withheld is empty, and says that nothing is drawn", () => {
  const pictures = reportOf(monthOf(3).suppressed).pictures
  const empty = pictures.filter(({ isEmpty }) => isEmpty)
  expect(empty.map(({ id }) => id)).toEqual(expect.arrayContaining(["times-missing", "interview-times", "in-time"]))
  for (const picture of empty) expect([picture.id, figuresIn(picture)]).toEqual([picture.id, []])
})

test("the time to the interview has a line at the hours and the span of the working days", () => {
  const times = reportOf(whole).pictures.find(({ id }) => id === "interview-times")
  expect(times?.description).toContain("A line stands at 72 hours.")
  expect(times?.description).toContain("are over between 72 and 144 hours")
  expect(dataOf(times?.spec("wide"))).toContainEqual({ at: 3 })
  expect(dataOf(times?.spec("wide"))).toContainEqual(expect.objectContaining({ from: 3, to: 5.5 }))
})

test("each share is printed with its numerator and denominator", () => {
  const inTime = reportOf(monthOf(90).whole).pictures.find(({ id }) => id === "in-time")
  expect(dataOf(inTime?.spec("wide"))).toContainEqual(expect.objectContaining({ words: "53.3%: 48 of 90" }))
  expect(inTime?.description).toContain("All children, within 72 hours: 53.3%: 48 of 90")
})

test("a month without an episode has axes in whole numbers", async () => {
  for (const picture of reportOf(monthOf(0).whole).pictures) {
    expect([picture.id, (await drawPicture(picture, "wide")).includes("0.0000")]).toEqual([picture.id, false])
  }
})

test("every picture is drawn for a wide and a narrow place, without text cut short", async () => {
  for (const picture of reportOf(whole).pictures) {
    for (const [size, width] of [
      ["wide", 680],
      ["narrow", 340]
    ] as const) {
      const svg = await drawPicture(picture, size)
      expect([picture.id, Number(/width="(\d+)"/.exec(svg)?.[1])]).toEqual([picture.id, width])
      expect([picture.id, svg.includes("…")]).toEqual([picture.id, false])
    }
  }
})
