/** Whether the heartbeat has stopped, and what to say of it: decided from what was heard, without clock or network. */
import { Schema } from "effect"

/** What is kept between one look and the next, also over a restart. Times are milliseconds on the wall's clock. */
export const WatchState = Schema.Struct({
  since: Schema.Number,
  lastBeatAt: Schema.optionalKey(Schema.Number),
  /** The bot itself said that it cannot be relied on. */
  failing: Schema.optionalKey(Schema.String),
  /** What people were told last, and when; absent while they were told nothing. */
  told: Schema.optionalKey(Schema.Struct({ what: Schema.Literals(["lost", "back"]), at: Schema.Number })),
  /** Since when no message got out. */
  unsentSince: Schema.optionalKey(Schema.Number),
  /** The day on which people were last told that the watch is awake. */
  awakeOn: Schema.optionalKey(Schema.String)
})
export type WatchState = typeof WatchState.Type

export type HeartbeatReport =
  /** Milliseconds since its last beat. */
  | { readonly _tag: "Beat"; readonly age: number }
  | { readonly _tag: "Failing"; readonly words: string }
  /** Why nothing was heard, for the person who looks into it. */
  | { readonly _tag: "Nothing"; readonly reason: string }

export interface Patience {
  /** How long without a beat is too long, in milliseconds. */
  readonly after: number
  /** How often people are told again while it lasts. */
  readonly every: number
}

export type WatchAlert =
  | { readonly _tag: "Lost"; readonly silentFor: number; readonly isAgain: boolean; readonly failing?: string }
  | { readonly _tag: "Back"; readonly lostSince: number }

/** What was heard joined to what is known. A beat of a time that has not come is one of now. */
export const hear = (watched: WatchState, heard: HeartbeatReport, now: number): WatchState => {
  const { failing: _, ...rest } = watched
  switch (heard._tag) {
    case "Beat": {
      const at = Math.max(Math.min(watched.lastBeatAt ?? 0, now), now - heard.age)
      return { ...rest, lastBeatAt: at }
    }
    case "Failing":
      return { ...rest, failing: heard.words }
    case "Nothing":
      return watched
  }
}

const silence = ({ lastBeatAt, since }: WatchState, now: number): number => Math.max(0, now - (lastBeatAt ?? since))

export const isLost = (watched: WatchState, now: number, { after }: Patience): boolean =>
  watched.failing !== undefined || silence(watched, now) > after

/** What people must hear now; nothing while they know. */
export const dueAlert = (watched: WatchState, now: number, patience: Patience): WatchAlert | undefined => {
  const { told, failing } = watched
  if (!isLost(watched, now, patience)) return told?.what === "lost" ? { _tag: "Back", lostSince: told.at } : undefined
  const isTold = told?.what === "lost"
  // A time of telling that has not come: the clock was put back since.
  if (isTold && told.at <= now && now - told.at < patience.every) return undefined
  const lost = { _tag: "Lost", silentFor: silence(watched, now), isAgain: isTold } as const
  return failing === undefined ? lost : { ...lost, failing }
}

/** After an attempt to tell: what got out is known from then on, what did not is tried again at the next look. */
export const afterAlert = (watched: WatchState, { _tag }: WatchAlert, isSent: boolean, now: number): WatchState => {
  if (!isSent) return { ...watched, unsentSince: watched.unsentSince ?? now }
  const { unsentSince: _, ...rest } = watched
  return { ...rest, told: { what: _tag === "Lost" ? "lost" : "back", at: now } }
}
