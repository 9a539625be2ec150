/** The sentences of a message, for any channel that shows sentences: each renderer adds its own marks and buttons. */
import type { ChildReference, EpisodeId, PersonId } from "@safe-return/domain/pathway"

/** A picture for a reader who skims. */
export type Sign = "rotating_light" | "white_check_mark" | "warning" | "bell" | "mag" | "grey_question" | "scales"

/** How a channel marks the parts of a sentence. */
export interface Style {
  /** What people call the channel they work in, such as Slack. */
  readonly workspace: string
  readonly strong: (text: string) => string
  /** A command to type. */
  readonly code: (command: string) => string
  /** Text that may hold anything, made safe for the channel. */
  readonly text: (text: string) => string
  readonly person: (person: PersonId) => string
  /** With a space after it; nothing where the channel has none. */
  readonly sign: (sign: Sign) => string
}

const listed = new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" })

/** People named in one sentence at most: the rest are counted. */
const NAMED = 5

/** `one, two and 3 more` */
export const peopleIn = ({ person }: Pick<Style, "person">, people: ReadonlyArray<PersonId>): string => {
  const named = people.slice(0, NAMED).map(person)
  const more = people.length - named.length
  return listed.format(more > 0 ? [...named, `${more} more`] : named)
}

interface SmallPrint {
  readonly small: string
}

/** Of a deadline, which a channel may offer to explain. */
interface DeadlineParagraph {
  readonly deadline: string
}

export type LabelledFacts = ReadonlyArray<readonly [label: string, value: string]>

interface FactsParagraph {
  readonly facts: LabelledFacts
}

/** What a reader can do about a line. */
export interface ToDo {
  readonly child: ChildReference
  readonly episodeId: EpisodeId
  readonly what:
    | "assign"
    | "change-interviewer"
    | "offer"
    | "log"
    | "decide"
    | "decide-posted"
    | "screen"
    | "carer-offer"
    | "record"
    | "close"
}

interface ToDoParagraph {
  readonly line: string
  readonly todo: ToDo
}

/** Plain words, which take no marks, or a person as the channel names them. */
export type TableCell = string | { readonly person: PersonId }

/** Rows that are compared by looking down a column: the reference first, which names the row. */
export interface TableParagraph {
  readonly table: {
    readonly caption: string
    readonly columns: ReadonlyArray<string>
    readonly rows: ReadonlyArray<ReadonlyArray<TableCell>>
    /** The same as lines, for a channel that shows no tables. */
    readonly lines: ReadonlyArray<string>
  }
}

/** Figures to look at. Each series has one for each category; no figure that is withheld is among them. */
export interface ChartParagraph {
  readonly chart: {
    readonly title: string
    readonly kind: "bar" | "line"
    readonly categories: ReadonlyArray<string>
    readonly series: ReadonlyArray<{ readonly name: string; readonly figures: ReadonlyArray<number> }>
    /** The same as lines, for a channel that shows no charts. */
    readonly lines: ReadonlyArray<string>
  }
}

export type Paragraph =
  | string
  | SmallPrint
  | DeadlineParagraph
  | FactsParagraph
  | ToDoParagraph
  | TableParagraph
  | ChartParagraph

export const small = (text: string): SmallPrint => ({ small: text })

export interface Notice {
  /** What a lock screen or a subject line shows: the case reference, what to do and by when, and no name. */
  readonly summary: string
  /** Absent where the message is one sentence. */
  readonly title?: string
  readonly paragraphs: ReadonlyArray<Paragraph>
}

/** A sentence or two and nothing else. */
export const sentence = (text: string): Notice => ({ summary: text, paragraphs: [text] })
