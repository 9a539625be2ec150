import type { PersonId } from "@safe-return/domain/pathway"

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
