/** Lasting channel ids and timestamps for the emulator's own, which are new at every start. */
import { isObject, type JsonObject } from "../json.ts"
import type { Timestamps } from "../Timestamps.ts"

/** The ids one call brought into being, in the order they stand in its answer. */
export interface Made {
  readonly channels: ReadonlyArray<string>
  readonly timestamps: ReadonlyArray<string>
}

const channelKeys = new Set(["channel", "id", "channel_id"])
const timestampKeys = new Set(["ts", "message_ts"])
const translatedInwards = new Set(["channel", "ts", "thread_ts", "message_ts", "timestamp", "channel_id", "cursor"])
/** What an app wrote itself is never translated. */
const opaque = new Set(["blocks", "attachments", "metadata", "text"])

const isEmulatorChannel = (value: string) => /^[CDG][0-9A-F]{9}$/.test(value)
const isEmulatorTimestamp = (value: string) => /^\d{10}\.\d{6,}$/.test(value)

export class Aliases {
  readonly #inward = new Map<string, string>()
  readonly #outward = new Map<string, string>()
  readonly #timestamps: Timestamps

  constructor(timestamps: Timestamps) {
    this.#timestamps = timestamps
  }

  bind(outside: string, inside: string): void {
    this.#inward.set(outside, inside)
    this.#outward.set(inside, outside)
  }

  inwards(params: JsonObject): JsonObject {
    return Object.fromEntries(
      Object.entries(params).map(([key, value]) => [
        key,
        translatedInwards.has(key) && typeof value === "string" ? (this.#inward.get(value) ?? value) : value
      ])
    )
  }

  /** An answer with the outside ids: those of `remembered`, in order, for an earlier run's call, or fresh ones. */
  outwards(answer: JsonObject, remembered?: Made): { readonly answer: JsonObject; readonly made: Made } {
    const channels: Array<string> = []
    const timestamps: Array<string> = []
    const newChannel = (inside: string) => {
      const outside = remembered?.channels[channels.length] ?? inside
      channels.push(outside)
      return outside
    }
    const newTimestamp = () => {
      const earlier = remembered?.timestamps[timestamps.length]
      const outside = earlier ?? this.#timestamps.next()
      this.#timestamps.seen(outside)
      timestamps.push(outside)
      return outside
    }
    const translate = (key: string, value: unknown): unknown => {
      if (opaque.has(key)) return value
      if (Array.isArray(value)) return value.map((item) => translate(key, item))
      if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, translate(k, v)]))
      if (typeof value !== "string") return value
      const known = this.#outward.get(value)
      if (known !== undefined) return known
      const outside =
        channelKeys.has(key) && isEmulatorChannel(value)
          ? newChannel(value)
          : timestampKeys.has(key) && isEmulatorTimestamp(value)
            ? newTimestamp()
            : undefined
      if (outside === undefined) return value
      this.bind(outside, value)
      return outside
    }
    return { answer: translate("", answer) as JsonObject, made: { channels, timestamps } }
  }
}
