import * as Schema from "effect/Schema"

export const TimeOfDay = Schema.String.check(
  Schema.isPattern(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { expected: "a time of day in London such as 09:00" })
)

/** When the office is open on a working day, by London clocks. */
export const WorkingHours = Schema.Struct({ opens: TimeOfDay, closes: TimeOfDay })
export type WorkingHours = typeof WorkingHours.Type

const digits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48

/** Minutes since midnight of a time such as `09:00`, which is read by its places. */
export const minutesOfDay = (time: string): number => digits(time, 0) * 60 + digits(time, 3)
