/** What would give a synthetic child away, and finding it in whatever was sent, shown or logged. Nobody here exists. */
import { type CivilDay, civilDay, formatCivilDay, yearMonthDay } from "@safe-return/domain/calendar"

export interface Secret {
  readonly forename: string
  readonly surname: string
  readonly street: string
  readonly story: string
  readonly bornOn: CivilDay
}

/** Each story holds something that Slack would take for markup. */
export const secrets: ReadonlyArray<Secret> = [
  {
    forename: "Marisol",
    surname: "Quillfeather",
    street: "17 Larkspur Crescent",
    story: "met an older man by the canal <!channel>",
    bornOn: civilDay(2011, 2, 28)
  },
  {
    forename: "Thaddeus",
    surname: "Brambleworth",
    street: "4 Old Tannery Row",
    story: "slept at <https://elsewhere.example|a friend's>",
    bornOn: civilDay(2010, 12, 31)
  },
  {
    forename: "Ottoline",
    surname: "Ashenhurst",
    street: "88 Wherrymans Way",
    story: "says *nobody* listens & <@U0MANAGER> knows",
    bornOn: civilDay(2012, 7, 9)
  }
]

/** Everything about the child in one text, as a person may type it into any box. */
export const wholeStory = ({ forename, surname, street, story }: Secret): string =>
  `${forename} ${surname}, ${street}: ${story}`

/** Letters and digits alone: however it is escaped, quoted, marked up or set in capitals, what was said is the same. */
const bare = (text: string): string =>
  text
    .replaceAll(/\\+u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\+[nrt]/g, " ")
    .replaceAll(/%[0-9a-fA-F]{2}/g, " ")
    .replaceAll(/&(amp|lt|gt);/g, " ")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")

/** So much of a story gives it away, from wherever in it: a text may be cut off at either end. */
const PIECE = 12

const piecesOf = (text: string): ReadonlyArray<string> => {
  const whole = bare(text)
  return Array.from({ length: Math.max(1, whole.length - PIECE + 1) }, (_, from) => whole.slice(from, from + PIECE))
}

const two = (number: number): string => String(number).padStart(2, "0")

/** As people and programs write a date, day first or year first, with the month as a number or by name. */
const datesOf = (day: CivilDay): ReadonlyArray<string> => {
  const { year, month, day: ofMonth } = yearMonthDay(day)
  const name = new Date(Date.UTC(year, month - 1, 1)).toLocaleString("en-GB", { month: "long", timeZone: "UTC" })
  return [
    formatCivilDay(day),
    `${two(ofMonth)}${two(month)}${year}`,
    `${two(month)}${two(ofMonth)}${year}`,
    ...[name, name.slice(0, 3)].flatMap((month) => [
      `${ofMonth} ${month} ${year}`,
      `${two(ofMonth)} ${month} ${year}`,
      `${month} ${ofMonth} ${year}`
    ])
  ]
}

/** The parts of a secret that can be read in a text, however they were changed on the way. */
export const leaksIn = (text: string, secret: Secret): ReadonlyArray<string> => {
  const said = bare(text)
  const { forename, surname, street, story, bornOn } = secret
  const givenAway = [forename, surname, ...piecesOf(street), ...piecesOf(story), ...datesOf(bornOn)]
  return givenAway.filter((part) => said.includes(bare(part)))
}
