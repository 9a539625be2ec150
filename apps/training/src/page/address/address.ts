/** What the page's address keeps, so that a reload, a bookmark or a test lands in the same place. */
export interface Address {
  /** The persona acting. */
  readonly as?: string
  /** A conversation's id or name, or one of the two places that are not conversations. */
  readonly in?: string
  /** The thread that is open beside the conversation. */
  readonly thread?: string
}

export const HOME = "home"
export const POLICE = "police"

export const parseAddress = (search: string): Address => {
  const query = new URLSearchParams(search)
  const [as, place, thread] = [query.get("as"), query.get("in"), query.get("thread")]
  return { ...(as ? { as } : {}), ...(place ? { in: place } : {}), ...(thread ? { thread } : {}) }
}

export const formatAddress = (address: Address): string => {
  const query = new URLSearchParams()
  if (address.as !== undefined) query.set("as", address.as)
  if (address.in !== undefined) query.set("in", address.in)
  if (address.thread !== undefined) query.set("thread", address.thread)
  return `?${query.toString()}`
}
