/** What the page's address keeps, so that a reload, a bookmark or a test lands in the same place. */
import { definedFields } from "@safe-return/domain/definedFields"
export interface Address {
  /** The persona acting. */
  readonly as?: string
  /** A conversation's id or name, or one of the two places that are not conversations. */
  readonly in?: string
  /** The thread that is open beside the conversation. */
  readonly thread?: string
  /** What is open in the guide's column. */
  readonly guide?: Guide
  /** The message that is explained there, `<channel>:<ts>`; the latest that happened when absent. */
  readonly about?: string
}

export const HOME = "home"
export const POLICE = "police"

const guides = ["tour", "happened", "scenario"] as const
export type Guide = (typeof guides)[number]

const KEYS = ["as", "in", "thread", "guide", "about"] as const

export const parseAddress = (search: string): Address => {
  const query = new URLSearchParams(search)
  const { guide, ...rest } = Object.fromEntries(KEYS.flatMap((key) => (query.get(key) ? [[key, query.get(key)]] : [])))
  const known = guides.find((each) => each === guide)
  return { ...rest, ...definedFields({ guide: known }) }
}

export const formatAddress = (address: Address): string => {
  const query = new URLSearchParams()
  for (const key of KEYS) {
    const value = address[key]
    if (value !== undefined) query.set(key, value)
  }
  return `?${query.toString()}`
}

/** The same address with another guide, or none. */
export const withGuide = ({ guide: _, about: __, ...rest }: Address, guide?: Guide, about?: string): Address => ({
  ...rest,
  ...definedFields({ guide, about })
})

/** The same address with no message of its own: what a reset takes away. */
export const withoutThread = ({ thread: _, about: __, ...rest }: Address): Address => rest
