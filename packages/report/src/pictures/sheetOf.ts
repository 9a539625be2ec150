import { markWords } from "@safe-return/domain/scorecard"
import type { PicturedReport } from "../report.ts"
import { asKnown } from "../tables/asKnown.ts"
import { marksShown } from "../tables/marksShown.ts"
import { smallCountsInWords } from "../tables/smallCounts.ts"
import { drawPicture } from "./drawPicture.ts"
import { escaped } from "./escaped.ts"
import { fontFaces } from "./fonts.ts"
import { FONT, INK, PAPER } from "./look.ts"
import { NOTHING_TO_DRAW, type Picture } from "./picture.ts"

const WIDTH = 1440
const MARGIN = 24
const COLUMN = 680
const TITLE = 34
const GAP = 22
const LINE = 22
/** Where the pictures begin, below the heading and the figures of the month. */
const TOP = 206

interface Placed {
  readonly picture: Picture
  readonly svg: string
  readonly height: number
}

const text = (x: number, y: number, size: number, words: string, more = ""): string =>
  `<text x="${x}" y="${y}" font-size="${size}" ${more}>${escaped(words)}</text>`

const heightOf = (svg: string): number => Number(/height="([\d.]+)"/.exec(svg)?.[1] ?? 0)

/** In place of a picture that would have no mark. */
const emptyPicture = `<svg width="${COLUMN}" height="40">${text(0, 24, 15, NOTHING_TO_DRAW)}</svg>`

/** One of the pictures in its place, with its name and what it shows for those who do not see it. */
const pictureAt = ({ picture, svg }: Placed, x: number, y: number): string =>
  [
    text(x, y + 20, 18, picture.title, 'font-weight="bold" aria-hidden="true"'),
    svg
      .replace(
        /<svg [^>]*?(?=width)/,
        `<svg role="img" aria-labelledby="${picture.id}-title ${picture.id}-description" x="${x}" y="${y + TITLE}" `
      )
      .replace(
        ">",
        `><title id="${picture.id}-title">${escaped(picture.title)}</title><desc id="${picture.id}-description">${escaped(picture.description)}</desc>`
      )
  ].join("")

const heading = (report: PicturedReport): string => {
  const shown = report.firstFigures
  const step = (WIDTH - 2 * MARGIN) / shown.length
  return [
    text(MARGIN, 44, 30, `${report.title}: ${report.periodInWords}`, 'font-weight="bold"'),
    text(MARGIN, 74, 16, `As known on ${asKnown(report)}`),
    ...shown.flatMap(([label, figure], place) => [
      text(MARGIN + place * step, 128, 32, figure, 'font-weight="bold"'),
      text(MARGIN + place * step, 152, 15, label)
    ]),
    `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="176" y2="176" stroke="${INK}" stroke-width="2"/>`
  ].join("")
}

const notes = (report: PicturedReport): ReadonlyArray<string> => [
  smallCountsInWords(report),
  ...marksShown(report).map((mark) => `${mark}: ${markWords[mark]}.`),
  report.picturesNote
]

const left = ["trend", "cohorts", "times-missing", "quarters", "length"]

const columnOf = (placed: ReadonlyArray<Placed>, x: number) => {
  let y = TOP
  const drawn = placed.map((one) => {
    const at = pictureAt(one, x, y)
    y += TITLE + one.height + GAP
    return at
  })
  return { drawn: drawn.join(""), end: y }
}

/** Every picture of a report on one sheet, as SVG that needs no other file. */
export const sheetOf = async (report: PicturedReport): Promise<string> => {
  const placed: Array<Placed> = []
  for (const picture of report.pictures) {
    const svg = picture.isEmpty ? emptyPicture : await drawPicture(picture, "wide")
    placed.push({ picture, svg, height: heightOf(svg) })
  }
  const isLeft = ({ picture }: Placed) => left.includes(picture.id)
  const columns = [
    columnOf(placed.filter(isLeft), MARGIN),
    columnOf(
      placed.filter((one) => !isLeft(one)),
      WIDTH - MARGIN - COLUMN
    )
  ]
  const end = Math.max(...columns.map((column) => column.end))
  const lines = notes(report)
  const height = end + lines.length * LINE + MARGIN
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" lang="en-GB" font-family="${FONT}" fill="${INK}">`,
    `<title>${escaped(`${report.title}: ${report.periodInWords}`)}</title>`,
    `<style>${fontFaces()}</style>`,
    `<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>`,
    heading(report),
    ...columns.map(({ drawn }) => drawn),
    ...lines.map((line, place) => text(MARGIN, end + (place + 1) * LINE, 14, line)),
    "</svg>\n"
  ].join("")
}
